package com.sentori.console.live;

import com.sentori.console.charts.ChartAction;
import com.sentori.console.charts.ChartFile;
import com.sentori.console.charts.Sight;
import com.sentori.console.charts.TimeWindow;
import com.sentori.console.reports.Form;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Steps;
import com.sentori.console.stage.Texts;
import com.sentori.console.twins.TwinsModel;
import com.sentori.console.twins.TwinsPane;
import com.sentori.console.vitals.Vitality;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.FileChooser;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Binds the live screen. */
public final class LiveView implements AutoCloseable {
    /** Of the hidden part of the screen, while no run is shown. */
    private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");

    private final LiveModel model;
    private final ReportModel reports;
    private final Texts texts;
    private final Figures figures;

    @FXML
    private Node empty;
    @FXML
    private Node run;
    @FXML
    private Label title;
    @FXML
    private Label subtitle;
    @FXML
    private Label clock;
    @FXML
    private ProgressBar progress;
    @FXML
    private Button finish;
    @FXML
    private MenuButton report;
    @FXML
    private VBox charts;
    @FXML
    private HBox tools;
    @FXML
    private ToggleButton compare;
    @FXML
    private Node sensorList;
    @FXML
    private StackPane twins;
    private @Nullable TwinsPane twinsPane;
    @FXML
    private TextField filter;
    @FXML
    private ListView<String> sensors;
    @FXML
    private Label sensorCount;
    @FXML
    private Button showAll;
    @FXML
    private Button showHidden;
    @FXML
    private SplitPane split;
    private @Nullable Divider divider;
    private @Nullable ChartTools chartTools;
    private @Nullable Sight sight;
    private boolean seen;
    private final List<SensorCell> cells = new ArrayList<>();
    private final List<HalfPane> panes = new ArrayList<>();
    private Steps building = new Steps(List.of());
    private Steps tabling = new Steps(List.of());
    private List<String> order = List.of();
    private @Nullable TimeWindow outlook;
    private Subscription subscription = Subscription.EMPTY;

    /** Of this model. */
    public LiveView(LiveModel model, ReportModel reports, Texts texts, Figures figures) {
        this.model = model;
        this.reports = reports;
        this.texts = texts;
        this.figures = figures;
    }

    @FXML
    private void initialize() {
        filter.textProperty().bindBidirectional(model.filterProperty());
        sensors.setItems(model.sensors());
        sensors.setCellFactory(_ -> {
            SensorCell cell = new SensorCell(this::colour, this::newest, this::vitality, model::isHidden, texts,
                    figures);
            cells.add(cell);
            return cell;
        });
        ChartTools buttons = new ChartTools(texts, this::act);
        tools.getChildren().setAll(buttons.all());
        chartTools = buttons;
        model.chartsBy(this::act);
        run.addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
        ReportMenu.fill(report, texts, this::report);
        report.disableProperty().bind(reports.writingProperty().isNotEmpty());
        empty.visibleProperty().bind(model.shownProperty().isNull());
        run.visibleProperty().bind(model.shownProperty().isNotNull());
        compare.selectedProperty().bindBidirectional(model.comparisonProperty());
        sensorList.visibleProperty().bind(twins.visibleProperty().not());
        sensorList.managedProperty().bind(sensorList.visibleProperty());
        twins.managedProperty().bind(twins.visibleProperty());
        Divider made = new Divider(split, model.sensorsWidthProperty());
        divider = made;
        sensors.addEventFilter(KeyEvent.KEY_PRESSED, this::typedInList);
        ContextMenu menu = listMenu();
        // Not set as the list's own: its keys would then be keys of the whole window.
        sensors.setOnContextMenuRequested(event -> menu.show(sensors, event.getScreenX(), event.getScreenY()));
        showAll.disableProperty().bind(model.selectedSensorProperty().isNull());
        subscription = Subscription.combine(model.shownProperty().subscribe(this::show),
                model.beatProperty().subscribe(this::refreshIfSeen),
                sensors.getSelectionModel()
                        .selectedItemProperty()
                        .subscribe((_, sensor) -> model.selectedSensorProperty().set(sensor)),
                model.selectedSensorProperty().subscribe(this::highlight),
                compare.selectedProperty().subscribe(this::arrange),
                model.sensorsWidthProperty().subscribe((_, _) -> made.follow()),
                model.comparisonWidthProperty().subscribe((_, _) -> made.follow()),
                model.tablesProperty().subscribe((_, _) -> showTables()));
        sight = new Sight(run, this::see);
    }

    private void see(boolean now) {
        seen = now;
        refreshIfSeen();
    }

    private void highlight(@Nullable String sensor) {
        light();
        if (sensor == null) {
            sensors.getSelectionModel().clearSelection();
        } else if (!sensor.equals(sensors.getSelectionModel().getSelectedItem())) {
            sensors.getSelectionModel().select(sensor);
            sensors.scrollTo(sensor);
        }
    }

    /** What is hidden does not stand out: else all that is seen would be faded. */
    private void light() {
        String sensor = model.selectedSensorProperty().get();
        LiveRun now = model.shownProperty().get();
        Set<String> wanted = sensor == null || now == null || model.isHidden(sensor) ? Set.of() : now.linesOf(sensor);
        panes.forEach(pane -> pane.highlight(wanted));
    }

    /** Beside the charts stands the comparison of a twin run, or the list of sensors. */
    private void arrange() {
        LiveRun now = model.shownProperty().get();
        boolean compares = now != null && now.isTwin() && compare.isSelected();
        twins.setVisible(compares);
        if (divider != null) {
            divider.use(compares ? model.comparisonWidthProperty() : model.sensorsWidthProperty());
        }
    }

    private void typedInList(KeyEvent event) {
        String sensor = sensors.getSelectionModel().getSelectedItem();
        if (sensor == null || event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        switch (event.getCode()) {
            case SPACE -> model.toggle(sensor);
            case S -> model.solo(sensor);
            default -> {
                return;
            }
        }
        event.consume();
        refresh();
    }

    private ContextMenu listMenu() {
        MenuItem all = new MenuItem(texts.get("live.sensors.show"));
        all.setOnAction(_ -> showHidden());
        return new ContextMenu(listItem("live.sensors.hide", KeyCode.SPACE, model::toggle),
                listItem("live.sensors.solo", KeyCode.S, model::solo), all);
    }

    private MenuItem listItem(String key, KeyCode code, Consumer<String> acts) {
        MenuItem item = new MenuItem(texts.get(key));
        // Shown beside it; the list itself listens to its keys.
        item.setAccelerator(new KeyCodeCombination(code));
        item.setOnAction(_ -> {
            String sensor = sensors.getSelectionModel().getSelectedItem();
            if (sensor != null) {
                acts.accept(sensor);
                refresh();
            }
        });
        return item;
    }

    private void show(@Nullable LiveRun now) {
        order = now == null ? List.of() : now.sensors();
        building.end();
        tabling.end();
        panes.clear();
        charts.getChildren().clear();
        twinsPane = null;
        twins.getChildren().clear();
        boolean twin = now != null && now.isTwin();
        compare.setVisible(twin);
        compare.setManaged(twin);
        // What is hidden is laid out, so that its divider stays where it was left, but asks for no room.
        run.pseudoClassStateChanged(IDLE, now == null);
        arrange();
        if (now != null) {
            build(now);
        }
        outlook = null;
        highlight(model.selectedSensorProperty().get());
        if (now != null) {
            LiveHalf first = now.halves().getFirst();
            title.setText(texts.get(now.isTwin() ? "live.title.twin" : "live.title",
                    BackendRun.shortId(first.run().id())));
            subtitle.setText(texts.get("live.subtitle", first.run().username(), order.size()));
            refresh();
        }
    }

    /** The first half at once, and what stands below and beside it with the next frames: each takes its time. */
    private void build(LiveRun now) {
        List<Runnable> rest = new ArrayList<>();
        now.halves().stream().skip(1).forEach(half -> rest.add(() -> build(half)));
        if (now.isTwin()) {
            rest.add(() -> {
                TwinsPane made = new TwinsPane(new TwinsModel(now.halves().getFirst(), now.halves().getLast(),
                        now.lineUp(), model.actions(), texts, figures, model.clock()), texts);
                twinsPane = made;
                twins.getChildren().setAll(made);
            });
        }
        build(now.halves().getFirst());
        building = new Steps(rest).begin();
    }

    /** One with each frame, as what stands below a chart is made when it is wanted for the first time. */
    private void showTables() {
        tabling.end();
        tabling = new Steps(List.copyOf(panes)
                .stream()
                .<Runnable>map(pane -> () -> pane.showTable(model.tablesProperty().get()))
                .toList()).begin();
    }

    private void build(LiveHalf half) {
        HalfPane pane = new HalfPane(half, order, texts, figures, model.clock(), model.link(), model.tablesProperty(),
                this::save, () -> model.otherMarks(half));
        pane.showTable(model.tablesProperty().get());
        VBox.setVgrow(pane, Priority.ALWAYS);
        panes.add(pane);
        charts.getChildren().add(pane);
        light();
    }

    /** What nobody sees costs nothing. */
    private void refreshIfSeen() {
        if (seen) {
            refresh();
        }
    }

    private void refresh() {
        LiveRun now = model.shownProperty().get();
        if (now == null) {
            return;
        }
        panes.forEach(HalfPane::refresh);
        if (chartTools != null) {
            chartTools.refresh(model.link());
        }
        TwinsPane comparison = twinsPane;
        if (comparison != null && twins.isVisible()) {
            comparison.refresh();
        }
        cells.forEach(SensorCell::refresh);
        light();
        Duration planned = Duration.ofSeconds(now.halves().getFirst().run().getDuration());
        Duration elapsed = model.elapsed(now);
        clock.setText(texts.get("live.clock", figures.clock(elapsed), figures.clock(planned)));
        progress.setProgress(Math.min(1, (double) elapsed.toMillis() / planned.toMillis()));
        report.setVisible(now.isOver());
        report.setManaged(now.isOver());
        finish.setDisable(now.halves().stream().noneMatch(half -> half.run().isRunning()));
        long hidden = model.hiddenSensors();
        sensorCount.setText(texts.get("live.sensors.count", model.sensors().size(), model.sensorCount(), hidden));
        showHidden.setVisible(!model.link().hidden().isEmpty());
        showHidden.setManaged(showHidden.isVisible());
        frame(now, planned);
    }

    /** While a run goes on, all charts look at what came last; then they show all of it. */
    private void frame(LiveRun now, Duration planned) {
        if (now.halves().stream().anyMatch(half -> half.run().isRunning())) {
            TimeWindow wanted = now.outlook(model.clock().millis(), planned).window();
            if (!wanted.equals(outlook)) {
                outlook = wanted;
                lookAt(wanted, now);
            }
            return;
        }
        outlook = null;
        if (now.oldest() < now.end()) {
            model.link().show(now.oldest(), now.end());
        }
    }

    private void lookAt(TimeWindow window, LiveRun now) {
        switch (window) {
            case TimeWindow.Following(long millis) ->
                model.link().follow(() -> Outlook.edge(model.clock().millis(), now.newest()), millis);
            case TimeWindow.Fixed(long from, long to) -> model.link().show(from, to);
        }
    }

    /** What charts share is done once; what each has of its own, on each. */
    private void act(ChartAction action) {
        boolean each = action == ChartAction.PICTURE || action == ChartAction.CSV;
        panes.stream().limit(each ? panes.size() : 1).forEach(pane -> pane.run(action));
    }

    /** A key that nobody else wants is meant for the charts. */
    private void typed(KeyEvent event) {
        boolean taken = event.getTarget() instanceof TextInputControl || event.getTarget() instanceof ButtonBase;
        if (!taken && !panes.isEmpty()) {
            panes.getFirst().handle(event);
        }
    }

    private void save(ChartFile file) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(file.name());
        File chosen = chooser.showSaveDialog(run.getScene().getWindow());
        if (chosen != null) {
            model.save(file, chosen.toPath());
        }
    }

    private Color colour(String sensor) {
        return panes.getFirst().colourOf(order.indexOf(sensor));
    }

    private Vitality vitality(String sensor) {
        LiveRun now = model.shownProperty().get();
        return now == null || now.isOver()
                ? Vitality.HELD
                : now.halves()
                        .stream()
                        .map(half -> half.vitalityOf(sensor))
                        .reduce(Vitality.FRESH, Vitality::worst);
    }

    private List<@Nullable Double> newest(String sensor) {
        LiveRun now = model.shownProperty().get();
        List<@Nullable Double> values = new ArrayList<>();
        if (now != null) {
            now.halves().forEach(half -> values.add(half.newestOf(sensor)));
        }
        return values;
    }

    private void report(Set<Form> forms, Path folder) {
        LiveRun shown = model.shownProperty().get();
        if (shown != null) {
            LiveHalf half = shown.halves().getFirst();
            reports.write(new BackendRun(half.backend(), half.run(), half.known().key().store()), forms, folder);
        }
    }

    @FXML
    private void finish() {
        model.finish();
    }

    @FXML
    private void showAll() {
        model.selectedSensorProperty().set(null);
    }

    @FXML
    private void showHidden() {
        model.showAllSensors();
        refresh();
    }

    @FXML
    private void goToStart() {
        model.goToStart();
    }

    @FXML
    private void goToRunning() {
        model.goToRunning();
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        if (sight != null) {
            sight.close();
        }
        model.chartsBy(null);
        building.end();
        tabling.end();
        charts.getChildren().clear();
    }
}
