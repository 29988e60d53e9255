package com.sentori.console.reports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How something went over time.
 *
 * @param kind what
 * @param type of the readings; null but for values
 * @param widthMillis of a stretch of time, on average
 * @param points in the order of time; where nothing was there is none
 */
public record Curve(Kind kind, @Nullable String type, long widthMillis, List<Point> points) {
    /** Keeps its own copy. */
    public Curve {
        points = List.copyOf(points);
    }

    /** What is drawn. */
    public enum Kind {
        /** Values of a type, by when they were taken: lowest, mean, highest. */
        VALUES,
        /** Readings a second, by when they arrived. */
        ARRIVALS,
        /** Milliseconds from when a reading was taken until it arrived, by the two clocks: lowest, mean, highest. */
        TRANSIT,
        /** Milliseconds from when a reading was due until it was durable: p50, p95, p99. */
        DELAY
    }

    /**
     * A stretch of time.
     *
     * @param time when it begins, epoch milliseconds
     * @param count what was counted in it
     */
    public record Point(long time, long count, double low, double middle, double high) {}
}
