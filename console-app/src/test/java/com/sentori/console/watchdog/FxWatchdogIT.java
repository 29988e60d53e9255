package com.sentori.console.watchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.testfx.api.FxToolkit;

@Timeout(120)
@Isolated("the window is watched for how soon it answers")
class FxWatchdogIT {
    private static final Duration TOO_LONG = Duration.ofMillis(300);
    private final List<Hold> holds = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void reports_a_sleep() {
        assertReported(FxWatchdogIT::sleeps, "sleeps");
        assertThat(holds.getFirst().computed()).isLessThan(FxWatchdog.LIMIT.dividedBy(2));
    }

    @Test
    void reports_a_computation() {
        assertReported(FxWatchdogIT::computes, "computes");
        assertThat(holds.getFirst().computed()).isGreaterThan(FxWatchdog.LIMIT.dividedBy(2));
    }

    @Test
    void reports_a_read_that_blocks() throws Exception {
        Pipe pipe = Pipe.open();
        try (var in = pipe.source(); var out = pipe.sink()) {
            assertReported(() -> {
                Thread.ofVirtual().start(() -> {
                    sleeps();
                    writes(out);
                });
                reads(in);
            }, "reads");
        }
    }

    @Test
    void reports_a_lock_that_another_thread_has() {
        Object lock = new Object();
        assertReported(() -> {
            CountDownLatch locked = new CountDownLatch(1);
            Thread.ofPlatform().start(() -> {
                synchronized (lock) {
                    locked.countDown();
                    sleeps();
                }
            });
            waits(locked, lock);
        }, "waits");
    }

    @Test
    void is_silent_while_the_thread_answers() throws Exception {
        CountDownLatch many = new CountDownLatch(100);
        try (FxWatchdog _ = FxWatchdog.start(holds::add)) {
            for (int i = 0; i < 100; i++) {
                Platform.runLater(many::countDown);
            }
            assertThat(many.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(holds).isEmpty();
    }

    /** Of work in small pieces none is a hold, however long the machine lets each of them wait. */
    @Test
    void is_silent_while_the_machine_has_no_processor_for_the_thread() throws Exception {
        assertSilentInACrowd(() -> computes(Duration.ofMillis(20)));
    }

    /** Nor is the wait for the toolkit's own thread, which has no processor to paint the frame before. */
    @Test
    void is_silent_while_the_machine_has_no_processor_to_paint() throws Exception {
        CompletableFuture<Canvas> shown = new CompletableFuture<>();
        Platform.runLater(() -> {
            Canvas canvas = new Canvas(1_200, 700);
            Stage window = new Stage();
            window.setScene(new Scene(new StackPane(canvas)));
            window.show();
            shown.complete(canvas);
        });
        Canvas canvas = shown.get(10, TimeUnit.SECONDS);
        assertSilentInACrowd(() -> {
            GraphicsContext pen = canvas.getGraphicsContext2D();
            pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
            for (int i = 0; i < 100; i++) {
                pen.strokeOval(i, i, canvas.getWidth() - 2 * i, canvas.getHeight() - 2 * i);
            }
        });
        Platform.runLater(() -> canvas.getScene().getWindow().hide());
    }

    /**
     * Does a small piece of work with each pulse, while far more threads want to run than there are processors: so many that an answer takes longer than it
     * may, or the silence proves nothing.
     */
    private void assertSilentInACrowd(Runnable piece) throws Exception {
        assumeThat(Path.of("/proc/thread-self/schedstat")).exists();
        long longest = 0;
        for (int each = 12; each <= 96 && longest <= FxWatchdog.LIMIT.toNanos(); each *= 2) {
            longest = longestInACrowd(piece, each * Runtime.getRuntime().availableProcessors());
            assertThat(holds).isEmpty();
        }
        assumeThat(longest).as("what an answer takes in a crowd").isGreaterThan(FxWatchdog.LIMIT.toNanos());
    }

    private long longestInACrowd(Runnable piece, int threads) throws Exception {
        AtomicBoolean crowded = new AtomicBoolean(true);
        List<Thread> crowd = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            crowd.add(Thread.ofPlatform().daemon().start(() -> {
                while (crowded.get()) {
                    Thread.onSpinWait();
                }
            }));
        }
        long longest = 0;
        CountDownLatch pulses = new CountDownLatch(20);
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                piece.run();
                pulses.countDown();
            }
        };
        try (FxWatchdog _ = FxWatchdog.start(holds::add)) {
            Platform.runLater(timer::start);
            while (pulses.getCount() > 0) {
                CountDownLatch answered = new CountDownLatch(1);
                long asked = System.nanoTime();
                Platform.runLater(answered::countDown);
                assertThat(answered.await(60, TimeUnit.SECONDS)).isTrue();
                longest = Math.max(longest, System.nanoTime() - asked);
            }
        } finally {
            Platform.runLater(timer::stop);
            crowded.set(false);
            for (Thread each : crowd) {
                each.join();
            }
        }
        return longest;
    }

    /** As often as it takes: with no processor for the watchdog, the first one may escape it. */
    private void assertReported(Runnable hold, String by) {
        try (FxWatchdog _ = FxWatchdog.start(holds::add)) {
            await().pollInterval(Duration.ofMillis(400)).until(() -> {
                CountDownLatch over = new CountDownLatch(1);
                Platform.runLater(() -> {
                    hold.run();
                    over.countDown();
                });
                return over.await(10, TimeUnit.SECONDS) && !holds.isEmpty();
            });
        }
        assertThat(holds.getFirst().time()).isGreaterThanOrEqualTo(FxWatchdog.LIMIT);
        assertThat(holds.getFirst().toString()).contains("FxWatchdogIT." + by);
    }

    private static void sleeps() {
        try {
            Thread.sleep(TOO_LONG);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void computes() {
        computes(TOO_LONG);
    }

    private static void computes(Duration length) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + length.toNanos();
        while (threads.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static void reads(Pipe.SourceChannel in) {
        try {
            in.read(ByteBuffer.allocate(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writes(Pipe.SinkChannel out) {
        try {
            out.write(ByteBuffer.wrap(new byte[]{1}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void waits(CountDownLatch locked, Object lock) {
        try {
            locked.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        synchronized (lock) {
            assertThat(Thread.holdsLock(lock)).isTrue();
        }
    }
}
