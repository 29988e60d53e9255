package com.sentori.console.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class WrapBoxTest {
    private final Region title = part(100, 100);
    private final Region search = part(40, 140);
    private final Region spring = new Region();
    private final Region open = part(120, 120);
    private final Region report = part(110, 110);
    private final WrapBox box = new WrapBox(title, search, spring, open, report);

    WrapBoxTest() {
        box.setSpacing(10);
        box.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(spring, Priority.ALWAYS);
    }

    private static Region part(double least, double wanted) {
        Region part = new Pane();
        part.setMinSize(least, 20);
        part.setPrefSize(wanted, 20);
        part.setMaxHeight(Region.USE_PREF_SIZE);
        return part;
    }

    private List<String> laidOut(double width) {
        box.resize(width, box.prefHeight(width));
        box.layout();
        return box.getChildren().stream().filter(each -> !each.equals(spring)).map(WrapBoxTest::place).toList();
    }

    private static String place(Node node) {
        return "%.0f,%.0f+%.0f".formatted(node.getLayoutX(), node.getLayoutY(), node.getLayoutBounds().getWidth());
    }

    @Test
    void what_has_room_stands_in_one_line_and_what_grows_parts_it() {
        assertThat(laidOut(700)).containsExactly("0,0+100", "110,0+140", "460,0+120", "590,0+110");
        assertThat(box.prefHeight(700)).isEqualTo(20);
        assertThat(box.prefHeight(-1)).isEqualTo(20);
    }

    @Test
    void what_can_gives_way_before_a_line_ends() {
        assertThat(laidOut(410)).containsExactly("0,0+100", "110,0+40", "170,0+120", "300,0+110");
        assertThat(laidOut(460)).containsExactly("0,0+100", "110,0+90", "220,0+120", "350,0+110");
    }

    @Test
    void the_first_line_ends_between_left_and_right() {
        assertThat(laidOut(400)).containsExactly("0,0+100", "110,0+140", "0,30+120", "130,30+110");
        assertThat(box.minHeight(400)).isEqualTo(box.prefHeight(400)).isEqualTo(50);
    }

    @Test
    void who_is_alone_in_a_line_has_all_of_it() {
        assertThat(laidOut(230)).containsExactly("0,0+100", "110,0+120", "0,30+230", "0,60+230");
        assertThat(box.minWidth(-1)).isEqualTo(120);
    }

    @Test
    void what_is_left_in_a_line_is_for_who_grows() {
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox.setHgrow(report, Priority.ALWAYS);
        assertThat(laidOut(400)).containsExactly("0,0+100", "110,0+290", "0,30+120", "130,30+270");
    }
}
