package com.sentori.console.sources;

import java.time.Duration;
import java.util.Map;

/** A question of {@code GetMetricData}. */
public sealed interface MetricQuery {
    /** By which other questions and the lines of the answer know it: begins with a small letter. */
    String id();

    /** What its lines are called, with CloudWatch's own {@code ${…}}; empty for the name that CloudWatch gives. */
    String label();

    /** Whether it is only there for others. */
    boolean hidden();

    /** How long a bucket is: 1, 5, 10, 30 or a multiple of 60 seconds. */
    Duration period();

    /**
     * A metric.
     *
     * @param dimensions all of them: CloudWatch knows no metric by a part
     * @param statistic {@code Sum}, {@code Average}, {@code Minimum}, {@code Maximum}, {@code SampleCount} or a percentile such as {@code p99}
     */
    record Metric(String id, String label, boolean hidden, String namespace, String metric,
            Map<String, String> dimensions, String statistic, Duration period) implements MetricQuery {
        /** Keeps its own copy. */
        public Metric {
            dimensions = Map.copyOf(dimensions);
        }

        /** One whose lines are shown. */
        public static Metric of(String id, String namespace, String metric, Map<String, String> dimensions,
                String statistic, Duration period) {
            return new Metric(id, "", false, namespace, metric, dimensions, statistic, period);
        }
    }

    /**
     * Metric math, a search among it.
     *
     * @param expression such as {@code 100 * errors / invocations} over the ids of others
     */
    record Expression(String id, String label, boolean hidden, String expression, Duration period)
            implements
                MetricQuery {}
}
