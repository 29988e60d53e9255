package com.sentori.console.boards;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.Backends;
import com.sentori.console.backends.Telemetry;
import com.sentori.console.charts.ChartFile;
import com.sentori.console.connections.BackendItem;
import com.sentori.console.connections.ConnectionsModel;
import com.sentori.console.dashboards.Chosen;
import com.sentori.console.dashboards.DashboardException;
import com.sentori.console.dashboards.Inquiry;
import com.sentori.console.dashboards.Library;
import com.sentori.console.dashboards.Library.Entry;
import com.sentori.console.dashboards.Panel;
import com.sentori.console.dashboards.Round;
import com.sentori.console.dashboards.Shown;
import com.sentori.console.dashboards.Sources;
import com.sentori.console.stage.Actions;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Place;
import com.sentori.console.stage.Saving;
import com.sentori.console.stage.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Which dashboard is shown, of which backend, of which time and with what chosen, and what its panels were answered. It asks while its screen is shown, and no
 * longer when that is left. FX thread.
 */
public final class DashboardsModel implements AutoCloseable {
    /** The lengths of time that are offered, as Grafana writes them. */
    public static final List<String> RANGES = List.of("now-5m", "now-15m", "now-30m", "now-1h", "now-3h", "now-6h",
            "now-12h", "now-24h", "now-2d", "now-7d", "now-30d");
    /** How often it may be asked anew; zero for never. */
    public static final List<Duration> BEATS = List.of(Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(10),
            Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(5));
    private static final String NOW = "now";

    private final ConnectionsModel connections;
    private final Backends backends;
    private final Actions actions;
    private final Texts texts;
    private final Desk desk;
    private final Clock clock;
    private final Supplier<ZoneId> zone;
    private final GrafanaModel grafana;
    private final ObservableList<Entry> dashboards = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Entry> selected = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable BackendItem> backend = new SimpleObjectProperty<>();
    private final ObjectProperty<String> range = new SimpleObjectProperty<>("now-1h");
    private final ObjectProperty<Duration> beat = new SimpleObjectProperty<>(Duration.ZERO);
    private final ReadOnlyObjectWrapper<List<Panel>> panels = new ReadOnlyObjectWrapper<>(List.of());
    private final ObservableList<Chosen> chosen = FXCollections.observableArrayList();
    private final ObservableMap<Integer, Shown> answers = FXCollections.observableHashMap();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Instant> now = new ReadOnlyObjectWrapper<>(Instant.EPOCH);
    private final Map<String, List<String>> wanted = new HashMap<>();
    private final Subscription subscription;
    private Consumer<String> browser = _ -> {};
    private boolean loading;
    private @Nullable Library library;
    private @Nullable Inquiry inquiry;
    private @Nullable Sources sources;
    private @Nullable BackendItem asked;
    private @Nullable Telemetry askedBy;
    private Instant begun = Instant.EPOCH;

    /** Over these backends; {@code backends} has the way to them. */
    public DashboardsModel(ConnectionsModel connections, Backends backends, GrafanaModel grafana, Actions actions,
            Texts texts, Desk desk, Supplier<ZoneId> zone, Clock clock) {
        this.connections = connections;
        this.backends = backends;
        this.grafana = grafana;
        this.actions = actions;
        this.texts = texts;
        this.desk = desk;
        this.zone = zone;
        this.clock = clock;
        subscription = Subscription.combine(selected.subscribe((_, entry) -> choose(entry)),
                backend.subscribe((_, _) -> forget()), range.subscribe((_, _) -> again()),
                texts.localeProperty().subscribe((_, _) -> again()),
                desk.placeProperty().subscribe(place -> {
                    if (place != Place.DASHBOARDS) {
                        leave();
                    }
                }));
    }

    /** The dashboards of the program, and those that were opened. */
    public ObservableList<Entry> dashboards() {
        return dashboards;
    }

    /** The one that is shown; null before the first. */
    public ObjectProperty<@Nullable Entry> selectedProperty() {
        return selected;
    }

    /** Whose figures are shown; null without a backend. */
    public ObjectProperty<@Nullable BackendItem> backendProperty() {
        return backend;
    }

    /** All backends. */
    public ObservableList<BackendItem> backends() {
        return connections.items();
    }

    /** Begin of its time, which ends now. */
    public ObjectProperty<String> rangeProperty() {
        return range;
    }

    /** How often it is asked anew. */
    public ObjectProperty<Duration> beatProperty() {
        return beat;
    }

    /** Its panels where they lie. */
    public ReadOnlyObjectProperty<List<Panel>> panelsProperty() {
        return panels.getReadOnlyProperty();
    }

    /** What can be and is chosen. */
    public ObservableList<Chosen> chosen() {
        return chosen;
    }

    /** The latest answers, by the places of the panels. */
    public ObservableMap<Integer, Shown> answers() {
        return answers;
    }

    /** Whether every panel has been answered. */
    public boolean isAnswered() {
        return !busy.get() && !answers.isEmpty();
    }

    /** Whether answers are awaited. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Why nothing can be asked; empty if it can. */
    public ReadOnlyStringProperty faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /** The moment of the last refresh. */
    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /** How Grafana stands. */
    public GrafanaModel grafana() {
        return grafana;
    }

    /** Takes over the time, and asks again when that is due. Called a few times a second. */
    public void refresh() {
        BackendItem item = backend.get();
        if (item == null || !connections.items().contains(item)) {
            backend.set(connections.items().isEmpty() ? null : connections.items().getFirst());
        }
        grafana.refresh(backend.get());
        if (desk.placeProperty().get() != Place.DASHBOARDS) {
            return;
        }
        now.set(clock.instant());
        if (!loading) {
            load();
        }
        Duration every = beat.get();
        boolean due = every.isPositive() && !Duration.between(begun, now.get()).minus(every).isNegative();
        boolean moved = item != null && asked == item && !item.profile().telemetry().equals(askedBy);
        if (!busy.get() && (due || begun.equals(Instant.EPOCH) || moved)) {
            ask();
        }
    }

    private void load() {
        loading = true;
        actions.run(Library::bundled, this::take, this::refused);
    }

    private void take(Library all) {
        library = all;
        dashboards.addAll(0, all.entries());
        if (selected.get() != null) {
            again();
            return;
        }
        BackendItem item = backend.get();
        boolean cloud = item != null && item.profile().telemetry().cloudWatch() != null
                && item.profile().telemetry().prometheus() == null;
        all.find("run", cloud ? Library.CLOUDWATCH : Library.PROMETHEUS)
                .or(() -> all.entries().stream().findFirst())
                .ifPresent(selected::set);
    }

    private void choose(@Nullable Entry entry) {
        wanted.keySet().removeIf(name -> entry == null || entry.dashboard().variable(name).isEmpty());
        chosen.clear();
        if (entry != null) {
            String from = entry.dashboard().from();
            range.set(from);
            beat.set(Objects.requireNonNullElse(entry.dashboard().refresh(), Duration.ZERO));
        }
        forget();
    }

    /** Opens a dashboard's file, and shows it. */
    public void open(Path file) {
        actions.run(() -> Library.open(file), entry -> {
            dashboards.removeIf(each -> each.file().equals(entry.file()) && each.family().isEmpty());
            dashboards.add(entry);
            selected.set(entry);
            desk.say(() -> texts.get("boards.opened", entry.dashboard().title()));
        }, this::refused);
    }

    private void refused(Exception e) {
        String sentence = e instanceof DashboardException
                ? String.valueOf(e.getMessage())
                : e instanceof IOException
                        ? texts.get("boards.unreadable", String.valueOf(e.getMessage()))
                        : e.toString();
        desk.complain(() -> sentence);
    }

    /** Opens pages by this from now on. */
    public void opensWith(Consumer<String> opener) {
        browser = opener;
    }

    /** Shows the backends, where one is added. */
    void goToBackends() {
        desk.go(Place.BACKENDS);
    }

    /** Opens Grafana in the browser. */
    public void openGrafana() {
        String address = grafana.standingProperty().get().address();
        if (address != null) {
            browser.accept(address);
        }
    }

    /** Writes what a chart has to be saved, away from the FX thread, and says what came of it. */
    void save(ChartFile file, Path target) {
        new Saving(actions, texts, desk).save(() -> file.write(target), target);
    }

    /** The time zone of the operator. */
    ZoneId zone() {
        return zone.get();
    }

    /** Chooses values of a variable. */
    public void want(String variable, List<String> values) {
        if (!values.equals(wanted.put(variable, List.copyOf(values)))) {
            forget();
        }
    }

    /** What is shown is about something else: nobody is to take it for what is asked now. */
    private void forget() {
        answers.clear();
        panels.set(List.of());
        again();
    }

    /** Asks again at once. */
    public void again() {
        stop();
        begun = Instant.EPOCH;
        if (desk.placeProperty().get() == Place.DASHBOARDS) {
            ask();
        }
    }

    private void ask() {
        Entry entry = selected.get();
        Library all = library;
        if (entry == null || all == null) {
            return;
        }
        stop();
        begun = clock.instant();
        busy.set(true);
        Locale locale = texts.locale();
        Round.Request request = new Round.Request(entry.in(locale), all.twin(entry, locale), wanted, range.get(), NOW,
                locale, zone());
        inquiry = Inquiry.begin(request, sources(), begun, new Answers(begun));
    }

    private Sources sources() {
        BackendItem item = backend.get();
        Telemetry telemetry = item == null ? null : item.profile().telemetry();
        Sources known = sources;
        if (known == null || asked != item || !Objects.equals(telemetry, askedBy)) {
            if (known != null) {
                known.close();
            }
            BackendClient client = item == null ? null : item.connection().client();
            known = Sources.of(client, telemetry == null ? Telemetry.NONE : telemetry, backends::http, clock);
            sources = known;
            asked = item;
            askedBy = telemetry;
        }
        return known;
    }

    /** Hears answers on the threads of the inquiry, and hands them to the FX thread; what comes of an older one is passed over. */
    private final class Answers implements Inquiry.Listener {
        private final Instant of;

        Answers(Instant of) {
            this.of = of;
        }

        private void show(Runnable change) {
            actions.show(() -> {
                if (of.equals(begun)) {
                    change.run();
                }
            });
        }

        @Override
        public void laidOut(Round round) {
            List<Panel> laid = round.panels();
            List<Chosen> choices = round.chosen();
            show(() -> {
                fault.set("");
                if (!choices.equals(chosen)) {
                    chosen.setAll(choices);
                }
                if (!isSame(laid, panels.get())) {
                    answers.clear();
                    panels.set(laid);
                }
            });
        }

        @Override
        public void answered(int place, Shown shown) {
            show(() -> answers.put(place, shown));
        }

        @Override
        public void finished() {
            show(() -> busy.set(false));
        }

        @Override
        public void failed(String sentence) {
            show(() -> {
                busy.set(false);
                fault.set(sentence);
            });
        }
    }

    private static boolean isSame(List<Panel> some, List<Panel> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            Panel one = some.get(i);
            Panel other = others.get(i);
            if (one.id() != other.id() || !one.grid().equals(other.grid()) || !one.title().equals(other.title())
                    || !one.type().equals(other.type())) {
                return false;
            }
        }
        return true;
    }

    private void stop() {
        if (inquiry != null) {
            inquiry.close();
            inquiry = null;
        }
        busy.set(false);
    }

    /** What is under way is given up; what was answered stays. */
    private void leave() {
        stop();
        begun = Instant.EPOCH;
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        stop();
        grafana.close();
        if (sources != null) {
            sources.close();
        }
    }
}
