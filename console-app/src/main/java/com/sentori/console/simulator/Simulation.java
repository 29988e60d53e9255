package com.sentori.console.simulator;

import java.time.Duration;

/**
 * Drives a plan against a clock: gathers what is due into batches and hands them over in order, each reading once.
 * A sink that is slow makes the batches larger, never the schedule later: every due time follows from the number of the
 * reading, and what could not be handed over in time is handed over as soon as it can be.
 */
public final class Simulation {
    /** Readings that are due are gathered so long before they are handed over together. */
    public static final Duration GATHER = Duration.ofMillis(100);

    private final SensorPlan plan;
    private final Ticker ticker;
    private final int maxBatch;

    /**
     * Of this plan.
     *
     * @param maxBatch readings handed over at once
     */
    public Simulation(SensorPlan plan, Ticker ticker, int maxBatch) {
        this.plan = plan;
        this.ticker = ticker;
        this.maxBatch = maxBatch;
    }

    /** Until all is handed over, it is stopped, or the sink takes no more. Waits on the calling thread. */
    public void run(Sink sink) throws InterruptedException {
        long total = plan.total();
        long next = 0;
        while (next < total) {
            if (ticker.awaitUntil(plan.dueNanos(next) + GATHER.toNanos())) {
                return;
            }
            long end = Math.min(plan.dueBy(ticker.nanos()), next + maxBatch);
            if (!sink.take(next, end)) {
                return;
            }
            next = end;
        }
    }

    /** Takes readings by their numbers. */
    public interface Sink {
        /**
         * Takes the readings {@code from} (inclusive) to {@code to} (exclusive).
         *
         * @return whether more may come
         */
        boolean take(long from, long to) throws InterruptedException;
    }
}
