package com.sentori.console.sources;

import java.time.Duration;
import java.util.Map;

/**
 * The points of one series of an answer, in the order of time.
 *
 * @param query the name of the question that it answers
 * @param name what its source calls it: the label of CloudWatch, the name of a metric of Prometheus; empty if it has none
 * @param labels its labels; none from CloudWatch, which tells no dimensions with an answer
 * @param times of its points, in milliseconds since the epoch: the begin of the bucket from CloudWatch, the moment that was asked for from Prometheus
 * @param values as many; NaN where the source says so
 * @param reach how far after its time a point reaches: the period of CloudWatch, nothing from Prometheus
 */
@SuppressWarnings("ArrayRecordComponent") // two numbers for each of thousands of points
public record Line(String query, String name, Map<String, String> labels, long[] times, double[] values,
        Duration reach) {
    /** Takes the arrays over: who gives them does not change them any more. */
    public Line {
        if (times.length != values.length) {
            throw new IllegalArgumentException("A line has as many times as values.");
        }
        labels = Map.copyOf(labels);
    }

    /** How many points. */
    public int size() {
        return times.length;
    }

    /** When a point's bucket ends, in milliseconds since the epoch. */
    public long end(int point) {
        return times[point] + reach.toMillis();
    }
}
