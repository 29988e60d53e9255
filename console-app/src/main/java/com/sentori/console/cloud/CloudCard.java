package com.sentori.console.cloud;

import com.sentori.console.stage.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;

/** One backend on the screen. FX thread. */
final class CloudCard extends VBox {
    private static final String PENDING = "fth-more-horizontal";
    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

    private final CloudItem item;
    private final CloudModel model;
    private final CloudWording wording;
    private final Texts texts;
    private final Label level = new Label();
    private final FontIcon levelIcon = new FontIcon("fth-help-circle");
    private final Label source = text("muted");
    private final Label fault = text("fault-line");
    private final Label cost = text("muted");
    private final Label pending = text("muted");
    private final GridPane grid = new GridPane();
    private final VBox nowhere;
    private final List<Row> rows = new ArrayList<>();
    private final Subscription subscription;

    CloudCard(CloudItem item, CloudModel model, CloudWording wording, Texts texts) {
        this.item = item;
        this.model = model;
        this.wording = wording;
        this.texts = texts;
        getStyleClass().add("cloud-card");
        Label name = new Label(item.backend().name());
        name.getStyleClass().add("section-title");
        level.setGraphic(levelIcon);
        level.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(name, level);
        head.getStyleClass().add("half-head");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        grid.getStyleClass().add("cloud-grid");
        fault.setGraphic(new FontIcon("fth-x-octagon"));
        pending.setText(texts.get("cloud.pending"));
        pending.setGraphic(new FontIcon(PENDING));
        Label hint = text("muted");
        hint.setText(texts.get("cloud.nowhere"));
        Button say = new Button(texts.get("cloud.nowhere.say"));
        say.setOnAction(_ -> model.goToBackends());
        nowhere = new VBox(hint, say);
        nowhere.getStyleClass().add("field");
        getChildren().setAll(head, source, fault, nowhere, grid, pending, cost);
        subscription = Subscription.combine(item.stateProperty().subscribe(this::show),
                model.nowProperty().subscribe(this::tick));
    }

    private static Label text(String style) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private void show(CloudItem.State state) {
        Level worst = state.isHeld()
                ? Level.UNKNOWN
                : state.health().stream().map(Health::level).max(Level::compareTo).orElse(Level.UNKNOWN);
        level.setText(wording.level(worst));
        levelIcon.setIconLiteral(icon(worst));
        level.getStyleClass().setAll("label", "standing", style(worst));
        say(fault, wording.fault(state));
        say(cost, wording.cost(state));
        set(nowhere, !item.hasTelemetry());
        rows.clear();
        state.health()
                .forEach(health -> health.courses()
                        .forEach(course -> rows.add(new Row(health, course, state.isHeld()))));
        List<Node> cells = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).addTo(cells, i);
        }
        grid.getChildren().setAll(cells);
        grid.pseudoClassStateChanged(OLD, state.isHeld());
        set(grid, !rows.isEmpty());
        set(pending, rows.stream().anyMatch(row -> row.course.hasPending()));
        tick(model.nowProperty().get());
    }

    private void tick(Instant now) {
        CloudItem.State state = item.stateProperty().get();
        String empty = state.heard() != null && rows.isEmpty() ? " · " + texts.get("cloud.empty") : "";
        say(source, wording.source(state, now) + empty);
        rows.forEach(row -> row.tick(now));
    }

    private static void say(Label label, String sentence) {
        label.setText(sentence);
        set(label, !sentence.isEmpty());
    }

    private static void set(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    void release() {
        subscription.unsubscribe();
    }

    static String icon(Level level) {
        return switch (level) {
            case GOOD -> "fth-check-circle";
            case UNKNOWN -> "fth-help-circle";
            case WARN -> "fth-alert-triangle";
            case BAD -> "fth-x-octagon";
        };
    }

    static String style(Level level) {
        return switch (level) {
            case GOOD -> "good";
            case UNKNOWN -> "neutral";
            case WARN -> "warn";
            case BAD -> "bad";
        };
    }

    /** A figure: its level and name, its value, how it went, how old it is. */
    private final class Row {
        private final Course course;
        private final Label name = new Label();
        private final Label value = new Label();
        private final Sparkline line = new Sparkline();
        private final Label delay = new Label();

        Row(Health health, Course course, boolean held) {
            this.course = course;
            Level own = held ? Level.UNKNOWN : health.level(course);
            name.setText(wording.name(course.measure()));
            name.setGraphic(new FontIcon(icon(own)));
            name.getStyleClass().addAll("standing", style(own));
            name.setAccessibleText(wording.name(course.measure()) + ": " + wording.level(own));
            value.setText(wording.value(course));
            value.getStyleClass().addAll("number", health.isOld(course) ? "muted" : "strong");
            value.setMaxWidth(Double.MAX_VALUE);
            List.of(name, value, delay).forEach(label -> label.setMinWidth(USE_PREF_SIZE));
            delay.getStyleClass().add("muted");
            delay.setContentDisplay(ContentDisplay.RIGHT);
            if (course.hasPending()) {
                delay.setGraphic(new FontIcon(PENDING));
            }
            long to = health.at().toEpochMilli();
            line.show(course, to - Watching.LOOKS_BACK.toMillis(), to);
            line.setAccessibleText(wording.course(course));
        }

        void addTo(List<Node> cells, int row) {
            List<Node> mine = List.of(name, value, line, delay);
            for (int column = 0; column < mine.size(); column++) {
                GridPane.setConstraints(mine.get(column), column, row);
            }
            cells.addAll(mine);
        }

        void tick(Instant now) {
            delay.setText(wording.delay(course, now));
            delay.setAccessibleText(
                    course.hasPending() ? delay.getText() + ", " + texts.get("cloud.pending") : delay.getText());
        }
    }
}
