package com.sentori.sandbox.metrics;

import java.time.Instant;

/**
 * What was measured of a metric at a time.
 *
 * @param unit as CloudWatch names it, {@code None} without one
 * @param highResolution kept by the second, not by the minute
 */
public record Datum(Metric metric, String unit, Instant time, boolean highResolution, Aggregate values) {
    /** The unit of what has none. */
    public static final String NO_UNIT = "None";

    /** One value, kept by the minute. */
    public static Datum of(Metric metric, String unit, Instant time, double value) {
        return new Datum(metric, unit, time, false, Aggregate.of(value));
    }
}
