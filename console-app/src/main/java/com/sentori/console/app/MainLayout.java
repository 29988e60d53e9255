package com.sentori.console.app;

import com.sentori.console.stage.Built;
import com.sentori.console.stage.Place;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The nodes around the screens. FX thread. */
final class MainLayout {
    private static final double CHIPS = 640;

    final Label brand = Built.named("brand", Built.label("Sentori", "brand"));
    final FlowPane chips = Built.styled(Built.named("chips", new FlowPane()), "chips");
    final Button palette = Built.named("palette", new Button());
    final Button language = Built.named("language", new Button());
    final Button theme = Built.named("theme", new Button());
    final VBox navigation = Built.styled(Built.named("navigation", new VBox()), "navigation");
    final ToggleGroup places = new ToggleGroup();
    final Map<Place, ToggleButton> buttons = new EnumMap<>(Place.class);
    final ScrollPane stage = Built.styled(Built.named("stage", new ScrollPane()), "stage", "plain-scroll");
    final FontIcon noticeIcon = Built.named("noticeIcon", new FontIcon("fth-info"));
    final Label notice = Built.sentence("notice");
    final Label roomUsed = Built.named("roomUsed", Built.label("", "muted", "number"));
    final Button dismiss = Built.named("dismiss", new Button());
    final HBox statusLine = Built.named("statusLine", new HBox(noticeIcon, notice, roomUsed, dismiss));
    final BorderPane frame = Built.named("frame", new BorderPane());
    final StackPane root = Built.styled(Built.named("root", new StackPane(frame)), "main");

    private final ResourceBundle words;

    /**
     * In these words.
     *
     * @param corner what stands between the connections and the buttons
     */
    MainLayout(ResourceBundle words, Node... corner) {
        this.words = words;
        frame.setTop(top(corner));
        frame.setLeft(left());
        stage.setFitToWidth(true);
        stage.setFitToHeight(true);
        stage.setFocusTraversable(false);
        frame.setCenter(stage);
        frame.setBottom(bottom());
    }

    private HBox top(Node... corner) {
        chips.setPrefWrapLength(CHIPS);
        chips.setAccessibleText(word("main.connections"));
        HBox.setHgrow(chips, Priority.ALWAYS);
        Built.icon(palette, "fth-command", word("palette.open"), "flat", "button-icon");
        Built.icon(language, "fth-globe", word("main.language"), "flat");
        Built.icon(theme, "fth-moon", word("main.theme"), "flat", "button-icon");
        language.setMinWidth(Region.USE_PREF_SIZE);
        HBox top = new HBox(brand, chips);
        top.getChildren().addAll(corner);
        top.getChildren().addAll(palette, language, theme);
        return Built.styled(top, "top-bar");
    }

    private ScrollPane left() {
        for (Place place : Place.values()) {
            ToggleButton button = Built.named(place.name().toLowerCase(Locale.ROOT),
                    new ToggleButton(word("place." + place.name()), new FontIcon(icon(place))));
            button.setToggleGroup(places);
            button.setMnemonicParsing(true);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAccessibleText(button.getText().replace("_", ""));
            buttons.put(place, button);
            navigation.getChildren().add(button);
        }
        navigation.setAccessibleText(word("main.navigation"));
        ScrollPane left = Built.styled(new ScrollPane(navigation), "navigation-scroll", "plain-scroll");
        left.setFitToWidth(true);
        left.setFitToHeight(true);
        left.setHbarPolicy(ScrollBarPolicy.NEVER);
        left.setMinHeight(0);
        left.setFocusTraversable(false);
        return left;
    }

    private HBox bottom() {
        notice.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(notice, Priority.ALWAYS);
        roomUsed.setMinWidth(Region.USE_PREF_SIZE);
        Built.icon(dismiss, "fth-x", word("main.dismiss"), "flat", "button-icon");
        return statusLine;
    }

    private static String icon(Place place) {
        return switch (place) {
            case START -> "fth-play";
            case RUNNING -> "fth-list";
            case LIVE -> "fth-activity";
            case HISTORY -> "fth-clock";
            case ALARMS -> "fth-bell";
            case DASHBOARDS -> "fth-grid";
            case CLOUD -> "fth-cloud";
            case INFRA -> "fth-layers";
            case BACKENDS -> "fth-server";
            case SETTINGS -> "fth-settings";
        };
    }

    private String word(String key) {
        return words.getString(key);
    }
}
