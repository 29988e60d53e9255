package com.sentori.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.FaultyBackend;
import com.sentori.console.backends.Settings;
import com.sentori.console.charts.LiveChart;
import com.sentori.console.layouts.Layouts;
import com.sentori.console.live.BackendRun;
import com.sentori.console.live.LiveRun;
import com.sentori.console.palette.PaletteModel.Sheet;
import com.sentori.console.stage.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.testfx.api.FxToolkit;

/** A run that is over: found, noted on, run again; and every screen with it as a screen reader has it. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
@ResourceLock("the toolkit")
class HistoryIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path PICTURES = Path.of("target", "screens");

    private final Stagehand fx = new Stagehand();
    @TempDir
    private Path folder;
    @AutoClose
    private final FaultyBackend backend = new FaultyBackend();
    private Console console;

    @BeforeEach
    void run() throws Exception {
        open();
        fx.until("the form could be started", PATIENCE, () -> console.start().blockedProperty().get().isEmpty());
        fx.run(() -> {
            console.start().sensorsProperty().set("3");
            console.start().rateProperty().set("4");
            console.start().durationProperty().set("2 s");
            console.start().seedProperty().set("4711");
            console.start().thresholdsProperty().set("p(95)<2000");
            console.start().start();
        });
        fx.until("the run was over", PATIENCE, () -> {
            LiveRun run = console.live().shownProperty().get();
            return run != null && run.isOver();
        });
        fx.until("the backend had ended it", PATIENCE,
                () -> backend.runs().stream().noneMatch(run -> run.isRunning()));
        fx.run(() -> console.desk().go(Place.HISTORY));
        fx.until("it was listed", PATIENCE, () -> console.history().found().size() == 1);
    }

    @AfterEach
    void close() throws Exception {
        fx.run(console::close);
    }

    @Test
    void a_note_is_kept_for_the_next_start_and_found() throws Exception {
        fx.run(() -> {
            console.history().selectedProperty().set(console.history().runs().getFirst());
            console.history().noteProperty().set("  pump 3 was off ");
            console.history().keepNote();
        });
        fx.until("it was kept", PATIENCE, () -> folder.resolve("notes.json").toFile().exists());
        fx.run(() -> {
            console.history().searchProperty().set("PUMP off");
            assertThat(console.history().found()).hasSize(1);
            console.history().searchProperty().set("pump on");
            assertThat(console.history().found()).isEmpty();
            console.history().searchProperty().set("tester ECS");
            assertThat(console.history().found()).hasSize(1);
        });
        fx.frames(6);
        fx.run(() -> new Pictures(console.scene(), PICTURES).take("history-note"));
        fx.run(console::close);
        open();
        fx.until("the backend was heard", PATIENCE, () -> console.start().blockedProperty().get().isEmpty());
        fx.run(() -> console.desk().go(Place.HISTORY));
        fx.until("the run was listed with its note", PATIENCE, () -> {
            List<BackendRun> runs = console.history().runs();
            return !runs.isEmpty() && console.history().noteOf(runs.getFirst()).equals("pump 3 was off");
        });
    }

    @Test
    void a_run_is_run_again_with_the_same_parameters() throws Exception {
        fx.run(() -> {
            console.start().sensorsProperty().set("9");
            console.start().rateProperty().set("1");
            console.start().durationProperty().set("5 min");
            console.start().thresholdsProperty().set("");
            console.start().reseed();
            console.history().selectedProperty().set(console.history().runs().getFirst());
            console.history().again();
            assertThat(console.desk().placeProperty().get()).isEqualTo(Place.START);
            assertThat(console.start().sensorsProperty().get()).isEqualTo("3");
            assertThat(console.start().rateProperty().get()).isEqualTo("4");
            assertThat(console.start().durationProperty().get()).isEqualTo("2 s");
            assertThat(console.start().seedProperty().get()).isEqualTo("4711");
            assertThat(console.start().thresholdsProperty().get()).isEqualTo("p(95)<2000");
            console.start().start();
        });
        fx.until("it was over again", PATIENCE, () -> backend.runs().size() == 2
                && backend.runs().stream().allMatch(run -> !run.isRunning()));
        var readings = backend.readings();
        assertThat(readings).hasSize(48);
        String first = backend.runs().getFirst().id();
        assertThat(readings.stream().filter(each -> each.runId().equals(first)).map(each -> each.value()).toList())
                .containsExactlyInAnyOrderElementsOf(readings.stream()
                        .filter(each -> !each.runId().equals(first))
                        .map(each -> each.value())
                        .toList());
    }

    @Test
    void everything_that_takes_the_focus_has_a_name_and_a_role() throws Exception {
        for (Place place : Place.values()) {
            fx.run(() -> console.desk().go(place));
            fx.frames(6);
            fx.run(() -> assertNamed(place.toString()));
        }
        for (Sheet sheet : List.of(Sheet.PALETTE, Sheet.SHORTCUTS)) {
            fx.run(() -> console.palette().toggle(sheet));
            fx.frames(6);
            fx.run(() -> {
                assertNamed(sheet.toString());
                console.palette().close();
            });
        }
    }

    @Test
    void a_chart_tells_in_words_what_it_shows() throws Exception {
        fx.run(() -> {
            console.history().selectedProperty().set(console.history().runs().getFirst());
            console.history().open();
        });
        fx.until("the chart had drawn", PATIENCE,
                () -> Nodes.under(console.scene().getRoot(), LiveChart.class).anyMatch(LiveChart::hasDrawn));
        fx.run(() -> {
            LiveChart chart = Nodes.under(console.scene().getRoot(), LiveChart.class).findFirst().orElseThrow();
            Objects.requireNonNull(console.scene().lookup("#filter")).requestFocus();
            chart.requestFocus();
            assertThat(chart.getAccessibleText()).contains("3 lines from", "axis", "2 marks");
        });
    }

    private void assertNamed(String where) {
        Nodes.under(console.scene().getRoot())
                .filter(node -> node.isFocusTraversable() && Nodes.isSeen(node))
                .forEach(node -> {
                    assertThat(name(node)).as("name of " + node + " on " + where).isNotBlank();
                    assertThat(node.getAccessibleRole()).as("role of " + node + " on " + where)
                            .isNotIn(AccessibleRole.NODE, AccessibleRole.PARENT);
                });
    }

    private static String name(Node node) {
        String said = node.getAccessibleText();
        return said != null && !said.isBlank()
                ? said
                : node instanceof Labeled labeled ? Objects.requireNonNullElse(labeled.getText(), "") : "";
    }

    private void open() throws Exception {
        Stage window = FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        fx.run(() -> {
            console = new Console(new Settings(List.of(BackendProfile.of("ecs", backend.url())), false, "en"), folder,
                    folder, "tester", Layouts.none());
            window.setScene(console.scene());
            window.setWidth(Console.WIDTH);
            window.setHeight(Console.HEIGHT);
            window.show();
        });
        fx.frames(10);
    }
}
