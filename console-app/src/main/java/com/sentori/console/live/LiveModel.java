package com.sentori.console.live;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.charts.Annotation;
import com.sentori.console.charts.ChartAction;
import com.sentori.console.charts.ChartFile;
import com.sentori.console.charts.ChartLink;
import com.sentori.console.connections.Wording;
import com.sentori.console.guard.Guard;
import com.sentori.console.runs.RunSession;
import com.sentori.console.scenarios.ScenarioException;
import com.sentori.console.series.SeriesStore;
import com.sentori.console.stage.Actions;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Place;
import com.sentori.console.stage.Saving;
import com.sentori.console.stage.Texts;
import com.sentori.console.thresholds.Threshold;
import com.sentori.contract.runs.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** The run that is shown, and those that this console drives in the background. FX thread. */
public final class LiveModel implements AutoCloseable {
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(5);

    private final Actions actions;
    private final Texts texts;
    private final Desk desk;
    private final Wording wording;
    private final SeriesStore store;
    private final Guard guard;
    private final Clock clock;
    private final List<LiveRun> kept = new ArrayList<>();
    private final Set<LiveRun> announced = Collections.newSetFromMap(new WeakHashMap<>());
    private final Set<LiveHalf> asking = new HashSet<>();
    private final ReadOnlyObjectWrapper<@Nullable LiveRun> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper beat = new ReadOnlyLongWrapper();
    private final ObservableList<String> allSensors = FXCollections.observableArrayList();
    private final FilteredList<String> sensors = new FilteredList<>(allSensors);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable String> selectedSensor = new SimpleObjectProperty<>();
    private final Sights sights = new Sights();
    private final BooleanProperty comparison = new SimpleBooleanProperty(true);
    private final BooleanProperty tables = new SimpleBooleanProperty();
    private final DoubleProperty sensorsWidth = new SimpleDoubleProperty(LiveLayout.SENSORS_WIDTH);
    private final DoubleProperty comparisonWidth = new SimpleDoubleProperty(LiveLayout.COMPARISON_WIDTH);
    private @Nullable String keptSensor;
    private List<LiveLayout.RunOn> keptRuns = List.of();
    private @Nullable Consumer<ChartAction> charts;
    private BiFunction<String, Run, List<Annotation>> otherMarks = (_, _) -> List.of();

    /** Shows nothing yet. */
    public LiveModel(Actions actions, Texts texts, Figures figures, Desk desk, SeriesStore store,
            Guard guard, Clock clock) {
        this.actions = actions;
        this.texts = texts;
        this.desk = desk;
        this.wording = new Wording(texts, figures);
        this.store = store;
        this.guard = guard;
        this.clock = clock;
        filter.subscribe(typed -> {
            String wanted = typed.strip().toLowerCase(Locale.ROOT);
            sensors.setPredicate(sensor -> sensor.toLowerCase(Locale.ROOT).contains(wanted));
        });
    }

    /** Takes over how the runs stand now. */
    public void refresh() {
        for (LiveRun run : List.copyOf(kept)) {
            announceTheEnd(run);
            if (run.isOver() && run != shown.get()) {
                run.release();
                kept.remove(run);
            }
        }
        LiveRun run = shown.get();
        kept.forEach(each -> each.halves().forEach(LiveHalf::beat));
        if (run != null) {
            run.halves().forEach(this::hearTheEnd);
        }
        beat.set(beat.get() + 1);
    }

    /** The run that is shown; null without one. */
    public ReadOnlyObjectProperty<@Nullable LiveRun> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Moves on with every refresh. */
    public ReadOnlyLongProperty beatProperty() {
        return beat.getReadOnlyProperty();
    }

    /** Starts a session on these backends, or goes on with one. Waits for it: not for the FX thread. */
    public LiveRun begin(List<BackendClient> backends, RunSession.Starter starter)
            throws BackendException, IOException, ScenarioException {
        return LiveRun.drive(backends, starter, store, guard, clock);
    }

    /** The sensors of the run that fit the filter. */
    public ObservableList<String> sensors() {
        return sensors;
    }

    /** How many sensors the run has. */
    public int sensorCount() {
        return allSensors.size();
    }

    /** What a sensor's name must contain to be listed. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** The sensor that stands out in the charts; null if all are alike. */
    public ObjectProperty<@Nullable String> selectedSensorProperty() {
        return selectedSensor;
    }

    /** What the charts of the run that is shown share. */
    public ChartLink link() {
        return sights.link();
    }

    /** The limits that all charts draw. */
    public ObservableList<Threshold> limits() {
        return sights.limits();
    }

    /** Whether a twin run is compared beside its charts; else its sensors are listed there. */
    public BooleanProperty comparisonProperty() {
        return comparison;
    }

    /** Whether each chart has its table. */
    public BooleanProperty tablesProperty() {
        return tables;
    }

    /** Width of the list of sensors, in units of the scene. */
    DoubleProperty sensorsWidthProperty() {
        return sensorsWidth;
    }

    /** Width of the comparison, in units of the scene. */
    DoubleProperty comparisonWidthProperty() {
        return comparisonWidth;
    }

    /** Who does what is done with charts; null for nobody. */
    void chartsBy(@Nullable Consumer<ChartAction> doer) {
        charts = doer;
    }

    /** Does something with the charts of the run that is shown; whether there is one. */
    public boolean act(ChartAction action) {
        Consumer<ChartAction> doer = charts;
        if (doer == null || shown.get() == null) {
            return false;
        }
        doer.accept(action);
        return true;
    }

    /** Does something with the sensor that stands out; whether there is one. */
    public boolean actOnSensor(Consumer<String> act) {
        String sensor = selectedSensor.get();
        if (sensor == null || shown.get() == null) {
            return false;
        }
        act.accept(sensor);
        return true;
    }

    /** Whether a sensor is hidden. */
    boolean isHidden(String sensor) {
        return link().hidden().contains(sensor);
    }

    /** How many sensors are hidden. */
    long hiddenSensors() {
        return allSensors.stream().filter(this::isHidden).count();
    }

    /** Hides a sensor in all charts and tables, or shows it. */
    public void toggle(String sensor) {
        LiveRun run = shown.get();
        if (run != null && isHidden(sensor)) {
            link().hidden().removeAll(run.linesOf(sensor));
        } else if (run != null) {
            link().hidden().addAll(run.linesOf(sensor));
        }
    }

    /** Shows a sensor alone; all, if it was alone already. */
    public void solo(String sensor) {
        LiveRun run = shown.get();
        List<String> others = allSensors.stream().filter(each -> !each.equals(sensor)).toList();
        if (run == null || (!isHidden(sensor) && others.stream().allMatch(this::isHidden))) {
            showAllSensors();
            return;
        }
        others.forEach(other -> link().hidden().addAll(run.linesOf(other)));
        link().hidden().removeAll(run.linesOf(sensor));
    }

    /** Hides nothing any more. */
    public void showAllSensors() {
        link().hidden().clear();
    }

    /** Who else has something to mark on charts of a run on a backend. */
    public void marksBy(BiFunction<String, Run, List<Annotation>> others) {
        otherMarks = others;
    }

    /** What others have to mark. */
    List<Annotation> otherMarks(LiveHalf half) {
        return otherMarks.apply(half.name(), half.run());
    }

    /** What people noted at the charts of a run. */
    List<Annotation> notes(String runId) {
        return sights.notes().getOrDefault(runId, List.of());
    }

    /** How the screen is set up. */
    public LiveLayout layout() {
        LiveRun run = shown.get();
        String sensor = run == null ? keptSensor : selectedSensor.get();
        List<LiveLayout.RunOn> runs = run == null
                ? keptRuns
                : run.halves().stream().map(half -> new LiveLayout.RunOn(half.name(), half.run().id())).toList();
        return new LiveLayout(sights.common().with(List.of(), List.of()), comparison.get(), tables.get(), sensor,
                sensorsWidth.get(),
                comparisonWidth.get(), runs, sights.notes());
    }

    /** Sets the screen up so. Before a run is shown. */
    public void use(LiveLayout layout) {
        sights.use(layout.charts(), layout.notes());
        comparison.set(layout.comparison());
        tables.set(layout.table());
        keptSensor = layout.sensor();
        keptRuns = layout.runs();
        sensorsWidth.set(layout.sensorsWidth());
        comparisonWidth.set(layout.comparisonWidth());
    }

    /** Sets the screen up so for the run that is shown, and the next ones; its notes stay. */
    public void recall(LiveLayout layout) {
        sights.recall(layout.charts());
        comparison.set(layout.comparison());
        tables.set(layout.table());
        sensorsWidth.set(layout.sensorsWidth());
        comparisonWidth.set(layout.comparisonWidth());
        keptSensor = layout.sensor();
        selectedSensor.set(allSensors.contains(layout.sensor()) ? layout.sensor() : null);
    }

    /** Shows a run. */
    public void show(LiveRun run) {
        LiveRun before = shown.get();
        if (before != null && before != run && !before.isDriven()) {
            before.release();
            kept.remove(before);
        }
        if (!kept.contains(run)) {
            kept.add(run);
        }
        String stoodOut = before == null ? keptSensor : selectedSensor.get();
        if (before != run) {
            sights.turnTo(run.halves().getFirst().run().id());
        }
        selectedSensor.set(null);
        filter.set("");
        allSensors.setAll(run.sensors());
        shown.set(run);
        selectedSensor.set(stoodOut != null && allSensors.contains(stoodOut) ? stoodOut : null);
        refresh();
    }

    /** Shows runs that may be driven elsewhere: one, or the two of a twin run. */
    public void open(List<BackendRun> runs) {
        show(kept.stream()
                .filter(run -> runs.stream().allMatch(run::holds))
                .findFirst()
                .orElseGet(() -> LiveRun.watch(runs, store, guard, clock)));
    }

    /** A run as it was seen here; empty if it was not. Waits for the disk: not for the FX thread. */
    public Optional<BackendRun> seen(BackendClient backend, String runId) throws InterruptedException {
        return store.seen()
                .stream()
                .filter(seen -> seen.run().id().equals(runId) && seen.backend().equals(backend.profile().name()))
                .findFirst()
                .map(seen -> new BackendRun(backend, seen.run(), seen.store()));
    }

    /** Has the charts show this span, until somebody looks elsewhere. */
    public void lookAt(Instant from, Instant to) {
        link().lookAt(from.toEpochMilli(), to.toEpochMilli());
    }

    /** Ends the run that is shown: its sensors stop, if they are ours. */
    public void finish() {
        LiveRun run = shown.get();
        if (run == null) {
            return;
        }
        if (run.isDriven()) {
            run.stop();
            desk.say(() -> texts.get("live.stopping"));
            return;
        }
        for (LiveHalf half : run.halves()) {
            if (half.run().isRunning()) {
                actions.run(() -> half.backend().finish(half.run().id(), "INTERRUPTED", null), half::heard,
                        fault -> desk.complain(() -> wording.fault(fault)));
            }
        }
    }

    /** Writes a chart's picture or table, away from the FX thread, and says what came of it. */
    void save(ChartFile file, Path target) {
        new Saving(actions, texts, desk).save(() -> file.write(target), target);
    }

    /** How long the run has been going, or went. */
    public Duration elapsed(LiveRun run) {
        LiveHalf half = run.halves().getFirst();
        Run first = half.run();
        Duration since = first.finishedAt() == null
                ? Duration.between(half.ours(first.startedAt()), clock.instant())
                : Duration.between(first.startedAt(), first.finishedAt());
        return since.isNegative() ? Duration.ZERO : since;
    }

    /** The way out of the FX thread. */
    Actions actions() {
        return actions;
    }

    /** The clock that charts follow. */
    Clock clock() {
        return clock;
    }

    /** Shows the start form. */
    public void goToStart() {
        desk.go(Place.START);
    }

    /** Shows what is running. */
    public void goToRunning() {
        desk.go(Place.RUNNING);
    }

    private void announceTheEnd(LiveRun run) {
        if (!run.isDriven() || !run.isOver() || !announced.add(run)) {
            return;
        }
        String unread = names(run, half -> half.state().check() == null);
        String failed = names(run, half -> half.state().check() != null && !half.state().passed());
        String alarmed = names(run, half -> !half.broken().isEmpty());
        if (!failed.isEmpty()) {
            desk.complain(() -> texts.get("live.ended.failed", failed));
        } else if (!unread.isEmpty()) {
            desk.complain(() -> texts.get("live.ended.unread", unread));
        } else if (!alarmed.isEmpty()) {
            desk.complain(() -> texts.get("live.ended.alarmed", alarmed));
        } else {
            desk.praise(() -> texts.get("live.ended.passed", String.join(", ", run.backends())));
        }
    }

    private static String names(LiveRun run, Predicate<LiveHalf> which) {
        return run.halves().stream().filter(which).map(LiveHalf::name).collect(Collectors.joining(", "));
    }

    /** A followed run says that it is complete, not how it ended: ask. */
    private void hearTheEnd(LiveHalf half) {
        LiveHalf.State state = half.state();
        if (!state.isDriven() && state.over() && half.run().isRunning() && asking.add(half)) {
            actions.run(() -> half.backend().run(half.run().id()), run -> {
                half.heard(run);
                asking.remove(half);
            }, _ -> asking.remove(half));
        }
    }

    /**
     * Lets go of all runs; those that are driven from here are stopped and ended. Waits for their ends for a few seconds:
     * the window is closed by then, and a run that nobody ends would count against the limit until it times out.
     */
    @Override
    public void close() {
        kept.forEach(LiveRun::stop);
        kept.forEach(run -> run.awaitEnd(LAST_PATIENCE));
        kept.forEach(LiveRun::release);
        kept.clear();
    }
}
