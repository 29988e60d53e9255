package com.sentori.sandbox.metricmath;

import com.sentori.sandbox.metrics.Metric;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Values by the start of their period.
 *
 * @param label what it is called where nothing else is wanted
 * @param source the metric and statistic that it was read from; null for one that was calculated
 * @param period in seconds
 * @param points by epoch seconds; finite
 */
public record TimeSeries(String label, @Nullable Source source, int period, NavigableMap<Long, Double> points) {
    /** Where a series was read from. */
    public record Source(Metric metric, String statistic) {}

    TimeSeries with(NavigableMap<Long, Double> others) {
        return new TimeSeries(label, source, period, others);
    }

    /** Each value by itself; what is no finite number is left out, as after a division by zero. */
    TimeSeries map(DoubleUnaryOperator function) {
        NavigableMap<Long, Double> results = new TreeMap<>();
        for (Map.Entry<Long, Double> point : points.entrySet()) {
            double result = function.applyAsDouble(point.getValue());
            if (Double.isFinite(result)) {
                results.put(point.getKey(), result);
            }
        }
        return with(results);
    }
}
