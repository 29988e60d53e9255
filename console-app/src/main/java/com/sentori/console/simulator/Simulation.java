package com.sentori.console.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Drives a plan against a clock: gathers what is due into batches and hands them over in order, each reading once.
 * A sink that is busy makes the batches larger, never the schedule later: every due time follows from the number of the
 * reading, and what could not be handed over in time is handed over as soon as it can be.
 */
public final class Simulation {
    /** Readings that are due are gathered so long before they are handed over together. */
    public static final Duration GATHER = Duration.ofMillis(50);
    /** Readings for a busy sink are gathered at most so long. */
    public static final Duration LONGEST_GATHER = Duration.ofSeconds(1);

    /** So often it is looked whether a busy sink is free again. */
    private static final Duration LOOK = Duration.ofMillis(10);

    private final Emissions emissions;
    private final Ticker ticker;
    private final int maxBatch;

    /**
     * Of this plan.
     *
     * @param last what left last before this simulation; null if it begins
     * @param maxBatch readings handed over at once
     */
    public Simulation(SensorPlan plan, @Nullable Emission last, Ticker ticker, int maxBatch) {
        this.emissions = plan.emissions(last);
        this.ticker = ticker;
        this.maxBatch = maxBatch;
    }

    /**
     * Until all is handed over, or it is stopped. Waits on the calling thread.
     *
     * @return whether all was handed over
     */
    public boolean run(Sink sink) throws InterruptedException {
        while (emissions.hasNext()) {
            List<Emission> batch = new ArrayList<>();
            long since = emissions.peek().nanos();
            long until = since + GATHER.toNanos();
            do {
                if (ticker.awaitUntil(until)) {
                    return false;
                }
                gather(batch);
                until = ticker.nanos() + LOOK.toNanos();
            } while (batch.size() < maxBatch && sink.isBusy()
                    && ticker.nanos() - since < LONGEST_GATHER.toNanos());
            sink.take(batch);
        }
        return true;
    }

    private void gather(List<Emission> batch) {
        long now = ticker.nanos();
        while (batch.size() < maxBatch && emissions.hasNext() && emissions.peek().nanos() <= now) {
            batch.add(emissions.next());
        }
    }

    /** Takes what the sensors emit. */
    public interface Sink {
        /** Takes a batch, never an empty one. */
        void take(List<Emission> batch) throws InterruptedException;

        /** Whether it has enough to do with what it has; then it gets fewer and larger batches. */
        boolean isBusy();
    }
}
