package com.sentori.grafana.dashboards;

import com.sentori.contract.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Queries of Prometheus as Grafana keeps them. */
record Prometheus() implements Family {
    /** Of a query for the values of a label, as Grafana numbers them. */
    private static final int LABEL_VALUES = 1;

    @Override
    public String name() {
        return "prometheus";
    }

    @Override
    public String type() {
        return "prometheus";
    }

    @Override
    public String everything() {
        return ".*";
    }

    @Override
    public List<ObjectNode> targets(Source.Panel panel) {
        List<ObjectNode> targets = new ArrayList<>();
        for (Source.Expression query : Objects.requireNonNullElse(panel.prometheus(), List.<Source.Expression>of())) {
            ObjectNode target = Json.MAPPER.createObjectNode();
            target.put("refId", Character.toString('A' + targets.size())).set("datasource", datasource());
            target.put("editorMode", "code")
                    .put("expr", query.expr())
                    .put("legendFormat", Objects.requireNonNullElse(query.legend(), String.valueOf(panel.title())))
                    .put("format", "time_series")
                    .put("instant", query.instant())
                    .put("range", !query.instant());
            targets.add(target);
        }
        return targets;
    }

    @Override
    public Optional<ObjectNode> query(Source.Variable variable) {
        return Optional.ofNullable(variable.prometheus())
                .map(query -> Json.MAPPER.createObjectNode()
                        .put("qryType", LABEL_VALUES)
                        .put("query", query)
                        .put("refId", variable.name()));
    }
}
