package com.sentori.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.charts.LiveChart;
import com.sentori.console.live.LiveRun;
import com.sentori.console.stage.Place;
import com.sentori.contract.runs.RunStatus;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;

/** Every screen by the keyboard alone, in both languages: nothing here points at anything. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
@ResourceLock("the toolkit")
class KeyboardJourneyIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MANY = 80;

    private final Stagehand fx = new Stagehand();
    private final FxRobot robot = new FxRobot();

    private Console console;

    @AfterEach
    void close() throws Exception {
        fx.run(console::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void starts_pauses_finishes_reads_and_adds_a_backend(String language) throws Exception {
        console = ShownConsole.on(SharedSandbox.get(), null, language, fx);
        fx.until("both backends were connected", PATIENCE, () -> console.start().blockedProperty().get().isEmpty());

        start();
        LiveRun run = pauseAndGoOn();
        finish(run);
        readAgain(run);
        seeRunning();
        addBackend();
    }

    private void start() throws InterruptedException {
        go(Place.START);
        type("sensors", "2");
        type("duration", "10 min");
        robot.type(KeyCode.ENTER);
        fx.until("the run was shown", PATIENCE, () -> console.live().shownProperty().get() != null);
    }

    private LiveRun pauseAndGoOn() throws InterruptedException {
        LiveRun run = Objects.requireNonNull(fx.call(() -> console.live().shownProperty().get()));
        fx.until("readings were back", PATIENCE,
                () -> run.halves().stream().allMatch(half -> half.state().stored() > 4));
        tabTo(node -> node instanceof LiveChart, "a chart");
        robot.type(KeyCode.SPACE);
        fx.until("the chart was paused", PATIENCE, () -> chart().link().isPaused());
        robot.type(KeyCode.SPACE);
        fx.until("the chart went on", PATIENCE, () -> !chart().link().isPaused());
        return run;
    }

    private void finish(LiveRun run) throws InterruptedException {
        press("finish");
        fx.until("the run had ended and was checked", PATIENCE, run::isOver);
        assertThat(run.halves()).allSatisfy(half -> {
            assertThat(half.run().status()).isEqualTo(RunStatus.INTERRUPTED);
            assertThat(half.state().passed()).isTrue();
        });
    }

    private void readAgain(LiveRun run) throws InterruptedException {
        go(Place.HISTORY);
        fx.until("both halves were listed", PATIENCE, () -> ShownConsole.lists(console, run));
        tabTo(node -> node instanceof TableView, "the table of runs");
        robot.type(KeyCode.DOWN);
        fx.until("a run was chosen", PATIENCE, () -> console.history().selectedProperty().get() != null);
        press("open");
        fx.until("it was opened", PATIENCE, () -> console.desk().placeProperty().getValue() == Place.LIVE);
    }

    private void seeRunning() throws InterruptedException {
        go(Place.RUNNING);
        tabTo(node -> node instanceof TableView, "the table of running runs");
    }

    private void addBackend() throws InterruptedException {
        go(Place.BACKENDS);
        press("newOne");
        type("name", "third");
        type("url", "http://127.0.0.1:9");
        press("keep");
        fx.until("it was kept", PATIENCE, () -> console.connections().items().size() == 3);
        tabTo(node -> node instanceof ListView, "the list of backends");
    }

    /** By the letter that is underlined in the button of the place. */
    private void go(Place place) throws InterruptedException {
        String id = place.name().toLowerCase(Locale.ROOT);
        String text = fx.call(() -> console.scene().lookup(".navigation #" + id) instanceof Labeled button
                ? button.getText()
                : "");
        KeyCode letter = Objects.requireNonNull(
                KeyCode.getKeyCode(text.substring(text.indexOf('_') + 1, text.indexOf('_') + 2)
                        .toUpperCase(Locale.ROOT)),
                "the button of " + place + " has no letter: " + text);
        robot.press(KeyCode.ALT).press(letter).release(letter).release(KeyCode.ALT);
        fx.until(place + " was shown", PATIENCE, () -> console.desk().placeProperty().getValue() == place);
        fx.frames(2);
    }

    private void press(String id) throws InterruptedException {
        tabTo(node -> id.equals(node.getId()), id);
        robot.type(KeyCode.SPACE);
    }

    private void type(String id, String text) throws InterruptedException {
        tabTo(node -> node instanceof TextField && id.equals(node.getId()), id);
        robot.press(KeyCode.SHORTCUT).type(KeyCode.A).release(KeyCode.SHORTCUT);
        robot.write(text);
    }

    /** Goes from control to control, as Tab does, until one is reached. */
    private void tabTo(Predicate<Node> wanted, String what) throws InterruptedException {
        for (int i = 0; i < MANY; i++) {
            boolean reached = fx.call(() -> {
                Node owner = console.scene().getFocusOwner();
                return owner != null && wanted.test(owner);
            });
            if (reached) {
                return;
            }
            robot.type(KeyCode.TAB);
        }
        throw new AssertionError("The keyboard does not reach " + what + ".");
    }

    private LiveChart chart() {
        return (LiveChart) Objects.requireNonNull(console.scene().getFocusOwner());
    }
}
