package com.sentori.acceptance.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import tools.jackson.databind.JsonNode;

/**
 * The queries of a panel as Grafana's datasource sends them. Source: Grafana's documentation, "CloudWatch query editor": a query that is not exact, has a
 * wildcard or several values of a dimension, becomes a search.
 *
 * @param targets of the panel
 * @param values of the variables
 */
public record CloudWatchPanel(List<JsonNode> targets, Map<String, String> values) {
    private static final int CODE = 1;
    private static final String ANY = "*";
    private static final int PERIOD = 60;

    /** As the SDK takes them. */
    public List<MetricDataQuery> queries() {
        return targets.stream().map(this::query).toList();
    }

    private MetricDataQuery query(JsonNode target) {
        MetricDataQuery.Builder query = MetricDataQuery.builder()
                .id(target.path("id").asString())
                .returnData(!target.path("hide").asBoolean());
        String label = target.path("label").asString();
        if (!label.isEmpty()) {
            query.label(label);
        }
        if (target.path("metricEditorMode").asInt() == CODE) {
            return query.expression(target.path("expression").asString()).build();
        }
        Map<String, String> dimensions = new TreeMap<>();
        target.path("dimensions")
                .forEachEntry((name, value) -> dimensions.put(name, Boards.filled(value.asString(), values)));
        boolean exact = target.path("matchExact").asBoolean();
        if (!exact || dimensions.containsValue(ANY)) {
            return query.expression(search(target, dimensions, exact)).build();
        }
        List<Dimension> all = new ArrayList<>();
        dimensions.forEach((name, value) -> all.add(Dimension.builder().name(name).value(value).build()));
        return query.metricStat(stat -> stat.stat(target.path("statistic").asString())
                .period(period(target))
                .metric(metric -> metric.namespace(target.path("namespace").asString())
                        .metricName(target.path("metricName").asString())
                        .dimensions(all)))
                .build();
    }

    private static String search(JsonNode target, Map<String, String> dimensions, boolean exact) {
        String namespace = target.path("namespace").asString();
        List<String> terms = new ArrayList<>();
        terms.add(exact
                ? "{\"" + namespace + "\"" + dimensions.keySet()
                        .stream()
                        .map(name -> ",\"" + name + "\"")
                        .collect(Collectors.joining()) + "}"
                : "Namespace=\"" + namespace + "\"");
        terms.add("MetricName=\"" + target.path("metricName").asString() + "\"");
        dimensions.forEach((name, value) -> {
            if (!value.equals(ANY)) {
                terms.add("\"" + name + "\"=\"" + value + "\"");
            }
        });
        if (!exact) {
            dimensions.keySet()
                    .stream()
                    .filter(name -> ANY.equals(dimensions.get(name)))
                    .forEach(name -> terms.add("\"" + name + "\""));
        }
        return "REMOVE_EMPTY(SEARCH('" + String.join(" ", terms) + "', '" + target.path("statistic").asString() + "', "
                + period(target) + "))";
    }

    private static int period(JsonNode target) {
        String period = target.path("period").asString();
        return period.isEmpty() ? PERIOD : Integer.parseInt(period);
    }
}
