package com.sentori.console.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.FaultyBackend;
import com.sentori.console.backends.Settings;
import com.sentori.console.charts.Annotation;
import com.sentori.console.charts.ChartLink;
import com.sentori.console.layouts.KeptWindow;
import com.sentori.console.layouts.Layouts;
import com.sentori.console.live.LiveRun;
import com.sentori.console.stage.Place;
import com.sentori.console.thresholds.Threshold;
import com.sentori.console.thresholds.Threshold.Side;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.control.SplitPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.testfx.api.FxToolkit;

/** A window is closed and opened again, as an operator left it. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
@ResourceLock("the toolkit")
class LayoutIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
    void the_live_screen_is_as_it_was_left() throws Exception {
        open(Layouts.in(folder));
        fx.until("the form could be started", PATIENCE, () -> console.start().blockedProperty().get().isEmpty());
        fx.run(() -> {
            console.start().sensorsProperty().set("3");
            console.start().durationProperty().set("3 s");
            console.start().start();
        });
        fx.until("the run was over", PATIENCE, () -> {
            LiveRun run = console.live().shownProperty().get();
            return run != null && run.isOver();
        });
        fx.run(() -> {
            window.setWidth(980);
            window.setHeight(760);
            ChartLink link = console.live().link();
            link.thresholds().add(new Threshold("t", "hot", "temperature", Side.ABOVE, 30.0, null, 0.5));
            link.annotations().add(new Annotation("n", 7, "door opened", Annotation.Kind.BY_HAND));
            console.live().tablesProperty().set(true);
            console.live().toggle("sensor-2");
            console.live().selectedSensorProperty().set("sensor-3");
        });
        fx.frames(10);
        fx.run(() -> split().setDividerPosition(0, 0.7));
        fx.frames(10);
        double position = fx.call(() -> split().getDividerPositions()[0]);
        fx.run(() -> console.layout().save("wide"));
        fx.until("it was saved", PATIENCE, () -> console.layout().namedProperty().get().layouts().containsKey("wide"));
        fx.run(() -> {
            split().setDividerPosition(0, 0.5);
            console.live().toggle("sensor-2");
            console.live().selectedSensorProperty().set(null);
        });
        fx.frames(10);
        assertThat(fx.call(() -> console.layout().recall("wide"))).isTrue();
        fx.frames(10);
        assertThat(fx.call(() -> split().getDividerPositions()[0])).isCloseTo(position, within(0.02));
        assertThat(fx.call(() -> console.live().selectedSensorProperty().get())).isEqualTo("sensor-3");
        close();
        assertThat(folder.resolve("layout.json")).isNotEmptyFile();

        open(Layouts.in(folder));
        assertThat(fx.call(() -> console.desk().placeProperty().get())).isEqualTo(Place.LIVE);
        fx.until("the run was shown again", PATIENCE, () -> console.live().shownProperty().get() != null);
        fx.frames(10);
        assertThat(fx.call(() -> List.of(window.getWidth(), window.getHeight()))).containsExactly(980.0, 760.0);
        assertThat(fx.call(() -> split().getDividerPositions()[0])).isCloseTo(position,
                within(0.02));
        fx.run(() -> {
            ChartLink link = console.live().link();
            assertThat(link.thresholds()).extracting(Threshold::name).containsExactly("hot");
            assertThat(link.hidden()).containsExactly("sensor-2");
            assertThat(link.annotations()).extracting(Annotation::text).containsExactly("door opened");
            assertThat(console.live().tablesProperty().get()).isTrue();
            assertThat(console.live().selectedSensorProperty().get()).isEqualTo("sensor-3");
        });
        close();

        byte[] kept = Files.readAllBytes(folder.resolve("layout.json"));
        open(Layouts.none());
        assertThat(fx.call(() -> console.desk().placeProperty().get())).isEqualTo(Place.START);
        assertThat(fx.call(() -> console.live().link().hidden())).isEmpty();
        // Limits are rules, and no matter of how the window was left.
        assertThat(fx.call(() -> console.live().link().thresholds())).hasSize(1);
        close();
        assertThat(Files.readAllBytes(folder.resolve("layout.json"))).isEqualTo(kept);
    }

    private SplitPane split() {
        return (SplitPane) Objects.requireNonNull(console.scene().lookup("#split"));
    }

    private void open(Layouts layouts) throws Exception {
        fx.run(() -> {
            console = new Console(new Settings(List.of(BackendProfile.of("ecs", backend.url())), false, "en"), folder,
                    folder.resolve("data"), "tester", layouts);
            window = ShownConsole.window(console);
            KeptWindow.follow(window, console.layout());
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
