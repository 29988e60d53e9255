package com.sentori.bench.load;

import org.HdrHistogram.Histogram;

/**
 * What a load met.
 *
 * @param answers that came in time, with the status that was wanted
 * @param others answers with another status, and requests without one
 * @param seconds that it took
 * @param latency of the answers in nanoseconds: closed loop from the send, open loop from when the send was due
 */
public record Outcome(long answers, long others, double seconds, Histogram latency) {
    /** Answers in a second. */
    public double perSecond() {
        return answers / seconds;
    }

    /** A percentile of the latency, in milliseconds. */
    public double milliseconds(double percentile) {
        return latency.getValueAtPercentile(percentile) / 1e6;
    }

    /**
     * The same, if the server answered everything.
     *
     * @throws IllegalStateException if it did not: such figures are worth nothing
     */
    public Outcome checked() {
        if (others > 0 || answers == 0) {
            throw new IllegalStateException(
                    others + " of " + (answers + others) + " requests were not answered as wanted.");
        }
        return this;
    }
}
