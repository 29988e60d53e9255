package com.sentori.console.cloud;

import com.sentori.console.sources.Frame;
import com.sentori.console.sources.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How a measure went.
 *
 * @param ends of its buckets, in milliseconds since the epoch, in the order of time
 * @param values as many
 * @param complete how many of them, from the first on, can no longer change
 * @param step between two buckets that follow each other
 */
@SuppressWarnings("ArrayRecordComponent") // two numbers for each of thousands of points
public record Course(Measure measure, long[] ends, double[] values, int complete, Duration step) {
    /** Buckets that a figure may be late before it no longer counts for now. */
    private static final int PATIENCE = 3;

    /** Of an answer. What is no number was not measured. */
    static Course of(Measure measure, Frame frame, Line line, Duration step) {
        long[] ends = new long[line.size()];
        double[] values = new double[line.size()];
        int size = 0;
        int complete = 0;
        for (int i = 0; i < line.size(); i++) {
            if (Double.isFinite(line.values()[i])) {
                ends[size] = line.end(i);
                values[size++] = line.values()[i];
                complete = frame.isComplete(line, i) ? size : complete;
            }
        }
        return new Course(measure, Arrays.copyOf(ends, size), Arrays.copyOf(values, size), complete, step);
    }

    /** The value of the last bucket that can no longer change; null without one. */
    public @Nullable Double value() {
        return complete == 0 ? null : Double.valueOf(values[complete - 1]);
    }

    /** When that bucket ended; null without one. */
    public @Nullable Instant until() {
        return complete == 0 ? null : Instant.ofEpochMilli(ends[complete - 1]);
    }

    /** Whether there is a later bucket, which may still change. */
    public boolean hasPending() {
        return complete < values.length;
    }

    /** Whether its last value no longer says how things are, at a time of the source's clock. */
    public boolean isOld(Instant completeUntil) {
        Instant until = until();
        return until == null || until.plus(step.multipliedBy(PATIENCE)).isBefore(completeUntil);
    }
}
