package com.sentori.console.watchdog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Asks the FX thread again and again for a sign of life, and reports when it takes longer than {@link #LIMIT}: whether the thread computes, sleeps, waits for
 * a lock or for a disk. Time in which it, or the thread that paints and that it waits for, was ready and the machine had no processor for it is not counted,
 * nor is time in which the virtual machine stood still, as the watchdog's own lateness shows: then it was not the program that held the thread. Thread-safe.
 */
public final class FxWatchdog implements AutoCloseable {
    /** How long an operator may wait for the window at most. */
    public static final Duration LIMIT = Duration.ofMillis(250);
    /** A hold that begins between two questions is seen by so much shorter. */
    private static final Duration PAUSE = Duration.ofMillis(25);
    private static final Duration STEP = Duration.ofMillis(25);
    private static final int MOST_STACKS = 4;

    private final Consumer<Hold> report;
    private final Thread thread;
    private final Painter painter = new Painter();

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
            CompletableFuture<Account> first = new CompletableFuture<>();
            Platform.runLater(() -> first.complete(Account.ofThisThread()));
            Account window = first.get();
            RunQueue own = RunQueue.ofThisThread();
            while (true) {
                ask(window, own);
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void ask(Account window, RunQueue own) throws InterruptedException {
        CompletableFuture<Account.Spent> answer = new CompletableFuture<>();
        Account.Spent asked = window.now();
        long ownBefore = own.waitedNanos();
        Platform.runLater(() -> answer.complete(spent(window, asked)));
        List<List<StackTraceElement>> stacks = new ArrayList<>();
        painter.begin();
        long late = 0;
        long waiting = 0;
        boolean waits = false;
        while (true) {
            long begun = System.nanoTime();
            Account.Spent spent = await(answer);
            long took = System.nanoTime() - begun;
            late += Math.max(0, took - STEP.toNanos());
            if (spent != null) {
                long stoodStill = Math.max(0, late - (own.waitedNanos() - ownBefore));
                waiting += waits ? took : 0;
                tell(spent, stoodStill + painter.starved(), waiting, stacks);
                return;
            }
            Thread.State state = window.thread().getState();
            List<StackTraceElement> stack = List.of(window.thread().getStackTrace());
            painter.look(state, stack);
            waits = state != Thread.State.RUNNABLE || (!stack.isEmpty() && stack.getFirst().isNativeMethod());
            waiting += waits ? took : 0;
            if (System.nanoTime() - asked.nanos() >= LIMIT.toNanos() / 2 && stacks.size() < MOST_STACKS
                    && !stacks.contains(stack)) {
                stacks.add(stack);
            }
        }
    }

    /** On the FX thread, which looks the rest up only if there is something to report. */
    private static Account.Spent spent(Account window, Account.Spent asked) {
        long nanos = System.nanoTime() - asked.nanos();
        return nanos < LIMIT.toNanos() ? new Account.Spent(nanos, 0, 0) : window.now().since(asked);
    }

    /** What there is within a step; null if there is nothing yet. */
    private static Account.@Nullable Spent await(CompletableFuture<Account.Spent> answer) throws InterruptedException {
        try {
            return answer.get(STEP.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return null;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** What was neither computed nor waited for, by where the thread was seen, is the machine's: pages that it fetched, a processor that its host took away. */
    private void tell(Account.Spent spent, long excused, long waiting, List<List<StackTraceElement>> stacks) {
        long held = Math.min(spent.nanos() - spent.starved() - excused, spent.computed() + waiting);
        if (held >= LIMIT.toNanos()) {
            report.accept(new Hold(Duration.ofNanos(held), Duration.ofNanos(spent.computed()), stacks));
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
