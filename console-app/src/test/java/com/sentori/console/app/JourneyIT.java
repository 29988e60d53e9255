package com.sentori.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.charts.LiveChart;
import com.sentori.console.live.LiveHalf;
import com.sentori.console.live.LiveRun;
import com.sentori.console.reports.Form;
import com.sentori.contract.runs.RunStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.testfx.api.FxRobot;

/** What an operator does, by mouse and keyboard, on both backends. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
@ResourceLock("the toolkit")
class JourneyIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SENSORS = 3;

    private final Stagehand fx = new Stagehand();
    private final FxRobot robot = new FxRobot();

    @TempDir
    private Path folder;
    private Console console;

    @BeforeEach
    void open() throws Exception {
        console = ShownConsole.on(SharedSandbox.get(), null, fx);
    }

    @AfterEach
    void close() throws Exception {
        fx.run(console::close);
    }

    @Test
    void starts_on_both_sees_points_arrive_stops_and_exports() throws Exception {
        fx.until("both backends were connected", PATIENCE, () -> console.start().blockedProperty().get().isEmpty());
        type("#sensors", Integer.toString(SENSORS));
        type("#duration", "10 min");
        robot.clickOn(".form #start");

        fx.until("the run was shown", PATIENCE, () -> console.live().shownProperty().get() != null);
        LiveRun run = Objects.requireNonNull(fx.call(() -> console.live().shownProperty().get()));
        assertThat(run.backends()).containsExactly("ecs", "serverless");
        fx.until("points had arrived from both", PATIENCE,
                () -> run.halves().stream().allMatch(half -> half.state().stored() >= 3 * SENSORS));
        fx.until("the charts had drawn them", PATIENCE, this::chartsDrawn);

        robot.clickOn(".screen-head #finish");
        fx.until("the run had ended and was checked", PATIENCE, run::isOver);
        for (LiveHalf half : run.halves()) {
            LiveHalf.State end = half.state();
            assertThat(end.run().status()).as(half.name()).isEqualTo(RunStatus.INTERRUPTED);
            assertThat(end.passed()).as(half.name() + " " + end.check()).isTrue();
        }

        robot.clickOn(".navigation #history");
        fx.until("both halves were listed", PATIENCE, () -> ShownConsole.lists(console, run));
        Path out = folder.resolve("out");
        fx.run(() -> {
            console.history().selectedProperty().set(console.history().runs().getFirst());
            console.history().report(EnumSet.allOf(Form.class), out);
        });
        fx.until("the report was written", PATIENCE,
                () -> console.reports().writingProperty().get().isEmpty() && Files.isDirectory(out));
        try (var files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceAll(".*\\.", "")))
                    .containsExactlyInAnyOrder("html", "pdf", "csv", "csv", "csv", "json");
        }
    }

    private void type(String field, String text) throws InterruptedException {
        robot.doubleClickOn(field);
        fx.run(() -> {
            if (robot.lookup(field).query() instanceof TextField typed) {
                typed.selectAll();
            }
        });
        robot.write(text);
    }

    private boolean chartsDrawn() {
        Set<Node> charts = console.scene().getRoot().lookupAll(".live-chart");
        return charts.size() == 2
                && List.copyOf(charts).stream().allMatch(node -> node instanceof LiveChart chart && chart.hasDrawn());
    }
}
