package com.sentori.console.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.sentori.console.backends.Settings;
import com.sentori.console.backends.Telemetry;
import com.sentori.console.charts.LiveChart;
import com.sentori.console.connections.TelemetryForm;
import com.sentori.console.dashboards.Content;
import com.sentori.console.faults.Installed;
import com.sentori.console.faults.RunningSandbox;
import com.sentori.console.layouts.Layouts;
import com.sentori.console.live.LiveRun;
import com.sentori.console.palette.PaletteModel.Sheet;
import com.sentori.console.reports.Form;
import com.sentori.console.rules.Rules;
import com.sentori.console.stage.Place;
import com.sentori.console.terraform.Environment;
import com.sentori.console.terraform.Environments;
import com.sentori.console.terraform.Tint;
import com.sentori.console.terraform.Workplace.Aim;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TreeTableView;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;

/** The first walk of the user guide, in both languages: from an empty window to the report. Its pictures, in target/guide, are those of the guide. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
@ResourceLock("the toolkit")
class GuideIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SETTLED = 12;
    /** Its row in the plan. */
    private static final int DATABASE = 4;
    @TempDir
    private static Path sandboxFolder;
    private static RunningSandbox sandbox;

    private final Stagehand fx = new Stagehand();
    @TempDir(factory = Home.class)
    private Path folder;
    private Console console;
    private Path pictures;

    @BeforeAll
    static void begin() throws Exception {
        Installed.requireTerraform();
        sandbox = RunningSandbox.start(sandboxFolder, "--observe");
        assumeFalse(sandbox.address("prometheus").isEmpty(), "Prometheus is not installed: package 'prometheus'");
    }

    @AfterAll
    static void end() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void the_first_walk_can_be_gone(String language) throws Exception {
        pictures = Path.of("target", "guide", language);
        open(language);
        try {
            addsBothBackends();
            LiveRun run = startsOnBoth();
            looksAtItLive(run);
            comparesBothHalves(run);
            answersTheAlarms();
            findsItInTheHistory(language.equals("fr"));
            writesTheReport();
            seesHowBothBackendsStand();
            looksAtADashboard();
            plansTheInfrastructure();
            asksForEveryCommand(language);
        } finally {
            fx.run(console::close);
        }
    }

    private void open(String language) throws Exception {
        boolean french = language.equals("fr");
        Files.writeString(folder.resolve(Rules.FILE), """
                schema: sentori.alarms/1
                rules:
                  - id: warm
                    name: %s
                    watch: {what: values, type: temperature, sensor: sensor-3}
                    warn: 25
                    critical: 27.5
                    hysteresis: 1
                    guidance: %s
                """.formatted(french ? "Trop chaud" : "Too warm", french
                ? "Fermez la vanne 3 et prévenez la chaufferie."
                : "Close valve 3, and tell the boiler room."));
        Environments.keep(List.of(new Environment("test", "", Tint.BLUE, stack(), List.of(), null, null, "ecs", false,
                false)), folder);
        Stage window = FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        console = fx.call(() -> {
            Console opened = new Console(new Settings(List.of(), false, language), folder, folder, "anna",
                    Layouts.in(folder));
            window.setScene(opened.scene());
            window.setWidth(Console.WIDTH);
            window.setHeight(Console.HEIGHT);
            window.show();
            return opened;
        });
        assertThat(fx.call(() -> console.desk().placeProperty().get())).isEqualTo(Place.BACKENDS);
    }

    private void addsBothBackends() throws Exception {
        for (var profile : sandbox.profiles()) {
            fx.run(() -> {
                console.connections().select(null);
                console.connections().nameProperty().set(profile.name());
                console.connections().urlProperty().set(profile.url().toString());
                tellWhereFiguresAre(profile.telemetry());
                assertThat(console.connections().keep()).isTrue();
            });
        }
        fx.until("both backends were connected", PATIENCE, () -> console.start().blockedProperty().get().isEmpty());
        take("backends");
    }

    private void tellWhereFiguresAre(Telemetry telemetry) {
        URI prometheus = telemetry.prometheus();
        Telemetry.CloudWatch watch = telemetry.cloudWatch();
        TelemetryForm form = console.connections().telemetry();
        form.prometheusProperty().set(prometheus == null ? "" : prometheus.toString());
        form.regionProperty().set(watch == null ? "" : watch.region());
        form.endpointProperty().set(watch == null ? "" : String.valueOf(watch.endpoint()));
    }

    /** What the demo plans, too. */
    private Path stack() throws IOException {
        Path source = Path.of("..", "sandbox", "stack");
        Path stack = folder.resolve("stack");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = stack.resolve(source.relativize(file));
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                Files.copy(file, copy);
            }
        }
        Files.writeString(stack.resolve("terraform.tfvars"), """
                ecs_url           = "%s"
                serverless_url    = "%s"
                database_password = "never-in-a-picture"
                """.formatted(sandbox.address("ecs"), sandbox.address("serverless")));
        return stack;
    }

    private LiveRun startsOnBoth() throws Exception {
        fx.run(() -> {
            console.desk().noticeProperty().set(null);
            console.desk().go(Place.START);
            console.start().sensorsProperty().set("8");
            console.start().rateProperty().set("5");
            console.start().durationProperty().set("30 s");
            console.start().seedProperty().set("42");
            console.start().thresholdsProperty().set("p(95)<2000, temperature:min>=5");
        });
        take("start");
        fx.run(() -> console.start().start());
        fx.until("the run was shown", PATIENCE, () -> console.live().shownProperty().get() != null);
        return Objects.requireNonNull(fx.call(() -> console.live().shownProperty().get()));
    }

    private void looksAtItLive(LiveRun run) throws Exception {
        fx.run(() -> console.live().comparisonProperty().set(false));
        fx.until("readings had arrived from both", PATIENCE,
                () -> run.halves().stream().allMatch(half -> half.state().stored() > 8 * 5 * 9));
        fx.run(() -> console.desk().noticeProperty().set(null));
        take("live");
        fx.run(() -> console.desk().go(Place.RUNNING));
        fx.until("both were listed", PATIENCE, () -> console.overview().runs().size() == 2);
        take("running");
        fx.run(() -> {
            console.desk().go(Place.LIVE);
            console.live().link().pause();
            long now = console.live().link().now();
            console.live().link().cursorAProperty().set(now - 6_000);
            console.live().link().cursorBProperty().set(now - 2_000);
        });
        fx.until("readings came while it was paused", PATIENCE, () -> charts().stream().allMatch(LiveChart::hasDrawn));
        fx.frames(60);
        take("live-paused");
        fx.run(() -> {
            console.live().link().cursorAProperty().set(null);
            console.live().link().cursorBProperty().set(null);
            console.live().link().resume();
        });
    }

    private void comparesBothHalves(LiveRun run) throws Exception {
        fx.until("the run had ended and was checked", PATIENCE, run::isOver);
        fx.run(() -> console.live().comparisonProperty().set(true));
        fx.until("it was said", PATIENCE, () -> console.desk().noticeProperty().get() != null);
        take("comparison");
    }

    private void answersTheAlarms() throws Exception {
        fx.until("alarms had come", PATIENCE, () -> !console.alarms().alarms().isEmpty());
        fx.run(() -> {
            console.desk().noticeProperty().set(null);
            console.desk().go(Place.ALARMS);
            console.alarms().selectedProperty().set(console.alarms().alarms().getFirst().key());
        });
        take("alarms");
        fx.run(() -> {
            ((TabPane) Objects.requireNonNull(console.scene().lookup(".tab-pane"))).getSelectionModel().select(1);
            console.rules().selectedProperty().set(console.rules().inForce().getFirst());
        });
        take("rules");
    }

    private void findsItInTheHistory(boolean french) throws Exception {
        fx.run(() -> console.desk().go(Place.HISTORY));
        fx.until("both halves were listed", PATIENCE, () -> console.history().runs().size() >= 2);
        fx.run(() -> {
            console.history().selectedProperty().set(console.history().runs().getFirst());
            console.history().noteProperty().set(french ? "vanne 3 OK" : "valve 3 shut");
            console.history().keepNote();
        });
        fx.until("the note was kept", PATIENCE, () -> Files.exists(folder.resolve("notes.json")));
        fx.until("it was said that it failed", PATIENCE, () -> Nodes.under(console.screen(Place.HISTORY), Label.class)
                .anyMatch(label -> label.getText().equals(french ? "terminée · échec" : "completed · failed")));
        take("history");
    }

    private void writesTheReport() throws Exception {
        Path out = folder.resolve("out");
        fx.run(() -> console.history().report(EnumSet.of(Form.PDF), out));
        fx.until("the report was written", PATIENCE,
                () -> console.reports().writingProperty().get().isEmpty() && Files.isDirectory(out));
        try (var files = Files.list(out)) {
            Path file = files.findFirst().orElseThrow();
            draw(file);
        }
        assertThat(pictures.resolve("report.png")).isNotEmptyFile();
    }

    private void draw(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 110), "png",
                    pictures.resolve("report.png").toFile());
        }
    }

    private void seesHowBothBackendsStand() throws Exception {
        fx.run(() -> {
            console.desk().noticeProperty().set(null);
            console.desk().go(Place.CLOUD);
        });
        fx.until("both had figures, and the cost so far was known", PATIENCE, () -> {
            List<String> texts = Nodes.under(console.screen(Place.CLOUD), Label.class)
                    .filter(Nodes::isSeen)
                    .map(Label::getText)
                    .toList();
            return texts.stream().filter(text -> text.endsWith(" /s")).count() >= 4
                    && texts.stream().filter(text -> text.contains("USD")).count() == 2;
        });
        take("cloud");
    }

    private void looksAtADashboard() throws Exception {
        fx.run(() -> console.desk().go(Place.DASHBOARDS));
        fx.until("the dashboards were read", PATIENCE, () -> !console.dashboards().dashboards().isEmpty());
        fx.run(() -> console.dashboards().rangeProperty().set("now-5m"));
        fx.until("every panel had figures", PATIENCE, () -> console.dashboards().isAnswered()
                && console.dashboards()
                        .answers()
                        .values()
                        .stream()
                        .noneMatch(each -> each.content() instanceof Content.Nothing));
        take("dashboards");
    }

    private void plansTheInfrastructure() throws Exception {
        fx.run(() -> console.desk().go(Place.INFRA));
        fx.until("the environment was chosen", PATIENCE,
                () -> console.environments().chosenProperty().get() != null);
        fx.run(() -> console.infra().plan(Aim.APPLY));
        fx.until("the plan was shown", PATIENCE, () -> console.infra().shownProperty().get() != null);
        fx.frames(SETTLED);
        fx.run(() -> ((TreeTableView<?>) Objects.requireNonNull(console.scene().lookup("#tree")))
                .getSelectionModel()
                .select(DATABASE));
        take("infrastructure");
    }

    private void asksForEveryCommand(String language) throws Exception {
        fx.run(() -> {
            console.desk().go(Place.SETTINGS);
            console.desk().noticeProperty().set(null);
        });
        take("settings");
        fx.run(() -> {
            console.desk().go(Place.LIVE);
            console.palette().toggle(Sheet.PALETTE);
            console.palette().queryProperty().set(language.equals("fr") ? "pa" : "pau");
        });
        take("palette");
        fx.run(() -> {
            console.palette().close();
            console.desk().go(Place.START);
            console.main().show(Look.HIGH_CONTRAST);
        });
        take("start-contrast");
    }

    /** Of a short name, for pictures show it. */
    private static final class Home implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension)
                throws IOException {
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            for (int number = 1;; number++) {
                try {
                    return Files.createDirectory(temporary.resolve(number == 1 ? "sentori" : "sentori-" + number));
                } catch (FileAlreadyExistsException e) {
                    // Another one's.
                }
            }
        }
    }

    private List<LiveChart> charts() {
        return console.scene()
                .getRoot()
                .lookupAll(".live-chart")
                .stream()
                .filter(LiveChart.class::isInstance)
                .map(LiveChart.class::cast)
                .toList();
    }

    private void take(String name) throws InterruptedException {
        fx.frames(SETTLED);
        fx.run(() -> new Pictures(console.scene(), pictures).take(name));
        fx.run(() -> assertThat(Nodes.clipped(console.scene().getRoot())).as(name).isEmpty());
    }
}
