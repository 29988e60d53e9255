package com.sentori.grafana.dashboards;

import com.sentori.contract.json.Json;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The panels of one dashboard, laid out as one writes: from left to right, in lines of 24. Not thread-safe. */
final class Panels {
    private static final int LINE = 24;
    private static final int ROW = 1;
    private static final int FIGURE = 4;
    private static final int CHART = 8;
    /** They show one value of each series. */
    private static final Set<String> REDUCED = Set.of("stat", "gauge", "bargauge");

    private final Family family;
    private final ArrayNode list = Json.MAPPER.createArrayNode();
    private int x;
    private int y;
    private int tallest;

    Panels(Family family) {
        this.family = family;
    }

    Panels add(Source.Panel panel) {
        if (panel.only() == null || panel.only().equals(family.name())) {
            list.add(panel.row() == null ? drawn(panel) : headline(panel.row()));
        }
        return this;
    }

    ArrayNode list() {
        return list;
    }

    private ObjectNode headline(String title) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", list.size() + 1).put("type", "row").put("title", title).put("collapsed", false);
        json.set("gridPos", place(LINE, ROW));
        json.set("panels", Json.MAPPER.createArrayNode());
        return json;
    }

    private ObjectNode drawn(Source.Panel panel) {
        String kind = Objects.requireNonNull(panel.draw(), String.valueOf(panel.title()));
        ObjectNode look = Source.kind(kind);
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", list.size() + 1).put("type", kind).put("title", Objects.requireNonNull(panel.title()));
        if (panel.about() != null) {
            json.put("description", panel.about());
        }
        json.set("datasource", family.datasource());
        boolean figure = kind.equals("stat");
        json.set("gridPos",
                place(panel.width(), Objects.requireNonNullElse(panel.height(), figure ? FIGURE : CHART)));
        if (panel.repeat() != null) {
            json.put("repeat", panel.repeat())
                    .put("repeatDirection", "h")
                    .put("maxPerRow", LINE / panel.width());
        }
        Trees.lay(look, json);
        ObjectNode defaults = (ObjectNode) json.path("fieldConfig").path("defaults");
        if (panel.unit() != null) {
            defaults.put("unit", panel.unit());
        }
        if (panel.decimals() != null) {
            defaults.put("decimals", panel.decimals());
        }
        defaults.set("thresholds", thresholds(panel));
        if (REDUCED.contains(kind) && panel.calc() != null && panel.calc().containsKey(family.name())) {
            ((ObjectNode) json.path("options").path("reduceOptions")).set("calcs",
                    Json.MAPPER.createArrayNode().add(panel.calc().get(family.name())));
        }
        ObjectNode own = Json.MAPPER.createObjectNode();
        own.set("options", Objects.requireNonNullElseGet(panel.options(), Json.MAPPER::createObjectNode));
        own.set("fieldConfig", Objects.requireNonNullElseGet(panel.fieldConfig(), Json.MAPPER::createObjectNode));
        Trees.lay(own, json);
        if (panel.transformations() != null) {
            json.set("transformations", Json.MAPPER.valueToTree(panel.transformations()));
        }
        json.set("targets", Json.MAPPER.valueToTree(family.targets(panel)));
        return json;
    }

    private static ObjectNode thresholds(Source.Panel panel) {
        ArrayNode steps = Json.MAPPER.createArrayNode();
        steps.addObject().put("color", "text").putNull("value");
        if (panel.limits() != null) {
            panel.limits().forEach(limit -> steps.addObject().put("color", limit.color()).put("value", limit.above()));
        }
        ObjectNode thresholds = Json.MAPPER.createObjectNode().put("mode", "absolute");
        thresholds.set("steps", steps);
        return thresholds;
    }

    private ObjectNode place(int width, int height) {
        if (x + width > LINE) {
            x = 0;
            y += tallest;
            tallest = 0;
        }
        ObjectNode place = Json.MAPPER.createObjectNode().put("x", x).put("y", y).put("w", width).put("h", height);
        x += width;
        tallest = Math.max(tallest, height);
        return place;
    }
}
