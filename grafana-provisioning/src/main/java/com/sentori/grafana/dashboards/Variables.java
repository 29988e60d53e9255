package com.sentori.grafana.dashboards;

import com.sentori.contract.json.Json;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What can be chosen above a dashboard. */
record Variables(Family family, List<Source.Variable> all) {
    private static final int ON_TIME_RANGE_CHANGED = 2;
    private static final int NATURAL = 7;

    ArrayNode on(Source.Page page) {
        ArrayNode list = Json.MAPPER.createArrayNode();
        for (Source.Variable variable : all) {
            if (variable.on() == null || variable.on().contains(page.uid())) {
                family.query(variable).ifPresent(query -> list.add(variable(variable, query, page.uid())));
            }
        }
        return list;
    }

    private ObjectNode variable(Source.Variable variable, ObjectNode query, String page) {
        boolean one = variable.one() != null && variable.one().contains(page);
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("name", variable.name()).put("label", variable.label()).put("type", "query");
        json.set("datasource", family.datasource());
        json.set("query", query);
        json.put("refresh", ON_TIME_RANGE_CHANGED)
                .put("regex", Objects.requireNonNullElse(variable.regex(), ""))
                .put("sort", NATURAL)
                .put("multi", variable.several() && !one)
                .put("includeAll", !one);
        // Without one, Grafana lists what the pattern lets through, and of that it takes the first where one has to be chosen.
        if (!one && variable.regex() == null) {
            json.put("allValue", family.everything());
        }
        if (!one) {
            json.set("current", current(variable.several()));
        }
        return json;
    }

    private static ObjectNode current(boolean several) {
        ObjectNode current = Json.MAPPER.createObjectNode();
        if (several) {
            current.set("text", Json.MAPPER.createArrayNode().add("All"));
            current.set("value", Json.MAPPER.createArrayNode().add("$__all"));
            return current;
        }
        return current.put("text", "All").put("value", "$__all");
    }
}
