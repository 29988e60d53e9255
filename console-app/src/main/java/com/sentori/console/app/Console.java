package com.sentori.console.app;

import com.sentori.console.alarms.AlarmFile;
import com.sentori.console.alarms.Alarms;
import com.sentori.console.backends.Backends;
import com.sentori.console.backends.Connection;
import com.sentori.console.backends.Folders;
import com.sentori.console.backends.Network;
import com.sentori.console.backends.Settings;
import com.sentori.console.backends.Timing;
import com.sentori.console.backends.Token;
import com.sentori.console.bell.AlarmsModel;
import com.sentori.console.bell.AlarmsView;
import com.sentori.console.bell.Bell;
import com.sentori.console.bell.RulesModel;
import com.sentori.console.boards.DashboardsModel;
import com.sentori.console.boards.DashboardsView;
import com.sentori.console.boards.GrafanaModel;
import com.sentori.console.cloud.CloudModel;
import com.sentori.console.cloud.CloudView;
import com.sentori.console.connections.ConnectionsModel;
import com.sentori.console.connections.ConnectionsView;
import com.sentori.console.connections.SignInModel;
import com.sentori.console.connections.TokensModel;
import com.sentori.console.credentials.Safe;
import com.sentori.console.guard.Guard;
import com.sentori.console.history.HistoryModel;
import com.sentori.console.history.HistoryView;
import com.sentori.console.history.Verdicts;
import com.sentori.console.infra.EnvironmentsModel;
import com.sentori.console.infra.InfraModel;
import com.sentori.console.infra.InfraView;
import com.sentori.console.journal.Journal;
import com.sentori.console.layouts.LayoutModel;
import com.sentori.console.layouts.Layouts;
import com.sentori.console.live.FirstUse;
import com.sentori.console.live.LiveModel;
import com.sentori.console.live.LiveView;
import com.sentori.console.live.ReportModel;
import com.sentori.console.overview.OverviewModel;
import com.sentori.console.overview.OverviewView;
import com.sentori.console.palette.PaletteModel;
import com.sentori.console.rules.Rules;
import com.sentori.console.runs.Records;
import com.sentori.console.series.SeriesStore;
import com.sentori.console.stage.Actions;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Place;
import com.sentori.console.stage.Screens;
import com.sentori.console.stage.Steps;
import com.sentori.console.stage.Texts;
import com.sentori.console.start.ResumeModel;
import com.sentori.console.start.StartModel;
import com.sentori.console.start.StartView;
import com.sentori.console.terraform.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The window, put together. Made, used and closed on the FX thread. */
final class Console implements AutoCloseable {
    static final double MIN_WIDTH = 1100;
    static final double MIN_HEIGHT = 720;
    static final double WIDTH = 1280;
    static final double HEIGHT = 800;

    private final Clock clock = Clock.systemUTC();
    /** What needs no window, and takes the processors from it, begins when its first frame was presented. */
    private final CountDownLatch presented = new CountDownLatch(1);
    private final Desk desk = new Desk();
    private final Actions actions = new Actions(task -> Thread.ofPlatform().daemon().name("action").start(task),
            Platform::runLater);
    private final Texts texts;
    private final Figures figures;
    private final Backends backends;
    private final SeriesStore store;
    private final MainModel main;
    private final ConnectionsModel connections;
    private final SignInModel signIn;
    private final Guard guard;
    private final @Nullable Path folder;
    private final @Nullable Path data;
    private final TokensModel tokens;
    private final LiveModel live;
    private final Bell bell;
    private final AlarmsModel alarms;
    private final RulesModel rules;
    private final StartModel start;
    private final OverviewModel overview;
    private final ReportModel reports;
    private final HistoryModel history;
    private final Verdicts verdicts;
    private final DashboardsModel dashboards;
    private final CloudModel cloud;
    private final EnvironmentsModel environments;
    private final InfraModel infra;
    private final RoomModel room;
    private final LayoutModel layout;
    private final Scene scene;
    private final Refreshes refreshes;
    private final Subscription subscription;
    private final PaletteModel palette;
    private @Nullable Scenery scenery;
    private List<Runnable> views = List.of();

    /** Over these settings, which are kept in a folder, as nothing else is; nowhere without one. */
    Console(Settings settings, @Nullable Path folder, String user) {
        this(settings, folder, null, user, Layouts.in(folder), Optional::empty);
    }

    /**
     * Over these settings.
     *
     * @param folder where they are kept; null for nowhere
     * @param data where the journal of what was seen is kept; null for nowhere
     * @param layouts how the screens were left
     */
    Console(Settings settings, @Nullable Path folder, @Nullable Path data, String user, Layouts layouts) {
        this(settings, folder, data, user, layouts, Optional::empty);
    }

    /**
     * Over these settings, with a keychain.
     *
     * @param keychain finds the system's, and waits for it
     */
    Console(Settings settings, @Nullable Path folder, @Nullable Path data, String user, Layouts layouts,
            Callable<Optional<? extends Safe>> keychain) {
        this.folder = folder;
        this.data = data;
        store = new SeriesStore(() -> journal(data, settings.journalMebibytes() << 20));
        texts = new Texts(Settings.locale(settings.language()));
        figures = new Figures(texts, ZoneId::systemDefault);
        Network network = Network.of(settings);
        backends = new Backends(settings.profiles(), user, null, clock, Timing.STANDARD, network, presented);
        main = new MainModel(settings, folder, backends, texts, desk, actions);
        main.lookProperty().get().apply();
        connections = new ConnectionsModel(backends, texts, desk, main::keep);
        signIn = new SignInModel(connections, backends, actions, texts, desk, clock);
        tokens = new TokensModel(connections, settings.tokens(), () -> {
            presented.await();
            return keychain.call();
        }, data, actions, texts, desk, main::keep);
        main.tokensBy(tokens.keepingProperty()::get);
        Path kept = data == null ? Folders.data() : data;
        Records records = new Records(kept);
        guard = guard(data);
        live = new LiveModel(actions, texts, figures, desk, store, guard, clock);
        bell = new Bell(guard.alarms(), this::sceneYet, main.desktopToldProperty()::get, this::hide, actions, texts,
                figures, desk);
        alarms = new AlarmsModel(guard, backends, live, actions, texts, figures, desk, user, bell::ring);
        rules = new RulesModel(guard.rules(), actions, texts, desk);
        reports = new ReportModel(connections, live, kept, actions, texts, figures, desk, clock);
        start = new StartModel(connections, live, records, actions, texts, figures, desk, clock);
        overview = new OverviewModel(connections, live, actions, texts, figures, desk, clock);
        history = new HistoryModel(connections, live, store, data == null ? folder : data,
                run -> start.again(run.withTwin(history().runs())), reports, actions, texts, figures, desk);
        verdicts = new Verdicts(records, actions);
        dashboards = new DashboardsModel(connections, backends, new GrafanaModel(backends, texts, desk, clock), actions,
                texts, desk, ZoneId::systemDefault, clock);
        cloud = new CloudModel(connections, backends::http, kept, actions, desk, clock);
        environments = new EnvironmentsModel(folder, actions, texts, desk);
        infra = new InfraModel(environments, connections, Program.ofThisProcess(), kept, actions, texts, desk, clock);
        live.marksBy(infra::marks);
        room = new RoomModel(store, data, texts, figures, desk);
        layout = new LayoutModel(layouts, backends, live, desk, actions, texts);
        layout.restore();
        alarms.keepLimits();
        String fault = network.fault();
        if (fault != null) {
            desk.complain(() -> texts.get("settings.certificates.unusable", fault));
        }
        palette = new PaletteModel(
                () -> new Repertoire(texts, desk, main, live, this::scenery, this::lay, layout, this::ask).commands(),
                texts, desk);
        layout.namedProperty().subscribe(palette::renew);
        if (settings.profiles().isEmpty()) {
            desk.go(Place.BACKENDS);
        }
        // Before anything is bound to what it changes.
        arrive(desk.placeProperty().get());
        scene = new Scene(frame(), WIDTH, HEIGHT);
        scene.getStylesheets()
                .add(Objects.requireNonNull(Console.class.getResource("console.css"), "console.css").toExternalForm());
        scene.addEventHandler(KeyEvent.KEY_PRESSED, palette::press);
        scene.addEventHandler(KeyEvent.KEY_TYPED, palette::press);
        subscription = Subscription.combine(main.lookProperty().subscribe(look -> look.apply(scene)),
                main.scaleProperty().subscribe(percent -> Sizes.apply(scene, percent.intValue())),
                Platform.getPreferences().colorSchemeProperty().subscribe(main::followSystem),
                texts.localeProperty().subscribe((_, _) -> scene.setRoot(frame())),
                desk.placeProperty().subscribe((_, place) -> arrive(place)));
        if (folder != null) {
            new ResumeModel(connections, live, records, actions, texts, figures, desk, clock).resume();
        }
        refreshes = new Refreshes(List.of(connections::refresh, start::refresh, overview::refresh, live::refresh,
                reports::refresh, room::refresh, layout::refresh, alarms::refresh, rules::refresh,
                dashboards::refresh, cloud::refresh, infra::refresh))
                .begin();
    }

    /** On the thread of the store. */
    private Journal journal(@Nullable Path folder, long most) {
        if (folder == null) {
            return Journal.none();
        }
        try {
            presented.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Journal.open(folder, most, clock);
    }

    /** Watches by the rules that are kept, and takes up the alarms that were. */
    private Guard guard(@Nullable Path data) {
        Rules kept = Rules.in(data);
        Alarms known = new Alarms(clock);
        known.use(kept.inForce());
        AlarmFile file;
        try {
            file = AlarmFile.restore(known, data);
        } catch (IOException e) {
            desk.complain(() -> texts.get("alarms.damaged"));
            file = AlarmFile.none(known, data);
        }
        return new Guard(kept, known, file, clock).begin();
    }

    private @Nullable Scene sceneYet() {
        return scene;
    }

    /** A text without the tokens that the backends are called with. Any thread. */
    String hide(String text) {
        String shown = text;
        for (Connection each : backends.all()) {
            Token token = each.client().token();
            shown = token == null ? shown : token.hideIn(shown);
        }
        return infra.hide(shown);
    }

    Scene scene() {
        return scene;
    }

    Texts texts() {
        return texts;
    }

    Desk desk() {
        return desk;
    }

    MainModel main() {
        return main;
    }

    ConnectionsModel connections() {
        return connections;
    }

    SignInModel signIn() {
        return signIn;
    }

    StartModel start() {
        return start;
    }

    TokensModel tokens() {
        return tokens;
    }

    LiveModel live() {
        return live;
    }

    ReportModel reports() {
        return reports;
    }

    HistoryModel history() {
        return history;
    }

    /** Starts what the form says, as soon as the backends have answered. */
    void startWhenPossible() {
        Subscription[] waiting = {Subscription.EMPTY};
        waiting[0] = start.blockedProperty().subscribe(reason -> {
            if (reason.isEmpty()) {
                Platform.runLater(() -> {
                    waiting[0].unsubscribe();
                    start.start();
                });
            }
        });
    }

    /** The dashboards. */
    DashboardsModel dashboards() {
        return dashboards;
    }

    /** The alarms. */
    AlarmsModel alarms() {
        return alarms;
    }

    /** Their rules. */
    RulesModel rules() {
        return rules;
    }

    /** The environments. */
    EnvironmentsModel environments() {
        return environments;
    }

    /** Their plans. */
    InfraModel infra() {
        return infra;
    }

    /** How the window is left. */
    LayoutModel layout() {
        return layout;
    }

    /** How the runs of all backends stand. */
    OverviewModel overview() {
        return overview;
    }

    private void arrive(Place place) {
        connections.refresh();
        room.refresh();
        switch (place) {
            case START -> start.refresh();
            case RUNNING -> overview.refresh();
            case LIVE -> {
                infra.reloadApplied();
                live.refresh();
            }
            case HISTORY -> {
                reports.refresh();
                history.reload();
            }
            case ALARMS -> alarms.refresh();
            case DASHBOARDS -> dashboards.refresh();
            case CLOUD -> cloud.refresh();
            case INFRA -> {
                environments.reload();
                infra.refresh();
            }
            case BACKENDS, SETTINGS -> {
                // They are what was refreshed.
            }
        }
    }

    /** Every screen of the language of the moment. */
    private Scenery scenery() {
        return Objects.requireNonNull(scenery);
    }

    /** A screen, as it is loaded at the moment. */
    Parent screen(Place place) {
        return scenery().of(place);
    }

    private void ask(String key, Consumer<String> answer) {
        palette.ask(key, answer);
    }

    private void lay(PaletteModel.Sheet sheet) {
        palette.toggle(sheet);
    }

    /** What the window can do. */
    PaletteModel palette() {
        return palette;
    }

    private Parent frame() {
        closeViews();
        Screens screens = new Screens(texts);
        Scenery made = new Scenery(screens, this::view);
        scenery = made;
        MainView mainView = new MainView(main, connections, alarms, environments, desk, room, texts, figures, made,
                palette,
                screens);
        Scaled frame = new Scaled((Region) screens.load(mainView), main.scaleProperty());
        List<Runnable> pieces = new ArrayList<>(List.of(presented::countDown));
        pieces.addAll(FirstUse.of(texts));
        pieces.addAll(made.pieces());
        Steps preparation = new Steps(pieces).begin();
        views = List.of(preparation::end, made::close, mainView::close, frame::release);
        return frame;
    }

    private AutoCloseable view(Place place) {
        return switch (place) {
            case START -> new StartView(start, texts, figures);
            case RUNNING -> new OverviewView(overview, texts, figures);
            case LIVE -> new LiveView(live, reports, texts, figures);
            case HISTORY -> new HistoryView(history, verdicts, texts, figures);
            case ALARMS -> new AlarmsView(alarms, rules, texts, figures);
            case DASHBOARDS -> new DashboardsView(dashboards, texts, figures);
            case CLOUD -> new CloudView(cloud, texts, figures);
            case INFRA -> new InfraView(infra, texts, figures);
            case BACKENDS -> new ConnectionsView(connections, signIn, texts, figures);
            case SETTINGS -> new SettingsView(main, tokens, folder, data, texts, figures);
        };
    }

    private void closeViews() {
        views.forEach(Runnable::run);
    }

    /** Lets go of everything; runs that are still driven are ended as INTERRUPTED. */
    @Override
    public void close() {
        refreshes.end();
        subscription.unsubscribe();
        layout.close();
        closeViews();
        bell.close();
        dashboards.close();
        alarms.keepLimits();
        infra.close();
        live.close();
        guard.close();
        cloud.close();
        signIn.close();
        backends.close();
        // What still waits goes on, and ends.
        presented.countDown();
        store.close();
    }
}
