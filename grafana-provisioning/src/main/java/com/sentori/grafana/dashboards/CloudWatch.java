package com.sentori.grafana.dashboards;

import com.sentori.contract.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Queries of CloudWatch as Grafana keeps them: metrics as its query builder has them, and expressions over them.
 *
 * @param scopes by name
 */
record CloudWatch(Map<String, Source.Scope> scopes) implements Family {
    private static final int BUILDER = 0;
    private static final int CODE = 1;
    /** By metric, and not in SQL. */
    private static final int SEARCH = 0;
    /** That of the datasource. */
    private static final String REGION = "default";

    @Override
    public String name() {
        return "cloudwatch";
    }

    @Override
    public String type() {
        return "cloudwatch";
    }

    @Override
    public String everything() {
        return "*";
    }

    @Override
    public List<ObjectNode> targets(Source.Panel panel) {
        List<ObjectNode> targets = new ArrayList<>();
        if (panel.logs() != null) {
            targets.add(search(panel.logs()));
        }
        for (Source.Figure query : Objects.requireNonNullElse(panel.cloudwatch(), List.<Source.Figure>of())) {
            ObjectNode target = Json.MAPPER.createObjectNode();
            target.put("refId", Character.toString('A' + targets.size())).set("datasource", datasource());
            target.put("id", query.id())
                    .put("hide", query.hide())
                    .put("label", Objects.requireNonNullElse(query.label(), ""))
                    .put("queryMode", "Metrics")
                    .put("metricQueryType", SEARCH)
                    .put("metricEditorMode", query.math() == null ? BUILDER : CODE)
                    .put("expression", Objects.requireNonNullElse(query.math(), ""))
                    .put("period", query.period() == null ? "" : query.period().toString())
                    .put("region", REGION);
            Source.Scope scope = query.math() == null
                    ? Objects.requireNonNull(scopes.get(query.from()), query.id())
                    : new Source.Scope("", false, Map.of());
            target.put("namespace", scope.namespace())
                    .put("metricName", Objects.requireNonNullElse(query.metric(), ""))
                    .put("statistic", Objects.requireNonNullElse(query.stat(), "Average"))
                    .put("matchExact", !scope.all())
                    .set("dimensions", Json.MAPPER.valueToTree(scope.dimensions()));
            targets.add(target);
        }
        return targets;
    }

    /** Grafana puts the values of the variable in the place of the log group. */
    private ObjectNode search(Source.Search logs) {
        String variable = "$" + logs.groups();
        ObjectNode target = Json.MAPPER.createObjectNode();
        target.put("refId", "A").set("datasource", datasource());
        target.put("id", "")
                .put("hide", false)
                .put("queryMode", "Logs")
                .put("expression", logs.query())
                .put("region", REGION);
        target.putArray("logGroups").addObject().put("arn", variable).put("name", variable);
        return target;
    }

    @Override
    public Optional<ObjectNode> query(Source.Variable variable) {
        if (variable.logs() != null) {
            return Optional.of(Json.MAPPER.createObjectNode()
                    .put("queryType", "logGroups")
                    .put("refId", variable.name())
                    .put("region", REGION)
                    .put("logGroupPrefix", variable.logs()));
        }
        return Optional.ofNullable(variable.cloudwatch()).map(values -> {
            Source.Scope own = Objects.requireNonNull(scopes.get("backend"));
            ObjectNode query = Json.MAPPER.createObjectNode()
                    .put("queryType", "dimensionValues")
                    .put("refId", variable.name())
                    .put("region", REGION)
                    .put("namespace", Objects.requireNonNullElse(values.namespace(), own.namespace()))
                    .put("metricName", values.metric())
                    .put("dimensionKey", values.dimension());
            query.set("dimensionFilters",
                    Json.MAPPER.valueToTree(
                            Objects.requireNonNullElse(values.where(), Map.<String, String>of())));
            return query;
        });
    }
}
