package com.sentori.sandbox.metrics;

/**
 * A stretch of time in periods that are aligned with the epoch. All in seconds.
 *
 * @param from start of the first period
 * @param to end, exclusive: a period that starts there is not part of it
 */
public record Window(long from, long to, int period) {
    /** Rounds the start down to a period. */
    public Window {
        from = Math.floorDiv(from, period) * period;
    }

    /** The start of the period which holds a time. */
    public long start(long second) {
        return Math.floorDiv(second, period) * period;
    }
}
