package com.sentori.console.charts;

/** Takes samples in the order of their time, and lets whole blocks of them stand for themselves where they fall into one column. Not thread-safe. */
public interface Columns {
    /** Adds a sample. */
    void add(long time, double value);

    /** Tells of values between the sample that was just added and the next, in the same column. */
    void widen(double lowest, double highest);

    /** Whether both times lie in one column, so that a block from one to the other needs no more than its ends and extremes; {@code time <= later}. */
    boolean sameColumn(long time, long later);
}
