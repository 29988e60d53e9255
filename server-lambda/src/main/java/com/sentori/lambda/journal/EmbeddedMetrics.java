package com.sentori.lambda.journal;

import com.sentori.contract.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line in CloudWatch's embedded metric format: members that anyone can read, and under {@code _aws} which of them are
 * metrics. Source: "Specification: Embedded metric format" of CloudWatch's user guide. Not thread-safe.
 */
final class EmbeddedMetrics {
    private final String namespace;
    private final Instant time;
    private final List<Map<String, Object>> directives = new ArrayList<>();
    private final Map<String, Object> members = new LinkedHashMap<>();

    EmbeddedMetrics(String namespace, Instant time) {
        this.namespace = namespace;
        this.time = time;
    }

    /** A member that is no metric: a text that is read, or the value of a dimension. */
    EmbeddedMetrics with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    /**
     * Metrics over one set of dimensions.
     *
     * @param dimensions names of members; none for the sum over everything
     * @param units by name of the metric, whose value is a member
     */
    EmbeddedMetrics measuring(List<String> dimensions, Map<String, String> units) {
        List<Map<String, String>> metrics = units.entrySet()
                .stream()
                .map(metric -> Map.of("Name", metric.getKey(), "Unit", metric.getValue()))
                .toList();
        directives.add(Map.of("Namespace", namespace, "Dimensions", List.of(dimensions), "Metrics", metrics));
        return this;
    }

    String line() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("_aws", Map.of("Timestamp", time.toEpochMilli(), "CloudWatchMetrics", directives));
        all.putAll(members);
        return new String(Json.bytes(all), StandardCharsets.UTF_8);
    }
}
