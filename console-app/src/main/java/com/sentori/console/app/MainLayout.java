package com.sentori.console.app;

import com.sentori.console.stage.Built;
import com.sentori.console.stage.Place;
import com.sentori.console.stage.WrapBox;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
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
    final Label brand = Built.named("brand", Built.label("Sentori", "brand"));
    final FlowPane chips = Built.styled(Built.named("chips", new Chips()), "chips");
    final Button palette = Built.named("palette", new Button());
    final Button language = Built.named("language", new Button());
    final Button theme = Built.named("theme", new Button());
    final HBox top = Built.styled(new HBox(), "top-bar");
    final VBox navigation = Built.styled(Built.named("navigation", new VBox()), "navigation");
    final ToggleGroup places = new ToggleGroup();
    final Map<Place, ToggleButton> buttons = new EnumMap<>(Place.class);
    final ScrollPane stage = Built.styled(Built.named("stage", new ScrollPane()), "stage", "plain-scroll");
    final FontIcon noticeIcon = Built.named("noticeIcon", new FontIcon("fth-info"));
    final Label notice = Built.sentence("notice");
    final Label roomUsed = Built.named("roomUsed", Built.label("", "muted", "number"));
    final Button dismiss = Built.named("dismiss", new Button());
    final WrapBox statusLine = Built.named("statusLine", new WrapBox(noticeIcon, notice, roomUsed));
    final BorderPane frame = Built.named("frame", new BorderPane());
    final StackPane root = Built.styled(Built.named("root", new StackPane(frame)), "main");

    private final List<Node> inTop = new ArrayList<>();
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
        stage.setSkin(new StageSkin(stage));
        frame.setCenter(stage);
        frame.setBottom(bottom());
    }

    /** As wide as all beside each other: JavaFX's own wants a fixed width, and the height that it has with that, however wide it becomes. */
    private static final class Chips extends FlowPane {
        @Override
        protected double computePrefWidth(double height) {
            double widths = getManagedChildren().stream().mapToDouble(chip -> snapSizeX(chip.prefWidth(-1))).sum();
            return snappedLeftInset() + widths + snapSpaceX(getHgap()) * Math.max(0, getManagedChildren().size() - 1)
                    + snappedRightInset();
        }
    }

    private HBox top(Node... corner) {
        chips.setAccessibleText(word("main.connections"));
        HBox.setHgrow(chips, Priority.ALWAYS);
        Built.icon(palette, "fth-command", word("palette.open"), "flat", "button-icon");
        Built.icon(language, "fth-globe", word("main.language"), "flat");
        Built.icon(theme, "fth-moon", word("main.theme"), "flat", "button-icon");
        language.setMinWidth(Region.USE_PREF_SIZE);
        inTop.addAll(List.of(brand, chips));
        inTop.addAll(List.of(corner));
        inTop.addAll(List.of(palette, language, theme));
        showTop();
        return top;
    }

    /** Has at the top what says something. */
    void showTop() {
        Built.showFilled(top, inTop);
    }

    private VBox left() {
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
        return navigation;
    }

    /** Has the places scroll, or stand there: what scrolls has as many nodes as they have. */
    void scrollPlaces(boolean scrolling) {
        if (scrolling == frame.getLeft() instanceof ScrollPane) {
            return;
        }
        Node focused = navigation.getScene() == null ? null : navigation.getScene().getFocusOwner();
        if (scrolling) {
            ScrollPane pane = Built.styled(new ScrollPane(), "plain-scroll");
            pane.setFitToWidth(true);
            pane.setFitToHeight(true);
            pane.setHbarPolicy(ScrollBarPolicy.NEVER);
            pane.setMinHeight(0);
            pane.setFocusTraversable(false);
            frame.setLeft(pane);
            pane.setContent(navigation);
        } else {
            ((ScrollPane) frame.getLeft()).setContent(null);
            frame.setLeft(navigation);
        }
        if (focused != null && navigation.getChildren().contains(focused)) {
            focused.requestFocus();
        }
    }

    /** A sentence can be dismissed, if there is one. */
    void showDismiss(boolean shown) {
        List<Node> children = statusLine.getChildren();
        if (shown && !children.contains(dismiss)) {
            children.add(children.indexOf(roomUsed), dismiss);
        } else if (!shown) {
            children.remove(dismiss);
        }
    }

    private WrapBox bottom() {
        notice.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(notice, Priority.ALWAYS);
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
