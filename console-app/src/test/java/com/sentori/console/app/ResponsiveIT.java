package com.sentori.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.charts.ChartAction;
import com.sentori.console.charts.LiveChart;
import com.sentori.console.live.LiveRun;
import com.sentori.console.stage.Place;
import com.sentori.console.watchdog.FxWatchdog;
import com.sentori.console.watchdog.Hold;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.TableView;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.testfx.api.FxRobot;

/** Every screen, and all that is done with charts, while a twin run of 100 sensors at 10 Hz goes on: the window answers at any time. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
@Isolated("the window is watched for how soon it answers")
class ResponsiveIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SENSORS = 100;
    private static final int SECONDS = 10;
    private static final int LOOK = 15;

    private final Stagehand fx = new Stagehand();
    private final FxRobot robot = new FxRobot();

    @TempDir
    private Path folder;
    private Console console;

    @BeforeEach
    void open() throws Exception {
        console = ShownConsole.keeping(SharedSandbox.get(), folder, fx);
    }

    @AfterEach
    void close() throws Exception {
        fx.run(console::close);
    }

    /** The first of two rounds is not watched: in it the virtual machine loads and compiles, which takes as long as the machine has it take. */
    @Test
    void is_never_held_on_any_screen_while_a_twin_run_goes_on() throws Exception {
        useEverything();
        fx.run(() -> console.texts().use(Locale.ENGLISH));
        fx.frames(LOOK);
        List<Hold> holds = new CopyOnWriteArrayList<>();
        try (FxWatchdog _ = FxWatchdog.start(holds::add)) {
            useEverything();
        }
        assertThat(holds).as("times for which the thread of the window was held").isEmpty();
    }

    private void useEverything() throws Exception {
        fx.until("both backends were connected", PATIENCE, () -> console.start().blockedProperty().get().isEmpty());
        LiveRun before = fx.call(() -> console.live().shownProperty().get());
        fx.run(() -> {
            console.start().sensorsProperty().set(Integer.toString(SENSORS));
            console.start().rateProperty().set("10");
            console.start().durationProperty().set("10 min");
            console.start().start();
        });
        fx.until("the run was shown", PATIENCE, () -> console.live().shownProperty().get() != before);
        LiveRun run = Objects.requireNonNull(fx.call(() -> console.live().shownProperty().get()));
        fx.until("the charts followed for " + SECONDS + " s", PATIENCE, () -> run.halves()
                .stream()
                .allMatch(half -> half.state().stored() >= SENSORS * 10 * SECONDS));
        workWithCharts();
        for (Place place : Place.values()) {
            see(place);
        }
        fx.run(() -> console.main().show(Look.DARK));
        for (Place place : Place.values()) {
            see(place);
        }
        fx.run(() -> {
            console.main().show(Look.LIGHT);
            console.texts().use(Locale.FRENCH);
        });
        see(Place.LIVE);
        fx.run(() -> console.live().finish());
        fx.until("the run had ended and was checked", PATIENCE, run::isOver);
        see(Place.HISTORY);
        fx.until("both halves were listed", PATIENCE, () -> ShownConsole.lists(console, run));
        fx.run(() -> {
            console.history().selectedProperty().set(console.history().runs().getFirst());
            console.history().open();
        });
        fx.frames(LOOK);
    }

    private void workWithCharts() throws Exception {
        LiveChart chart = charts().getFirst();
        fx.run(chart::requestFocus);
        for (ChartAction action : List.of(ChartAction.PREVIOUS_SAMPLE, ChartAction.PREVIOUS_SAMPLE,
                ChartAction.CURSOR_A, ChartAction.NEXT_SAMPLE, ChartAction.CURSOR_B, ChartAction.PAUSE,
                ChartAction.TABLE)) {
            fx.run(() -> chart.run(action));
            fx.frames(LOOK);
        }
        fx.run(() -> tables().getFirst().getSelectionModel().select(1));
        fx.frames(2 * LOOK);
        robot.moveTo(chart);
        for (ChartAction action : List.of(ChartAction.TABLE, ChartAction.ZOOM_IN, ChartAction.ZOOM_OUT_VALUES,
                ChartAction.EARLIER, ChartAction.RESET, ChartAction.UTC, ChartAction.LOGARITHM)) {
            fx.run(() -> chart.run(action));
            fx.frames(LOOK);
        }
        fx.run(() -> chart.run(ChartAction.LIMITS));
        fx.frames(LOOK);
        fx.run(() -> List.copyOf(Window.getWindows())
                .stream()
                .filter(each -> !each.equals(console.scene().getWindow()))
                .forEach(Window::hide));
        fx.run(() -> console.live().comparisonProperty().set(false));
        fx.frames(LOOK);
        fx.run(() -> console.live().solo("sensor-1"));
        fx.frames(LOOK);
        fx.run(() -> {
            console.live().showAllSensors();
            console.live().comparisonProperty().set(true);
            chart.run(ChartAction.NO_CURSORS);
        });
        fx.frames(LOOK);
    }

    private void see(Place place) throws InterruptedException {
        fx.run(() -> console.desk().go(place));
        fx.frames(LOOK);
    }

    private List<LiveChart> charts() throws InterruptedException {
        return fx.call(() -> console.scene()
                .getRoot()
                .lookupAll(".live-chart")
                .stream()
                .filter(LiveChart.class::isInstance)
                .map(LiveChart.class::cast)
                .toList());
    }

    private List<TableView<?>> tables() {
        return console.scene()
                .getRoot()
                .lookupAll(".chart-table .table-view")
                .stream()
                .<TableView<?>>map(TableView.class::cast)
                .toList();
    }
}
