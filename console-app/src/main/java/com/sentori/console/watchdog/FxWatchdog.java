package com.sentori.console.watchdog;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Asks the FX thread again and again for a sign of life, and reports when it takes longer than {@link #LIMIT}. Time in which the
 * machine had no processor for the watchdog itself is not counted: then it was not the program that held the thread.
 * Thread-safe.
 */
public final class FxWatchdog implements AutoCloseable {
    /** How long an operator may wait for the window at most. */
    public static final Duration LIMIT = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration STEP = Duration.ofMillis(25);

    private final Consumer<Hold> report;
    private final Thread thread;
    private volatile @Nullable Thread watched;

    private FxWatchdog(Consumer<Hold> report) {
        this.report = report;
        this.thread = Thread.ofPlatform().daemon().name("fx-watchdog").unstarted(this::watch);
    }

    /**
     * Watches from now on, until it is closed. The toolkit must have been started.
     *
     * @param report is given each hold when it is over, on the watchdog's own thread
     */
    public static FxWatchdog start(Consumer<Hold> report) {
        FxWatchdog watchdog = new FxWatchdog(report);
        watchdog.thread.start();
        return watchdog;
    }

    private void watch() {
        try {
            while (true) {
                ask();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask() throws InterruptedException {
        CountDownLatch answer = new CountDownLatch(1);
        Platform.runLater(() -> {
            watched = Thread.currentThread();
            answer.countDown();
        });
        long held = 0;
        List<StackTraceElement> stack = List.of();
        boolean answered = false;
        while (!answered) {
            long begun = System.nanoTime();
            answered = answer.await(STEP.toNanos(), TimeUnit.NANOSECONDS);
            held += Math.min(STEP.toNanos(), System.nanoTime() - begun);
            Thread holder = watched;
            if (!answered && stack.isEmpty() && held >= LIMIT.toNanos() && holder != null) {
                stack = List.of(holder.getStackTrace());
            }
        }
        if (held >= LIMIT.toNanos()) {
            report.accept(new Hold(Duration.ofNanos(held), stack));
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
