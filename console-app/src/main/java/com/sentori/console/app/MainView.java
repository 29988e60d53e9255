package com.sentori.console.app;

import com.sentori.console.bell.AlarmBadge;
import com.sentori.console.bell.AlarmsModel;
import com.sentori.console.connections.BackendItem;
import com.sentori.console.connections.ConnectionsModel;
import com.sentori.console.connections.Wording;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Notice;
import com.sentori.console.stage.Place;
import com.sentori.console.stage.Texts;
import java.util.EnumMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the main window around the screens. */
final class MainView implements AutoCloseable {
    private final MainModel model;
    private final ConnectionsModel connections;
    private final AlarmBadge badge;
    private final Desk desk;
    private final RoomModel room;
    private final Texts texts;
    private final Wording wording;
    private final Scenery scenery;
    private final Map<Place, ToggleButton> buttons = new EnumMap<>(Place.class);
    private final ListChangeListener<BackendItem> followBackends = _ -> showChips();

    @FXML
    private FlowPane chips;
    @FXML
    private StackPane alarmCorner;
    @FXML
    private Button language;
    @FXML
    private FontIcon themeIcon;
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
    private ToggleButton backends;
    @FXML
    private StackPane stage;
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

    MainView(MainModel model, ConnectionsModel connections, AlarmsModel alarmsModel, Desk desk, RoomModel room,
            Texts texts, Figures figures,
            Scenery scenery) {
        this.model = model;
        this.connections = connections;
        this.badge = new AlarmBadge(alarmsModel, texts);
        this.desk = desk;
        this.room = room;
        this.texts = texts;
        this.wording = new Wording(texts, figures);
        this.scenery = scenery;
    }

    @FXML
    private void initialize() {
        buttons.putAll(Map.of(Place.START, start, Place.RUNNING, running, Place.LIVE, live, Place.HISTORY, history,
                Place.ALARMS, alarms, Place.BACKENDS, backends));
        // An action is what a click and the underlined letter have in common: the letter alone selects nothing.
        buttons.forEach((place, button) -> button.setOnAction(_ -> desk.go(place)));
        alarmCorner.getChildren().setAll(badge);
        language.setText(model.otherLanguage().getDisplayLanguage(model.otherLanguage()));
        connections.items().addListener(followBackends);
        roomUsed.textProperty().bind(room.usedProperty());
        showChips();
        subscription = Subscription.combine(desk.placeProperty().subscribe(this::show),
                desk.noticeProperty().subscribe(this::say),
                model.lookProperty()
                        .subscribe(look -> themeIcon.setIconLiteral(
                                look == Look.DARK ? "fth-sun" : "fth-moon")),
                places.selectedToggleProperty().subscribe((before, now) -> {
                    if (now == null) {
                        places.selectToggle(before);
                    }
                }));
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

    private void show(Place place) {
        stage.getChildren().setAll(scenery.of(place));
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
        connections.items().removeListener(followBackends);
        badge.release();
        release();
    }
}
