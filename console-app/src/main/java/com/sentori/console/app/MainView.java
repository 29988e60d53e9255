package com.sentori.console.app;

import atlantafx.base.controls.ModalPane;
import com.sentori.console.bell.AlarmBadge;
import com.sentori.console.bell.AlarmsModel;
import com.sentori.console.connections.BackendItem;
import com.sentori.console.connections.ConnectionsModel;
import com.sentori.console.connections.Wording;
import com.sentori.console.infra.EnvironmentBadge;
import com.sentori.console.infra.EnvironmentsModel;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Notice;
import com.sentori.console.stage.Place;
import com.sentori.console.stage.Texts;
import com.sentori.console.palette.PaletteModel;
import com.sentori.console.palette.PaletteModel.Sheet;
import com.sentori.console.palette.PaletteView;
import com.sentori.console.palette.ShortcutsView;
import com.sentori.console.stage.Screens;
import com.sentori.console.stage.Tips;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the main window around the screens. */
final class MainView implements AutoCloseable {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double NAMED_FROM = 960;

    private final MainModel model;
    private final ConnectionsModel connections;
    private final AlarmBadge badge;
    private final EnvironmentBadge environment;
    private final Desk desk;
    private final RoomModel room;
    private final Texts texts;
    private final Wording wording;
    private final Scenery scenery;
    private final PaletteModel paletteModel;
    private final Screens screens;
    private final Map<Place, ToggleButton> buttons = new EnumMap<>(Place.class);
    private final ListChangeListener<BackendItem> followBackends = _ -> showChips();

    @FXML
    private StackPane root;
    @FXML
    private BorderPane frame;
    @FXML
    private ModalPane over;
    @FXML
    private FlowPane chips;
    @FXML
    private StackPane environmentCorner;
    @FXML
    private StackPane alarmCorner;
    @FXML
    private Label brand;
    @FXML
    private Button palette;
    @FXML
    private Button language;
    @FXML
    private Button theme;
    @FXML
    private FontIcon themeIcon;
    @FXML
    private VBox navigation;
    @FXML
    private ToggleGroup places;
    @FXML
    private ToggleButton start;
    @FXML
    private ToggleButton running;
    @FXML
    private ToggleButton live;
    @FXML
    private ToggleButton history;
    @FXML
    private ToggleButton alarms;
    @FXML
    private ToggleButton dashboards;
    @FXML
    private ToggleButton cloud;
    @FXML
    private ToggleButton infra;
    @FXML
    private ToggleButton backends;
    @FXML
    private ToggleButton settings;
    @FXML
    private ScrollPane stage;
    @FXML
    private HBox statusLine;
    @FXML
    private FontIcon noticeIcon;
    @FXML
    private Label notice;
    @FXML
    private Label roomUsed;
    @FXML
    private Button dismiss;
    private Subscription subscription = Subscription.EMPTY;
    private Runnable closeSheet = () -> {};
    private @Nullable Node focused;

    MainView(MainModel model, ConnectionsModel connections, AlarmsModel alarmsModel, EnvironmentsModel environments,
            Desk desk, RoomModel room, Texts texts, Figures figures, Scenery scenery, PaletteModel palette,
            Screens screens) {
        this.model = model;
        this.connections = connections;
        this.badge = new AlarmBadge(alarmsModel, texts);
        this.environment = new EnvironmentBadge(environments, texts);
        this.desk = desk;
        this.room = room;
        this.texts = texts;
        this.wording = new Wording(texts, figures);
        this.scenery = scenery;
        this.paletteModel = palette;
        this.screens = screens;
    }

    @FXML
    private void initialize() {
        buttons.putAll(Map.of(Place.START, start, Place.RUNNING, running, Place.LIVE, live, Place.HISTORY, history,
                Place.ALARMS, alarms, Place.DASHBOARDS, dashboards, Place.CLOUD, cloud, Place.INFRA, infra,
                Place.BACKENDS, backends, Place.SETTINGS, settings));
        // An action is what a click and the underlined letter have in common: the letter alone selects nothing.
        buttons.forEach((place, button) -> {
            button.setOnAction(_ -> desk.go(place));
            button.setAccessibleText(button.getText().replace("_", ""));
            Tips.over(button);
        });
        List.of(palette, language, theme).forEach(Tips::over);
        alarmCorner.getChildren().setAll(badge);
        environmentCorner.getChildren().setAll(environment);
        frame.widthProperty().subscribe(width -> showNames(width.doubleValue() >= NAMED_FROM));
        language.setText(model.otherLanguage().getDisplayLanguage(model.otherLanguage()));
        connections.items().addListener(followBackends);
        roomUsed.textProperty().bind(room.usedProperty());
        showChips();
        // What it scrolls with has nothing to say by itself.
        over.skinProperty()
                .subscribe(() -> over.lookupAll(".scroll-pane").forEach(pane -> pane.setFocusTraversable(false)));
        over.setInTransitionFactory(null);
        over.setOutTransitionFactory(null);
        subscription = Subscription.combine(desk.placeProperty().subscribe(this::show),
                desk.noticeProperty().subscribe(this::say),
                paletteModel.sheetProperty().subscribe(this::lay),
                over.displayProperty().subscribe(shown -> {
                    if (!shown) {
                        paletteModel.close();
                    }
                }),
                model.lookProperty()
                        .subscribe(look -> themeIcon.setIconLiteral(
                                look.isDark() ? "fth-sun" : "fth-moon")),
                places.selectedToggleProperty().subscribe((before, now) -> {
                    if (now == null) {
                        places.selectToggle(before);
                    }
                }));
    }

    @FXML
    private void openPalette() {
        paletteModel.toggle(Sheet.PALETTE);
    }

    /** What lies over the screen has the keyboard to itself; then it goes back to where it was. */
    private void lay(Sheet sheet) {
        closeSheet.run();
        closeSheet = () -> {};
        if (sheet != Sheet.NONE && frame.getScene() != null && !over.isDisplay()) {
            focused = frame.getScene().getFocusOwner();
        }
        if (sheet != Sheet.NONE && over.getParent() == null) {
            // Dressing it takes as long as a form: it comes with the first that lies over a screen.
            root.getChildren().add(over);
            over.applyCss();
        }
        switch (sheet) {
            case NONE -> {
                over.hide(true);
                if (focused != null) {
                    focused.requestFocus();
                    focused = null;
                }
            }
            case PALETTE -> {
                PaletteView view = new PaletteView(paletteModel, texts);
                closeSheet = view::close;
                over.setAlignment(Pos.TOP_CENTER);
                over.show(screens.load(view));
            }
            case SHORTCUTS -> {
                over.setAlignment(Pos.CENTER);
                over.show(screens.load(new ShortcutsView(paletteModel, texts)));
            }
        }
    }

    @FXML
    private void switchLanguage() {
        model.switchLanguage();
    }

    @FXML
    private void switchTheme() {
        model.switchLook();
    }

    @FXML
    private void dismiss() {
        desk.noticeProperty().set(null);
    }

    /** Where there is little room, because everything is large, the pictures alone lead from screen to screen. */
    private void showNames(boolean named) {
        navigation.pseudoClassStateChanged(NARROW, !named);
        brand.setVisible(named);
        brand.setManaged(named);
        language.setContentDisplay(named ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
        buttons.values()
                .forEach(button -> button
                        .setContentDisplay(named ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY));
    }

    private void show(Place place) {
        stage.setContent(scenery.of(place));
        places.selectToggle(buttons.get(place));
    }

    private void say(@Nullable Notice now) {
        boolean there = now != null;
        notice.setText(now == null ? texts.get("main.quiet") : now.sentence());
        noticeIcon.setIconLiteral(icon(now));
        statusLine.getStyleClass().setAll("status-line", style(now));
        dismiss.setVisible(there);
    }

    private static String icon(@Nullable Notice notice) {
        return switch (notice == null ? Notice.Severity.INFO : notice.severity()) {
            case INFO -> "fth-info";
            case SUCCESS -> "fth-check-circle";
            case ERROR -> "fth-alert-circle";
        };
    }

    private static String style(@Nullable Notice notice) {
        return switch (notice == null ? Notice.Severity.INFO : notice.severity()) {
            case INFO -> "neutral";
            case SUCCESS -> "good";
            case ERROR -> "bad";
        };
    }

    private void showChips() {
        release();
        if (connections.items().isEmpty()) {
            Label none = new Label(texts.get("main.nobackend"));
            none.getStyleClass().add("muted");
            chips.getChildren().setAll(none);
        } else {
            chips.getChildren().setAll(connections.items().stream().map(item -> new Chip(item, wording)).toList());
        }
    }

    private void release() {
        chips.getChildren().forEach(chip -> {
            if (chip instanceof Chip old) {
                old.release();
            }
        });
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        closeSheet.run();
        connections.items().removeListener(followBackends);
        badge.release();
        environment.release();
        release();
    }
}
