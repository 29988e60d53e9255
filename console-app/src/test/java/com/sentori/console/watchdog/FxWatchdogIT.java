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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.api.FxToolkit;

@Timeout(120)
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
        assumeThat(Files.exists(Path.of("/proc/thread-self/schedstat"))).isTrue();
        AtomicBoolean crowded = new AtomicBoolean(true);
        List<Thread> crowd = new ArrayList<>();
        for (int i = 0; i < 12 * Runtime.getRuntime().availableProcessors(); i++) {
            crowd.add(Thread.ofPlatform().daemon().start(() -> {
                while (crowded.get()) {
                    Thread.onSpinWait();
                }
            }));
        }
        try (FxWatchdog _ = FxWatchdog.start(holds::add)) {
            long begun = System.nanoTime();
            CountDownLatch pieces = new CountDownLatch(20);
            for (int i = 0; i < 20; i++) {
                Platform.runLater(() -> {
                    computes(Duration.ofMillis(5));
                    pieces.countDown();
                });
            }
            assertThat(pieces.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(System.nanoTime() - begun).isGreaterThan(FxWatchdog.LIMIT.toNanos());
        } finally {
            crowded.set(false);
            for (Thread each : crowd) {
                each.join();
            }
        }
        assertThat(holds).isEmpty();
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
