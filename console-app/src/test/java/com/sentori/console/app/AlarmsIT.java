package com.sentori.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.alarms.Alarm;
import com.sentori.console.alarms.Entry;
import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.FaultyBackend;
import com.sentori.console.backends.Settings;
import com.sentori.console.layouts.Layouts;
import com.sentori.console.live.LiveRun;
import com.sentori.console.rules.Rule;
import com.sentori.console.rules.Rules;
import com.sentori.console.stage.Place;
import com.sentori.console.thresholds.Severity;
import com.sentori.console.thresholds.Threshold;
import com.sentori.console.thresholds.Threshold.Side;
import com.sentori.contract.runs.RunStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.testfx.api.FxToolkit;

/** Rules ring while a run goes on, are acknowledged, shelved, and there after a restart; pictures to target/screens. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
@ResourceLock("the toolkit")
class AlarmsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path PICTURES = Path.of("target", "screens");
    private static final String RULES = """
            schema: sentori.alarms/1
            rules:
              - id: hot
                name: Boiler too hot
                watch: {what: values, type: temperature}
                warn: 10
                critical: 11
                guidance: Close valve 3, then call the boiler room and stay until the value is below 80 again.
              - id: warm
                name: Boiler warm
                watch: {what: values, type: temperature, sensor: sensor-2}
                warn: 10
              - id: slow
                name: Readings take long to arrive
                watch: {what: latency, percentile: 99}
                critical: 0.1
            """;

    private final Stagehand fx = new Stagehand();
    @TempDir
    private Path folder;
    @AutoClose
    private final FaultyBackend backend = new FaultyBackend();
    private Console console;
    private Stage window;

    @BeforeEach
    void begin() throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }

    @Test
    void what_the_rules_say_rings_waits_for_the_operator_and_is_there_after_a_restart() throws Exception {
        rules(RULES);
        open(false, "en");
        start("30 s");
        fx.until("alarms came", PATIENCE, () -> console.alarms().alarms().size() == 5);
        fx.run(() -> console.desk().go(Place.ALARMS));
        fx.frames(10);
        assertThat(fx.call(() -> badge().getText())).isEqualTo("5");
        assertThat(fx.call(() -> badge().getAccessibleText()))
                .startsWith("Alarms that wait for you: 4 critical, 1 warning.");
        fx.until("a notification was shown", PATIENCE, () -> notification() != null);
        fx.run(() -> new Pictures(Objects.requireNonNull(notification()).getScene(), PICTURES)
                .take("alarms-notification"));
        fx.run(() -> assertThat(console.live().link().thresholds()).extracting(Threshold::name)
                .containsExactly("Boiler too hot", "Boiler warm"));

        // By keyboard alone: choose, comment, acknowledge.
        fx.run(() -> {
            table().requestFocus();
            table().getSelectionModel().select(0);
            console.alarms().commentProperty().set("valve was open");
            type(table(), KeyCode.A);
        });
        Alarm seen = fx.call(() -> console.alarms().alarms().getLast());
        assertThat(Objects.requireNonNull(seen.acknowledgement()).who()).isEqualTo("tester");
        assertThat(seen.active()).isEqualTo(Severity.CRITICAL);
        fx.run(() -> {
            table().getSelectionModel().select(0);
            console.alarms().shelve(Duration.ofMinutes(10));
            console.alarms().mute(Duration.ofHours(1));
        });
        fx.frames(10);
        assertThat(fx.call(() -> badge().getText())).isEqualTo("3");
        fx.run(() -> console.desk().noticeProperty().set(null));
        pictures("alarms");

        fx.run(() -> type(table(), KeyCode.ENTER));
        fx.until("the chart was shown", PATIENCE, () -> console.desk().placeProperty().get() == Place.LIVE);
        fx.frames(10);
        assertThat(fx.call(() -> console.live().link().isPaused())).isTrue();
        picture("alarms-chart");
        close();

        open(false, "fr");
        fx.until("the alarms were there again", PATIENCE, () -> console.alarms().alarms().size() == 4);
        fx.run(() -> {
            assertThat(console.alarms().alarms()).allMatch(Alarm::over);
            assertThat(console.alarms().viewProperty().get().log()).extracting(Entry::comment)
                    .contains("valve was open");
            console.desk().go(Place.ALARMS);
            console.alarms().selectedProperty().set(console.alarms().alarms().getFirst().key());
            tabs().getSelectionModel().select(2);
        });
        fx.frames(10);
        picture("alarms-log-fr");
        close();
    }

    @Test
    void a_rule_ends_the_run_and_the_history_says_why() throws Exception {
        rules("""
                schema: sentori.alarms/1
                rules: [{id: hot, name: Boiler too hot, watch: {what: values}, critical: 10, count: 5, stops: true}]
                """);
        open(false, "en");
        start("10 min");
        fx.until("the run was over", PATIENCE, () -> {
            LiveRun run = console.live().shownProperty().get();
            return run != null && run.isOver();
        });
        fx.frames(30);
        assertThat(backend.runs()).singleElement().satisfies(run -> {
            assertThat(run.status()).isEqualTo(RunStatus.FAILED);
            assertThat(run.errorMessage()).startsWith("Stopped by the alarm 'Boiler too hot': sensor-");
        });
        assertThat(fx.call(() -> texts(".verdict"))).anyMatch(text -> text.contains("Boiler too hot"));
        assertThat(fx.call(() -> texts(".standing"))).anyMatch(text -> text.contains("Boiler too hot"));
        picture("alarms-stopped");
        fx.run(() -> console.desk().go(Place.HISTORY));
        fx.until("the history was read", PATIENCE, () -> texts(".table-cell").stream()
                .anyMatch(text -> text.contains("the alarm “Boiler too hot” stopped it")));
        picture("alarms-history");
        close();
    }

    @Test
    void rules_are_written_in_the_window_on_a_chart_and_in_the_file_and_are_the_same() throws Exception {
        open(false, "en");
        fx.run(() -> {
            console.desk().go(Place.ALARMS);
            tabs().getSelectionModel().select(1);
            console.rules().nameProperty().set("Boiler too hot");
            console.rules().typeProperty().set("temperature");
            console.rules().criticalProperty().set("hot");
            console.rules().keep();
        });
        fx.frames(5);
        assertThat(fx.call(() -> texts(".field-fault")))
                .contains("Give at least one limit, warn or critical, and each as a number like 27.5.");
        picture("alarms-rules-fault");
        fx.run(() -> {
            console.rules().criticalProperty().set("90.5");
            console.rules().keep();
        });
        fx.until("the rule was in force and drawn", PATIENCE,
                () -> console.live().limits().stream().anyMatch(limit -> limit.name().equals("Boiler too hot")));
        Path file = folder.resolve("data").resolve(Rules.FILE);
        assertThat(file).content().contains("Boiler too hot", "90.5");

        fx.run(() -> console.live()
                .link()
                .thresholds()
                .add(new Threshold("t", "cold", "temperature", Side.BELOW, 3.0, null, 0.5)));
        fx.until("the limit was a rule", PATIENCE, () -> console.rules().inForce().size() == 2);
        assertThat(file).content().contains("cold");

        Files.writeString(file, Files.readString(file).replace("90.5", "95.5"));
        fx.until("the chart drew what was edited", PATIENCE, () -> console.live()
                .limits()
                .stream()
                .anyMatch(limit -> Double.valueOf(95.5).equals(limit.critical())));
        Files.writeString(file, Files.readString(file).replace("95.5", "ninety"));
        fx.until("the fault was said", PATIENCE, () -> texts(".fault-line").stream()
                .anyMatch(text -> text.contains("alarms.yaml, line ") && text.contains("critical")));
        fx.run(() -> {
            assertThat(console.rules().inForce()).extracting(Rule::name).containsExactly("Boiler too hot", "cold");
            console.rules().selectedProperty().set(console.rules().inForce().getFirst());
        });
        fx.frames(5);
        pictures("alarms-rules");
        close();
    }

    private static @Nullable Window notification() {
        return Window.getWindows().stream().filter(Popup.class::isInstance).findFirst().orElse(null);
    }

    private List<String> texts(String selector) {
        return console.scene()
                .getRoot()
                .lookupAll(selector)
                .stream()
                .filter(node -> node instanceof Labeled)
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    private void pictures(String name) throws Exception {
        picture(name);
        fx.run(() -> console.main().show(Look.DARK));
        fx.frames(5);
        picture(name + "-dark");
        fx.run(() -> {
            console.main().show(Look.LIGHT);
            console.main().switchLanguage();
        });
        fx.frames(30);
        fx.run(() -> {
            if (name.endsWith("rules")) {
                tabs().getSelectionModel().select(1);
            }
        });
        fx.frames(10);
        picture(name + "-fr");
        fx.run(() -> new Pictures(console.scene(), PICTURES).take(name + "-200", 2));
        fx.run(() -> console.main().switchLanguage());
        fx.frames(30);
    }

    private void picture(String name) throws Exception {
        fx.frames(3);
        fx.run(() -> new Pictures(console.scene(), PICTURES).take(name));
    }

    private static void type(Node node, KeyCode code) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    @SuppressWarnings("unchecked")
    private TableView<Alarm> table() {
        return (TableView<Alarm>) Objects.requireNonNull(console.scene().lookup("#table"));
    }

    private TabPane tabs() {
        return (TabPane) Objects.requireNonNull(console.scene().lookup(".tab-pane"));
    }

    private Button badge() {
        return (Button) Objects.requireNonNull(console.scene().lookup("#alarmBadge"));
    }

    private void rules(String text) throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data").resolve(Rules.FILE), text);
    }

    private void start(String duration) throws Exception {
        fx.until("the form could be started", PATIENCE, () -> console.start().blockedProperty().get().isEmpty());
        fx.run(() -> {
            console.start().sensorsProperty().set("3");
            console.start().durationProperty().set(duration);
            console.start().start();
        });
    }

    private void open(boolean dark, String language) throws Exception {
        fx.run(() -> {
            console = new Console(new Settings(List.of(BackendProfile.of("ecs", backend.url())), dark, language),
                    folder,
                    folder.resolve("data"), "tester", Layouts.none());
            window = ShownConsole.window(console);
            window.show();
        });
    }

    private void close() throws Exception {
        fx.run(() -> {
            console.close();
            window.close();
        });
    }
}
