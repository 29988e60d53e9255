package com.sentori.console.boards;

import com.sentori.console.boards.GrafanaModel.Standing;
import com.sentori.console.charts.ChartFile;
import com.sentori.console.connections.BackendItem;
import com.sentori.console.dashboards.GrafanaWatch.Health;
import com.sentori.console.dashboards.Library.Entry;
import com.sentori.console.dashboards.Shown;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the screen of dashboards. */
public final class DashboardsView implements AutoCloseable {
    private final DashboardsModel model;
    private final Texts texts;
    private final Figures figures;
    private final BoardPane board;
    private final ListChangeListener<Object> followChosen = _ -> showVariables();
    private final MapChangeListener<Integer, Shown> followAnswers = this::answered;

    @FXML
    private ComboBox<Entry> dashboard;
    @FXML
    private ComboBox<BackendItem> backend;
    @FXML
    private ComboBox<String> range;
    @FXML
    private ComboBox<Duration> beat;
    @FXML
    private FontIcon againIcon;
    @FXML
    private FlowPane choices;
    @FXML
    private Node none;
    @FXML
    private Node grafanaLine;
    @FXML
    private Label grafana;
    @FXML
    private Button openGrafana;
    @FXML
    private Label standing;
    @FXML
    private Label fault;
    @FXML
    private ScrollPane stage;
    private Subscription subscription = Subscription.EMPTY;

    /** Of this model. */
    public DashboardsView(DashboardsModel model, Texts texts, Figures figures) {
        this.model = model;
        this.texts = texts;
        this.figures = figures;
        this.board = new BoardPane(texts, figures, model.zone(), this::save);
    }

    @FXML
    private void initialize() {
        stage.setContent(board);
        dashboard.setItems(model.dashboards());
        dress(dashboard, this::name);
        dashboard.valueProperty().bindBidirectional(model.selectedProperty());
        backend.setItems(model.backends());
        dress(backend, BackendItem::name);
        backend.valueProperty().bindBidirectional(model.backendProperty());
        range.getItems().setAll(DashboardsModel.RANGES);
        dress(range, this::range);
        range.valueProperty().bindBidirectional(model.rangeProperty());
        beat.getItems().setAll(DashboardsModel.BEATS);
        dress(beat, this::beat);
        beat.valueProperty().bindBidirectional(model.beatProperty());
        fault.textProperty().bind(model.faultProperty());
        fault.visibleProperty().bind(model.faultProperty().isNotEmpty());
        fault.managedProperty().bind(fault.visibleProperty());
        // A dashboard of a file may need no backend.
        none.visibleProperty().bind(Bindings.isEmpty(model.backends()).and(model.selectedProperty().isNull()));
        List.of(choices, grafanaLine, stage).forEach(each -> each.visibleProperty().bind(none.visibleProperty().not()));
        List.of(none, choices, grafanaLine, stage).forEach(each -> each.managedProperty().bind(each.visibleProperty()));
        openGrafana.managedProperty().bind(openGrafana.visibleProperty());
        model.chosen().addListener(followChosen);
        model.answers().addListener(followAnswers);
        showVariables();
        subscription = Subscription.combine(model.panelsProperty().subscribe(panels -> {
            board.lay(panels);
            model.answers().forEach(board::show);
        }), model.nowProperty().subscribe(this::refresh), model.grafana().standingProperty().subscribe(this::show),
                model.busyProperty()
                        .subscribe(busy -> againIcon.setIconLiteral(busy ? "fth-loader" : "fth-refresh-cw")));
    }

    private static <T> void dress(ComboBox<T> box, Function<T, String> words) {
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T item) {
                return item == null ? "" : words.apply(item);
            }

            @Override
            public @Nullable T fromString(String text) {
                return box.getValue();
            }
        });
    }

    private String name(Entry entry) {
        return entry.family().isEmpty()
                ? entry.dashboard().title()
                : texts.get("boards.family." + entry.family(), entry.in(texts.locale()).title());
    }

    private String range(String from) {
        String length = from.replaceFirst("^now-", "");
        return from.matches("now-\\d+[mhd]")
                ? texts.get("boards.last." + length.charAt(length.length() - 1),
                        Integer.parseInt(length.substring(0, length.length() - 1)))
                : from;
    }

    private String beat(Duration every) {
        return every.isZero() ? texts.get("boards.beat.never") : texts.get("boards.beat.every", figures.span(every));
    }

    private void showVariables() {
        // Those two stay: one of them may have the focus.
        choices.getChildren().retainAll(dashboard, backend);
        choices.getChildren().addAll(VariableFields.of(model.chosen(), texts, model::want));
    }

    private void answered(MapChangeListener.Change<? extends Integer, ? extends Shown> change) {
        if (change.wasAdded()) {
            board.show(change.getKey(), change.getValueAdded());
        }
    }

    private void refresh(Instant now) {
        board.refresh(now);
        standing.setText(model.answers().isEmpty() ? "" : texts.get("boards.asked", figures.time(now)));
    }

    private void show(Standing now) {
        boolean down = now.health() == Health.DOWN;
        grafana.setText(now.isKnown()
                ? texts.of("boards.grafana", now.health())
                        + (down && now.since() != null
                                ? " " + texts.get("boards.since", figures.time(now.since()))
                                : "")
                : texts.get(now.address() == null ? "boards.grafana.unheard" : "boards.grafana.none"));
        grafana.setGraphic(new FontIcon(down
                ? "fth-alert-triangle"
                : now.health() == Health.UP ? "fth-check-circle" : "fth-circle"));
        grafana.getStyleClass()
                .setAll("label", "standing", down ? "warn" : now.health() == Health.UP ? "good" : "neutral");
        openGrafana.setVisible(now.isKnown());
        openGrafana.setDisable(down);
    }

    @FXML
    private void again() {
        model.again();
    }

    @FXML
    private void openFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("boards.open"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(texts.get("boards.files"), "*.json"));
        File file = chooser.showOpenDialog(stage.getScene().getWindow());
        if (file != null) {
            model.open(file.toPath());
        }
    }

    @FXML
    private void goToBackends() {
        model.goToBackends();
    }

    @FXML
    private void openGrafana() {
        model.openGrafana();
    }

    private void save(ChartFile file) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(file.name());
        File target = chooser.showSaveDialog(stage.getScene().getWindow());
        if (target != null) {
            model.save(file, target.toPath());
        }
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        model.chosen().removeListener(followChosen);
        model.answers().removeListener(followAnswers);
        board.close();
    }
}
