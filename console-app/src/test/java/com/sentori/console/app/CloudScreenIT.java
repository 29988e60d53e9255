package com.sentori.console.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.sentori.console.backends.Settings;
import com.sentori.console.faults.RunningSandbox;
import com.sentori.console.stage.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.testfx.api.FxRobot;

/** The cloud screen on a sandbox that is observed, during a twin run; pictures go to target/screens. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
@ResourceLock("the toolkit")
class CloudScreenIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SETTLED = 12;

    private final Stagehand fx = new Stagehand();
    private final FxRobot robot = new FxRobot();

    @TempDir
    private Path folder;
    private RunningSandbox sandbox;
    private Console console;

    @BeforeEach
    void open() throws Exception {
        sandbox = RunningSandbox.start(folder, "--observe");
        console = ShownConsole.on(sandbox, null, fx);
    }

    @AfterEach
    void close() throws Exception {
        try {
            fx.run(console::close);
        } finally {
            sandbox.close();
        }
    }

    @Test
    void shows_how_both_backends_stand_by_their_own_figures() throws Exception {
        assumeFalse(sandbox.address("prometheus").isEmpty(), "Prometheus is not installed: package 'prometheus'");
        fx.until("both backends were connected", PATIENCE, () -> console.start().blockedProperty().get().isEmpty());
        fx.run(() -> {
            console.start().sensorsProperty().set("10");
            console.start().rateProperty().set("2");
            console.start().durationProperty().set("3 min");
            console.start().start();
        });
        fx.until("the run was shown", PATIENCE, () -> console.live().shownProperty().get() != null);
        robot.press(KeyCode.ALT).type(KeyCode.U).release(KeyCode.ALT);
        fx.until("the screen was shown", PATIENCE, () -> console.desk().placeProperty().get() == Place.CLOUD);
        take("cloud-first");
        fx.until("figures of both had come", PATIENCE, () -> {
            List<String> texts = texts();
            return Collections.frequency(texts, "Requests") == 2 && Collections.frequency(texts, "Latency p95") == 2
                    && texts.contains("Invocations") && texts.contains("Tasks")
                    && texts.contains("Write units") && texts.stream().filter(text -> text.endsWith(" /s")).count() >= 4
                    && texts.stream().anyMatch(text -> text.startsWith("The bucket after it"))
                    && texts.stream()
                            .filter(text -> text
                                    .matches("(?s).*cost so far .* USD by the prices of \\w+ \\d+, \\d+\\..*"))
                            .count() == 2;
        });
        robot.press(KeyCode.CONTROL).type(KeyCode.R).release(KeyCode.CONTROL);
        take("cloud");
        fx.run(() -> console.main().show(Look.DARK));
        take("cloud-dark");
        fx.run(() -> {
            assertThat(Contrast.below(4.5, console.scene().getRoot())).isEmpty();
            console.main().show(Look.LIGHT);
            console.texts().use(Locale.FRENCH);
            console.main().scale(Settings.LARGEST);
        });
        take("cloud-fr-200");
        fx.run(() -> {
            assertThat(Nodes.clipped(console.scene().getRoot())).isEmpty();
            console.main().scale(Settings.SMALLEST);
        });
        take("cloud-fr");
        sandbox.close();
        fx.run(() -> console.texts().use(Locale.ENGLISH));
        robot.press(KeyCode.CONTROL).type(KeyCode.R).release(KeyCode.CONTROL);
        fx.until("it was said that nobody answers", PATIENCE,
                () -> texts().stream().filter(text -> text.startsWith("No answer: ")).count() == 2);
        assertThat(texts()).as("the last figures are kept").contains("Requests", "Invocations");
        assertThat(texts()).as("words of the SDK").noneMatch(text -> text.contains("SDK"));
        assertThat(fx.call(() -> Nodes.under(console.screen(Place.CLOUD), Label.class)
                .filter(label -> label.getStyleClass().contains("good"))
                .toList())).as("nothing is said to be good that is not known").isEmpty();
        take("cloud-away");
    }

    private List<String> texts() {
        return Nodes.under(console.screen(Place.CLOUD), Label.class)
                .filter(Nodes::isSeen)
                .map(Label::getText)
                .toList();
    }

    private void take(String name) throws Exception {
        fx.frames(SETTLED);
        fx.run(() -> new Pictures(console.scene(), Path.of("target", "screens")).take(name));
    }
}
