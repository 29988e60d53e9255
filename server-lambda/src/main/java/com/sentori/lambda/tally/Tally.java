package com.sentori.lambda.tally;

import com.sentori.contract.readings.Reading;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts what one request did. Bound to the thread that serves the request; where nothing is bound, counting goes
 * nowhere. Not thread-safe.
 */
public final class Tally {
    private static final ScopedValue<Tally> BOUND = ScopedValue.newInstance();

    private int started;
    private int ended;
    private OptionalInt running = OptionalInt.empty();
    private List<Reading> readings = List.of();
    private @Nullable String runId;

    /** Does the work, and counts what happens meanwhile. */
    public <T> T during(Supplier<T> work) {
        return ScopedValue.where(BOUND, this).call(work::get);
    }

    /** A run was started by this request. */
    public static void runStarted(String runId) {
        if (BOUND.isBound()) {
            BOUND.get().started++;
            BOUND.get().runId = runId;
        }
    }

    /** A run was ended by this request, on a wish or because its time was over. */
    public static void runEnded() {
        if (BOUND.isBound()) {
            BOUND.get().ended++;
        }
    }

    /** So many were seen RUNNING. */
    public static void running(int runs) {
        if (BOUND.isBound()) {
            BOUND.get().running = OptionalInt.of(runs);
        }
    }

    /** These were stored, all of one run. */
    public static void stored(String runId, List<Reading> readings) {
        if (BOUND.isBound()) {
            BOUND.get().readings = readings;
            BOUND.get().runId = runId;
        }
    }

    /** Runs that were started. */
    public int started() {
        return started;
    }

    /** Runs that were ended. */
    public int ended() {
        return ended;
    }

    /** How many runs were seen RUNNING; empty if nobody looked. */
    public OptionalInt running() {
        return running;
    }

    /** Readings that were stored. */
    public List<Reading> readings() {
        return readings;
    }

    /** The run that was started or read into; null without. */
    public @Nullable String runId() {
        return runId;
    }
}
