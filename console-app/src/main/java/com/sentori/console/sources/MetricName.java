package com.sentori.console.sources;

import java.util.Map;

/**
 * A metric that CloudWatch has.
 *
 * @param dimensions all of them, by name
 */
public record MetricName(String namespace, String metric, Map<String, String> dimensions) {
    /** Keeps its own copy. */
    public MetricName {
        dimensions = Map.copyOf(dimensions);
    }
}
