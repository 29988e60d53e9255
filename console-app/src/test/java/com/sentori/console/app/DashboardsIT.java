package com.sentori.console.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.Settings;
import com.sentori.console.backends.Telemetry;
import com.sentori.console.dashboards.Content;
import com.sentori.console.dashboards.Library;
import com.sentori.console.dashboards.Origin;
import com.sentori.console.dashboards.ScrapingPrometheus;
import com.sentori.console.dashboards.Shown;
import com.sentori.console.faults.RunningSandbox;
import com.sentori.console.live.LiveRun;
import com.sentori.console.stage.Place;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The screen of dashboards on a sandbox during a twin run; pictures go to target/screens. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
@ResourceLock("the toolkit")
class DashboardsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path PICTURES = Path.of("target", "screens");
    private static final int SETTLED = 20;

    private final Stagehand fx = new Stagehand();
    private final FxRobot robot = new FxRobot();
    @TempDir
    private static Path sandboxFolder;
    private static RunningSandbox sandbox;
    @TempDir
    private Path folder;
    private @Nullable ScrapingPrometheus prometheus;
    private Console console;

    @BeforeAll
    static void begin() throws Exception {
        assumeTrue(ScrapingPrometheus.program().isPresent(), "Prometheus is not installed: package 'prometheus'");
        sandbox = RunningSandbox.start(sandboxFolder);
    }

    @AfterAll
    static void end() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        ScrapingPrometheus scraping = ScrapingPrometheus.of(URI.create(sandbox.address("ecsManagement")), folder);
        prometheus = scraping;
        List<BackendProfile> profiles = sandbox.profiles()
                .stream()
                .map(each -> each.name().equals("ecs")
                        ? each.with(Telemetry.ofSandbox(scraping.address().toString(), ""))
                        : each.with(Telemetry.ofSandbox("", sandbox.address("cloudWatch"))))
                .toList();
        Stage window = FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        console = fx.call(() -> {
            Console opened = new Console(new Settings(profiles, false, "en"), null, "tester");
            window.setScene(opened.scene());
            window.setWidth(Console.WIDTH);
            window.setHeight(Console.HEIGHT);
            window.show();
            return opened;
        });
        fx.until("both backends were connected", PATIENCE, () -> console.start().blockedProperty().get().isEmpty());
        fx.run(() -> {
            console.start().sensorsProperty().set("6");
            console.start().rateProperty().set("4");
            console.start().durationProperty().set("10 min");
            console.start().start();
        });
        fx.until("the run was shown", PATIENCE, () -> console.live().shownProperty().get() != null
                && console.desk().placeProperty().get() == Place.LIVE);
    }

    @AfterEach
    void close() throws Exception {
        if (console != null) {
            LiveRun run = fx.call(() -> console.live().shownProperty().get());
            if (run != null) {
                fx.run(() -> console.live().finish());
                fx.until("the run had ended", PATIENCE, run::isOver);
            }
            fx.run(console::close);
        }
        if (prometheus != null) {
            prometheus.close();
        }
    }

    @Test
    void draws_dashboards_of_both_sources_keeps_what_is_old_and_goes_on_with_stored_readings() throws Exception {
        fx.run(() -> {
            console.desk().go(Place.DASHBOARDS);
            console.dashboards().rangeProperty().set("now-5m");
        });
        show("prometheus/run");
        awaitFigures();
        picture("dashboard-run");
        assertThat(named()).allSatisfy(node -> assertThat(node.isFocusTraversable()).isTrue());
        for (Look look : List.of(Look.DARK, Look.HIGH_CONTRAST)) {
            fx.run(() -> console.main().show(look));
            picture("dashboard-run-" + look);
        }
        fx.run(() -> {
            console.main().show(Look.LIGHT);
            console.texts().use(Locale.FRENCH);
        });
        fx.until("the panels were called as in French", PATIENCE, () -> console.dashboards()
                .panelsProperty()
                .get()
                .stream()
                .anyMatch(each -> each.title().equals("Mesures par seconde")));
        awaitFigures();
        picture("dashboard-run-fr");
        fx.run(() -> console.main().scale(Settings.LARGEST));
        fx.frames(SETTLED);
        picture("dashboard-run-fr-200");
        fx.run(() -> {
            console.main().scale(Settings.SMALLEST);
            console.texts().use(Locale.ENGLISH);
        });
        for (String id : List.of("prometheus/sensor", "prometheus/user", "prometheus/backend")) {
            show(id);
            fx.until("the panels of " + id + " were answered", PATIENCE, this::isAnswered);
            picture("dashboard-" + id.replace('/', '-'));
        }
        fx.run(() -> console.dashboards()
                .backendProperty()
                .set(console.dashboards().backends().get(1)));
        for (String id : List.of("cloudwatch/run", "cloudwatch/sensor", "cloudwatch/backend")) {
            show(id);
            fx.until("the panels of " + id + " were answered", PATIENCE, this::isAnswered);
            picture("dashboard-" + id.replace('/', '-'));
        }
        fx.run(() -> console.dashboards()
                .backendProperty()
                .set(console.dashboards().backends().getFirst()));
        show("prometheus/backend");
        fx.until("the panels were answered", PATIENCE, this::isAnswered);
        int drawn = fx.call(() -> (int) console.dashboards()
                .answers()
                .values()
                .stream()
                .filter(each -> each.origin() == Origin.PROMETHEUS)
                .count());
        assertThat(drawn).isGreaterThan(3);
        Objects.requireNonNull(prometheus).close();
        fx.run(() -> console.dashboards().again());
        fx.until("the answers were missing", PATIENCE, () -> isAnswered() && console.dashboards()
                .answers()
                .values()
                .stream()
                .anyMatch(each -> each.content() instanceof Content.Undrawn none
                        && none.reason() == Content.Undrawn.Reason.UNREACHABLE));
        picture("dashboard-backend-old");
        show("prometheus/run");
        fx.until("stored readings told", PATIENCE, () -> isAnswered() && console.dashboards()
                .answers()
                .values()
                .stream()
                .allMatch(each -> each.origin() == Origin.BACKEND));
        picture("dashboard-run-stored");
    }

    @Test
    void a_file_from_elsewhere_is_opened_and_says_by_name_what_it_cannot_draw() throws Exception {
        Path file = Files.writeString(folder.resolve("elsewhere.json"),
                """
                        {"title": "From elsewhere", "refresh": "5s", "time": {"from": "now-5m", "to": "now"}, "panels": [
                          {"id": 1, "type": "text", "title": "What to do", "gridPos": {"x": 0, "y": 0, "w": 8, "h": 6},
                           "options": {"mode": "markdown", "content": "# On call\\nLook at **errors** first, then at `pool`.\\n\\n- call the [owner](https://example.org)\\n- <b>no</b> HTML"}},
                          {"id": 2, "type": "heatmap", "title": "Heat", "gridPos": {"x": 8, "y": 0, "w": 8, "h": 6}},
                          {"id": 3, "type": "logs", "title": "Log", "gridPos": {"x": 16, "y": 0, "w": 8, "h": 6},
                           "targets": [{"refId": "A", "datasource": {"type": "loki", "uid": "x"}, "expr": "{}"}]},
                          {"id": 4, "type": "gauge", "title": "Up", "gridPos": {"x": 0, "y": 6, "w": 8, "h": 6},
                           "targets": [{"refId": "A", "datasource": {"type": "prometheus", "uid": "x"}, "expr": "up * 72"}],
                           "fieldConfig": {"defaults": {"unit": "percent", "thresholds": {"mode": "absolute", "steps": [
                             {"color": "green", "value": null}, {"color": "orange", "value": 60}, {"color": "red", "value": 85}]}}}},
                          {"id": 5, "type": "table", "title": "Targets", "gridPos": {"x": 8, "y": 6, "w": 16, "h": 6},
                           "targets": [{"refId": "A", "datasource": {"type": "prometheus", "uid": "x"}, "expr": "up", "instant": true, "format": "table"}]},
                          {"id": 6, "type": "timeseries", "title": "Scrapes", "gridPos": {"x": 0, "y": 12, "w": 24, "h": 8},
                           "targets": [{"refId": "A", "datasource": {"type": "prometheus", "uid": "x"}, "expr": "scrape_duration_seconds"}],
                           "fieldConfig": {"defaults": {"unit": "s", "min": 0, "custom": {"thresholdsStyle": {"mode": "area"}},
                             "thresholds": {"mode": "absolute", "steps": [{"color": "green", "value": null}, {"color": "red", "value": 0.2}]}}}}]}""");
        fx.run(() -> {
            console.desk().go(Place.DASHBOARDS);
            console.dashboards().open(file);
        });
        fx.until("it was shown", PATIENCE, () -> console.dashboards().panelsProperty().get().size() == 6
                && isAnswered());
        fx.until("there was something to draw", PATIENCE, () -> {
            Shown last = console.dashboards().answers().get(5);
            return last != null && last.content() instanceof Content.Curves;
        });
        picture("dashboard-elsewhere");
        fx.run(() -> {
            assertThat(answer(1).content())
                    .isEqualTo(new Content.Undrawn(Content.Undrawn.Reason.PANEL, "heatmap"));
            assertThat(answer(3).content()).isInstanceOf(Content.Figures.class);
        });
    }

    @Test
    void requests_that_failed_are_read_from_the_functions_logs_by_keys_alone() throws Exception {
        for (String path : List.of("/api/runs/unknown", "/api/runs/never", "/api/runs?limit=0")) {
            ask(path);
        }
        fx.run(() -> {
            console.desk().go(Place.DASHBOARDS);
            console.dashboards().backendProperty().set(console.dashboards().backends().get(1));
        });
        show("cloudwatch/backend");
        fx.until("the log told of them", PATIENCE, () -> isAnswered() && logs().getItems().size() == 3);
        fx.run(() -> {
            reveal(logs());
            logs().requestFocus();
        });
        robot.type(KeyCode.DOWN);
        robot.type(KeyCode.DOWN);
        fx.until("the fields of an entry were shown", PATIENCE, () -> {
            Node details = console.scene().lookup(".log-details");
            return details.isVisible() && details.getLayoutBounds().getHeight() > 100;
        });
        fx.run(() -> {
            assertThat(logs().getSelectionModel().getSelectedItem().message())
                    .startsWith("status=404 method=GET Route=/api/runs/{id} user=tester");
            assertThat(Nodes.under(console.scene().lookup(".log-details"), Label.class).map(Label::getText))
                    .contains("requestId", "request_latency", "/api/runs/{id}");
        });
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        fx.run(() -> assertThat(Clipboard.getSystemClipboard().getString())
                .contains("Route=/api/runs/{id}", "requestId="));
        for (Look look : List.of(Look.LIGHT, Look.DARK, Look.HIGH_CONTRAST)) {
            fx.run(() -> console.main().show(look));
            picture("dashboard-logs-" + look);
            fx.run(() -> assertThat(Contrast.below(4.5, console.scene().lookup(".log-panel").getParent())).isEmpty());
        }
        fx.run(() -> {
            console.main().show(Look.LIGHT);
            console.texts().use(Locale.FRENCH);
            console.main().scale(Settings.LARGEST);
        });
        fx.frames(SETTLED);
        fx.until("the log told of them in French", PATIENCE, () -> isAnswered() && logs().getItems().size() == 3);
        fx.run(() -> {
            reveal(logs());
            logs().getSelectionModel().select(0);
        });
        picture("dashboard-logs-fr-200");
        fx.run(() -> {
            console.main().scale(Settings.SMALLEST);
            console.texts().use(Locale.ENGLISH);
        });
    }

    private void ask(String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(
                    HttpRequest.newBuilder(URI.create(sandbox.address("serverless")).resolve(path))
                            .header("X-User", "tester")
                            .build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode()).isGreaterThanOrEqualTo(400);
        }
    }

    /** Scrolls the dashboard to where it is seen. */
    private static void reveal(Node node) {
        Node above = node;
        while (!(above instanceof ScrollPane scroll)) {
            above = above.getParent();
        }
        Node all = scroll.getContent();
        double top = all.sceneToLocal(node.localToScene(0, 0)).getY() - 40;
        scroll.setVvalue(top / (all.getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight()));
    }

    @SuppressWarnings("unchecked")
    private ListView<Content.Entry> logs() {
        Node list = console.scene().lookup(".log-list");
        return list == null ? new ListView<>() : (ListView<Content.Entry>) list;
    }

    @Test
    void another_dashboard_is_chosen_by_keys_alone() throws Exception {
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT6).release(KeyCode.CONTROL);
        fx.until("the screen was shown", PATIENCE, () -> console.desk().placeProperty().get() == Place.DASHBOARDS
                && console.dashboards().selectedProperty().get() != null);
        Library.Entry first = fx.call(() -> console.dashboards().selectedProperty().get());
        fx.run(() -> Objects.requireNonNull(console.scene().lookup("#dashboard")).requestFocus());
        robot.type(KeyCode.DOWN);
        fx.until("another one was chosen", PATIENCE,
                () -> !Objects.equals(console.dashboards().selectedProperty().get(), first));
        robot.type(KeyCode.F5);
        fx.until("it was answered", PATIENCE, this::isAnswered);
    }

    private List<Node> named() throws InterruptedException {
        return fx.call(() -> List.of("#dashboard", "#backend", "#range", "#beat", "#again")
                .stream()
                .map(each -> Objects.requireNonNull(console.scene().lookup(each)))
                .toList());
    }

    private void show(String id) throws InterruptedException {
        fx.until("the dashboards were read", PATIENCE, () -> !console.dashboards().dashboards().isEmpty());
        fx.run(() -> {
            console.dashboards()
                    .selectedProperty()
                    .set(console.dashboards()
                            .dashboards()
                            .stream()
                            .filter(each -> each.id().equals(id))
                            .findFirst()
                            .orElseThrow());
            console.dashboards().rangeProperty().set("now-5m");
        });
    }

    private Shown answer(int place) {
        return Objects.requireNonNull(console.dashboards().answers().get(place));
    }

    private boolean isAnswered() {
        return console.dashboards().isAnswered();
    }

    private void awaitFigures() throws InterruptedException {
        fx.until("every panel had figures", PATIENCE, () -> isAnswered() && console.dashboards()
                .answers()
                .values()
                .stream()
                .noneMatch(each -> each.content() instanceof Content.Nothing));
    }

    private void picture(String name) throws InterruptedException {
        fx.frames(SETTLED);
        fx.run(() -> new Pictures(console.scene(), PICTURES).take(name));
    }
}
