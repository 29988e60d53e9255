package com.sentori.sandbox.logs;

import com.sentori.sandbox.metrics.Aggregate;
import com.sentori.sandbox.metrics.Datum;
import com.sentori.sandbox.metrics.Dimension;
import com.sentori.sandbox.metrics.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lines in CloudWatch's embedded metric format ("Specification: Embedded metric format" of its user guide): a JSON object with {@code _aws}.
 * What in it does not follow the format gives no metric, as in AWS.
 */
final class EmbeddedMetrics {
    private static final int MAX_DIMENSIONS = 30;
    private static final int MAX_VALUES = 100;
    private static final double LARGEST = Math.scalb(1d, 360);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EmbeddedMetrics() {}

    /** What a line measures; empty if it is not of this format. */
    static Optional<List<Datum>> read(String line) {
        if (!line.startsWith("{") || !line.contains("\"_aws\"")) {
            return Optional.empty();
        }
        try {
            JsonNode root = JSON.readTree(line);
            return root.path("_aws").isObject() ? Optional.of(data(root)) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static List<Datum> data(JsonNode root) {
        List<Datum> data = new ArrayList<>();
        JsonNode aws = root.path("_aws");
        if (!aws.path("Timestamp").canConvertToLong()) {
            return data;
        }
        Instant time = Instant.ofEpochMilli(aws.path("Timestamp").asLong());
        for (JsonNode directive : aws.path("CloudWatchMetrics").values()) {
            String namespace = directive.path("Namespace").asString("");
            for (List<Dimension> dimensions : dimensionSets(directive.path("Dimensions"), root)) {
                for (JsonNode definition : directive.path("Metrics").values()) {
                    String name = definition.path("Name").asString("");
                    Aggregate values = values(root.path(name));
                    if (!namespace.isEmpty() && !name.isEmpty() && values.count() > 0) {
                        data.add(new Datum(new Metric(namespace, name, dimensions),
                                definition.path("Unit").asString(Datum.NO_UNIT), time,
                                definition.path("StorageResolution").asInt(60) == 1, values));
                    }
                }
            }
        }
        return data;
    }

    /** Without any set there is one without dimensions; a set that names what the line does not have is left out. */
    private static List<List<Dimension>> dimensionSets(JsonNode sets, JsonNode root) {
        if (sets.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Dimension>> all = new ArrayList<>();
        for (JsonNode set : sets.values()) {
            List<Dimension> dimensions = new ArrayList<>();
            for (JsonNode name : set.values()) {
                JsonNode value = root.path(name.asString(""));
                if (value.isString() && !value.asString().isEmpty()) {
                    dimensions.add(new Dimension(name.asString(), value.asString()));
                }
            }
            if (dimensions.size() == set.size() && set.size() <= MAX_DIMENSIONS) {
                all.add(dimensions);
            }
        }
        return all;
    }

    private static Aggregate values(JsonNode target) {
        Aggregate values = new Aggregate();
        List<JsonNode> numbers = target.isArray() ? List.copyOf(target.values()) : List.of(target);
        if (numbers.size() <= MAX_VALUES && numbers.stream()
                .allMatch(one -> one.isNumber() && Math.abs(one.asDouble()) <= LARGEST)) {
            numbers.forEach(one -> values.add(one.asDouble(), 1));
        }
        return values;
    }
}
