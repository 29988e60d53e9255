package com.sentori.sandbox.metricmath;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is calculated from a value and those before or after it. */
final class AlongTime {
    private AlongTime() {}

    /** The change from the value before, by the second. */
    static TimeSeries rate(TimeSeries series) {
        NavigableMap<Long, Double> points = new TreeMap<>();
        difference(series).points().forEach((time, change) -> {
            Long before = series.points().lowerKey(time);
            if (before != null) {
                points.put(time, change / (time - before));
            }
        });
        return series.with(points);
    }

    /** The change from the value before. */
    static TimeSeries difference(TimeSeries series) {
        NavigableMap<Long, Double> points = new TreeMap<>();
        series.points().forEach((time, value) -> {
            Map.Entry<Long, Double> before = series.points().lowerEntry(time);
            if (before != null) {
                points.put(time, value - before.getValue());
            }
        });
        return series.with(points);
    }

    static TimeSeries runningSum(TimeSeries series) {
        NavigableMap<Long, Double> points = new TreeMap<>();
        double sum = 0;
        for (Map.Entry<Long, Double> point : series.points().entrySet()) {
            sum += point.getValue();
            points.put(point.getKey(), sum);
        }
        return series.with(points);
    }

    /** With a value at each of these times where the way has one. */
    static TimeSeries fill(TimeSeries series, long[] times, Value way) {
        NavigableMap<Long, Double> points = new TreeMap<>();
        for (long time : times) {
            Double value = filled(series.points().floorEntry(time), series.points().ceilingEntry(time), time, way);
            if (value != null) {
                points.put(time, value);
            }
        }
        return series.with(points);
    }

    private static @Nullable Double filled(Map.@Nullable Entry<Long, Double> before,
            Map.@Nullable Entry<Long, Double> after, long time, Value way) {
        if (before != null && before.getKey() == time) {
            return before.getValue();
        }
        return switch (way) {
            case Value.Scalar constant -> constant.number();
            case Value.Text text when text.text().equals("REPEAT") -> before == null ? null : before.getValue();
            case Value.Text text when text.text().equals("LINEAR") -> before == null || after == null
                    ? null
                    : between(before, after, time);
            default -> throw new MathFault("FILL takes a series and a number, REPEAT or LINEAR.");
        };
    }

    private static double between(Map.Entry<Long, Double> before, Map.Entry<Long, Double> after, long time) {
        double part = (double) (time - before.getKey()) / (after.getKey() - before.getKey());
        return before.getValue() + part * (after.getValue() - before.getValue());
    }
}
