package com.sentori.console.start;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.connections.BackendItem;
import com.sentori.console.connections.ConnectionsModel;
import com.sentori.console.connections.Wording;
import com.sentori.console.live.BackendRun;
import com.sentori.console.live.LiveModel;
import com.sentori.console.live.LiveRun;
import com.sentori.console.runs.Order;
import com.sentori.console.runs.PlanFault;
import com.sentori.console.runs.Records;
import com.sentori.console.runs.Repeat;
import com.sentori.console.runs.RunSession;
import com.sentori.console.runs.Threshold;
import com.sentori.console.scenarios.ScenarioException;
import com.sentori.console.scenarios.ScenarioText;
import com.sentori.console.scenarios.Scenarios;
import com.sentori.console.simulator.Waveform;
import com.sentori.console.stage.Actions;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Place;
import com.sentori.console.stage.Texts;
import com.sentori.contract.info.Info;
import com.sentori.contract.info.Limits;
import com.sentori.contract.runs.StartRequest;
import java.time.Clock;
import java.time.Duration;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The start form: what is typed, what is wrong with it, and whether a run may start. FX thread. */
public final class StartModel {
    private static final long SEEDS = 1_000_000;
    /** What no backend may go beyond. */
    private static final Limits CONTRACT = new Limits(0, StartRequest.MAX_SENSORS, 0, 0, 0);

    private final ConnectionsModel connections;
    private final LiveModel live;
    private final Records records;
    private final Clock clock;
    private final Actions actions;
    private final Texts texts;
    private final Desk desk;
    private final Figures figures;
    private final Wording wording;
    private final ObservableList<Target> targets = FXCollections.observableArrayList();
    private final StringProperty sensors = new SimpleStringProperty("20");
    private final StringProperty rate = new SimpleStringProperty("5");
    private final StringProperty duration = new SimpleStringProperty("1 min");
    private final StringProperty seed = new SimpleStringProperty(newSeed());
    private final StringProperty thresholds = new SimpleStringProperty("");
    private final ObjectProperty<Waveform> waveform = new SimpleObjectProperty<>(Waveform.SINE);
    private final ObservableList<Choice> choices = FXCollections.observableArrayList(Choice.WAVEFORM);
    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.WAVEFORM);
    private final ReadOnlyObjectWrapper<@Nullable ScenarioText> scenario = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper scenarioFault = new ReadOnlyStringWrapper("");
    private final ScenarioWording scenarioWording;
    private @Nullable Exception unusable;
    private final ReadOnlyObjectWrapper<PlanForm> form = new ReadOnlyObjectWrapper<>(
            new PlanForm(Optional.empty(), Map.of(), true, ""));
    private final ReadOnlyObjectWrapper<Limits> limits = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper halves = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper blocked = new ReadOnlyStringWrapper("");
    /** Whether something was typed since the form was read. */
    private boolean unread = true;
    private boolean starting;
    /** How long a run was whose scenario is being read to run it again. */
    private @Nullable Duration repeated;

    /** Starts runs on these backends and shows them live. */
    public StartModel(ConnectionsModel connections, LiveModel live, Records records, Actions actions, Texts texts,
            Figures figures, Desk desk, Clock clock) {
        this.records = records;
        this.clock = clock;
        this.connections = connections;
        this.live = live;
        this.actions = actions;
        this.texts = texts;
        this.desk = desk;
        this.figures = figures;
        this.wording = new Wording(texts, figures);
        this.scenarioWording = new ScenarioWording(texts);
        connections.items().addListener((ListChangeListener<BackendItem>) _ -> followBackends());
        Scenarios.SHIPPED.forEach(name -> choices.add(new Choice(name)));
        choice.subscribe(this::readScenario);
        Stream.<Observable>of(sensors, rate, duration, seed, thresholds, waveform, scenario)
                .forEach(field -> field.subscribe(this::typed));
        texts.localeProperty().subscribe(() -> {
            sayWhatIsWrong();
            refresh();
        });
        followBackends();
    }

    /** Reads the form again, against what the backends allow now. */
    public void refresh() {
        halves.set((int) targets.stream().filter(Target::isChosen).count());
        Limits allowed = tightest();
        if (unread || !Objects.equals(limits.get(), allowed)) {
            unread = false;
            limits.set(allowed);
            form.set(PlanForm.read(new PlanForm.Typed(sensors.get(), rate.get(), duration.get(), waveform.get(),
                    seed.get(), thresholds.get(), scenario.get()), allowed));
        }
        blocked.set(reason());
    }

    private void typed() {
        unread = true;
        refresh();
    }

    /** The backends to choose from. */
    public ObservableList<Target> targets() {
        return targets;
    }

    /** How many sensors, as typed. */
    public StringProperty sensorsProperty() {
        return sensors;
    }

    /** Readings a second of each sensor, as typed. */
    public StringProperty rateProperty() {
        return rate;
    }

    /** How long, as typed. */
    public StringProperty durationProperty() {
        return duration;
    }

    /** The seed, as typed. */
    public StringProperty seedProperty() {
        return seed;
    }

    /** The shape of the values. */
    public ObjectProperty<Waveform> waveformProperty() {
        return waveform;
    }

    /** What the run must hold, as typed. */
    public StringProperty thresholdsProperty() {
        return thresholds;
    }

    /** What the sensors can be told to do: a waveform, a scenario that comes with the program, or files. */
    ObservableList<Choice> choices() {
        return choices;
    }

    /** What they are told. */
    ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    /** The scenario that was chosen and read; null for a waveform. */
    public ReadOnlyObjectProperty<@Nullable ScenarioText> scenarioProperty() {
        return scenario.getReadOnlyProperty();
    }

    /** Why the scenario that was chosen cannot be used; empty if it can. */
    public ReadOnlyStringProperty scenarioFaultProperty() {
        return scenarioFault.getReadOnlyProperty();
    }

    /** Chooses a scenario that comes with the program, by its name, or a file. */
    public void chooseScenario(String nameOrFile) {
        Choice wanted = new Choice(nameOrFile);
        if (!choices.contains(wanted)) {
            choices.add(wanted);
        }
        choice.set(wanted);
    }

    /** Chooses a scenario file. */
    void chooseFile(Path file) {
        chooseScenario(file.toString());
    }

    /** What was typed, read. */
    ReadOnlyObjectProperty<PlanForm> formProperty() {
        return form.getReadOnlyProperty();
    }

    /** What the chosen backends allow; the contract's own limits while they are unknown. */
    public ReadOnlyObjectProperty<Limits> limitsProperty() {
        return limits.getReadOnlyProperty();
    }

    /** Why nothing can be started; empty if it can. */
    public ReadOnlyStringProperty blockedProperty() {
        return blocked.getReadOnlyProperty();
    }

    /** How many backends are chosen. */
    public ReadOnlyIntegerProperty halvesProperty() {
        return halves.getReadOnlyProperty();
    }

    /** Fills the form with the parameters of a run, or of the halves of one, and shows it; says so if they are not known. */
    public void again(List<BackendRun> halves) {
        Optional<Repeat> wanted = Repeat.of(halves.getFirst().run());
        if (wanted.isEmpty()) {
            desk.complain(() -> texts.get("start.again.unknown"));
            return;
        }
        Repeat repeat = wanted.get();
        List<String> names = halves.stream().map(BackendRun::backendName).toList();
        targets.forEach(target -> target.chosenProperty().set(names.contains(target.backend().name())));
        Waveform shape = repeat.waveform();
        if (shape != null) {
            choice.set(Choice.WAVEFORM);
            waveform.set(shape);
            sensors.set(Integer.toString(repeat.plan().scenario().sensors()));
            rate.set(plain(repeat.plan().scenario().groups().getFirst().rate()));
            fill(repeat);
        } else {
            actions.run(() -> {
                Optional<String> shipped = repeat.shipped(records.scenarios());
                return shipped.isPresent() ? shipped.get() : records.keepScenario(repeat.scenario()).toString();
            }, name -> {
                repeated = repeat.plan().duration();
                chooseScenario(name);
                fill(repeat);
            }, fault -> desk.complain(() -> wording.fault(fault)));
        }
        desk.go(Place.START);
    }

    private void fill(Repeat repeat) {
        duration.set(written(repeat.plan().duration()));
        seed.set(Long.toString(repeat.plan().seed()));
        thresholds.set(String.join(", ", repeat.thresholds().stream().map(Threshold::text).toList()));
        desk.say(() -> texts.get("start.again"));
        refresh();
    }

    private String written(Duration length) {
        return length.toMillis() % 1000 == 0 ? figures.span(length) : length.toMillis() + "ms";
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    /** Types another seed. */
    public void reseed() {
        seed.set(newSeed());
    }

    /** What is wrong with a field; empty if nothing is. */
    public String fault(PlanFault.Field field) {
        PlanFault fault = form.get().faults().get(field);
        return fault == null ? "" : texts.get("plan.fault." + field.name(), fault.max());
    }

    /** Starts the run, and shows it when it runs. Does nothing while {@link #blockedProperty} gives a reason. */
    public void start() {
        refresh();
        if (!blocked.get().isEmpty()) {
            return;
        }
        Order order = form.get().order().orElseThrow();
        List<BackendClient> chosen = chosen();
        starting = true;
        refresh();
        RunSession.Starter starter = sink -> RunSession.start(chosen, order, records, sink, clock);
        actions.run(() -> live.begin(chosen, starter), this::started, this::failed);
    }

    private List<BackendClient> chosen() {
        return targets.stream()
                .filter(Target::isChosen)
                .map(target -> target.backend().connection().client())
                .toList();
    }

    private void started(LiveRun run) {
        starting = false;
        live.show(run);
        desk.say(() -> texts.get(run.isTwin() ? "start.started.twin" : "start.started",
                String.join(", ", run.backends())));
        desk.go(Place.LIVE);
        refresh();
    }

    private void failed(Exception fault) {
        starting = false;
        desk.complain(() -> wording.fault(fault));
        refresh();
    }

    private void readScenario(Choice wanted) {
        unusable = null;
        sayWhatIsWrong();
        String name = wanted.name();
        if (name == null) {
            scenario.set(null);
            refresh();
            return;
        }
        actions.run(() -> records.scenarios().named(name), text -> {
            if (choice.get().equals(wanted)) {
                scenario.set(text);
                Duration again = repeated;
                repeated = null;
                duration.set(again == null ? figures.span(text.scenario().duration()) : written(again));
                refresh();
            }
        }, fault -> {
            if (choice.get().equals(wanted)) {
                scenario.set(null);
                unusable = fault;
                sayWhatIsWrong();
                refresh();
            }
        });
    }

    /** Why the scenario that was chosen cannot be used, in the language of now. */
    private void sayWhatIsWrong() {
        Exception now = unusable;
        scenarioFault.set(now == null ? "" : sentence(now));
    }

    private String sentence(Exception fault) {
        return fault instanceof ScenarioException known ? scenarioWording.of(known.fault()) : wording.fault(fault);
    }

    private void followBackends() {
        List<BackendItem> items = connections.items();
        targets.removeIf(target -> !items.contains(target.backend()));
        for (BackendItem item : items) {
            if (targets.stream().noneMatch(target -> target.backend() == item)) {
                Target target = new Target(item, targets.stream().filter(Target::isChosen).count() < RunSession.TWINS);
                target.chosenProperty().subscribe(this::refresh);
                targets.add(target);
            }
        }
        refresh();
    }

    private Limits tightest() {
        return targets.stream()
                .filter(Target::isChosen)
                .map(target -> target.backend().state().info())
                .filter(Objects::nonNull)
                .map(Info::limits)
                .reduce((one, other) -> other.maxSensors() < one.maxSensors() ? other : one)
                .orElse(CONTRACT);
    }

    private String reason() {
        if (starting) {
            return texts.get("start.blocked.starting");
        }
        if (targets.isEmpty()) {
            return texts.get("start.blocked.nobackend");
        }
        if (halves.get() == 0) {
            return texts.get("start.blocked.nochoice");
        }
        if (halves.get() > RunSession.TWINS) {
            return texts.get("start.blocked.many");
        }
        List<BackendClient> chosen = chosen();
        if (halves.get() == RunSession.TWINS && chosen.getFirst().isSame(chosen.getLast())) {
            return texts.get("start.blocked.same", chosen.getFirst().profile().name(),
                    chosen.getLast().profile().name());
        }
        for (Target target : targets) {
            BackendItem backend = target.backend();
            if (target.isChosen() && !backend.isUp()) {
                return texts.get("start.blocked.down", backend.name(), wording.health(backend.state()));
            }
            if (target.isChosen() && backend.available() == 0) {
                return texts.get("start.blocked.full", backend.name(), backend.state().running().size());
            }
        }
        if (!fault(PlanFault.Field.TOTAL).isEmpty()) {
            return fault(PlanFault.Field.TOTAL);
        }
        if (!scenarioFault.get().isEmpty()) {
            return texts.get("start.blocked.scenario");
        }
        if (choice.get().name() != null && scenario.get() == null) {
            return texts.get("start.blocked.reading");
        }
        return form.get().order().isEmpty() ? texts.get("start.blocked.fields") : "";
    }

    private static String newSeed() {
        return Long.toString(ThreadLocalRandom.current().nextLong(1, SEEDS));
    }
}
