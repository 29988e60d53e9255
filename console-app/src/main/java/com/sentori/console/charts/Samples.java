package com.sentori.console.charts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Samples in the order of their time, which may grow while they are drawn. The chart asks {@link #changes} and the times on the FX thread, so these must not
 * wait; everything else is asked on the chart's own thread. Times are epoch milliseconds.
 */
public interface Samples {

    /** The time of a sample that does not exist. */
    long NONE = Long.MIN_VALUE;

    /**
     * One measured value.
     *
     * @param time epoch milliseconds
     * @param value finite
     */
    record Sample(long time, double value) {}

    /** Grows with every change. */
    long changes();

    /** Grows with every change other than a sample behind the newest one: a late sample, a clearing. */
    long disorder();

    /** Time of the newest sample, or {@link #NONE}. */
    long newestTime();

    /** Time of the oldest sample that is still there, or {@link #NONE}. */
    long oldestTime();

    /** How far apart samples usually are, in milliseconds; NaN if not known. */
    double cadenceMillis();

    /** The latest sample that is not after the time. */
    @Nullable
    Sample atOrBefore(long time);

    /** The earliest sample that is not before the time. */
    @Nullable
    Sample atOrAfter(long time);

    /** Adds the samples with {@code from <= time < to} to the columns, in the order of their time. */
    void fold(long from, long to, Columns columns);

    /** Spans without samples whose reason is known, as far as they touch these times, in the order of their time. A line breaks there whatever the cadence. */
    default List<Gap> gaps(long from, long to) {
        return List.of();
    }

    /** Samples that came and are not among these, for want of room. */
    default long dropped() {
        return 0;
    }

    /** Whether the newest sample is older than it should be, so that the line is not to look alive. */
    default boolean stale() {
        return false;
    }

    /** Gives every sample with {@code from <= time < to}, in the order of their time: costs samples, not pixels. */
    default void raw(long from, long to, Taker taker) {
        fold(from, to, new Columns() {
            @Override
            public void add(long time, double value) {
                taker.take(time, value);
            }

            @Override
            public void widen(double lowest, double highest) {
                throw new IllegalStateException("A block was folded that does not lie in one column.");
            }

            @Override
            public boolean sameColumn(long time, long later) {
                return false;
            }
        });
    }

    /** Takes samples, quickly: a lock may be held meanwhile. */
    @FunctionalInterface
    interface Taker {
        /** The next one. */
        void take(long time, double value);
    }
}
