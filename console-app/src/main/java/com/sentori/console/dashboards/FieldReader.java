package com.sentori.console.dashboards;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what the JSON of a dashboard says of a field. */
final class FieldReader {
    private FieldReader() {}

    static Field read(JsonNode said) {
        JsonNode custom = said.path("custom");
        JsonNode colour = said.path("color");
        String mode = colour.path("mode").asString("");
        JsonNode hideFrom = custom.path("hideFrom");
        return new Field(said.path("unit").asString(""), decimals(said.path("decimals")), number(said.path("min")),
                number(said.path("max")), said.path("displayName").asString(""), said.path("noValue").asString(""),
                mode.equals("fixed") || mode.equals("shades") ? colour.path("fixedColor").asString("") : "",
                mode.isEmpty() || mode.equals("thresholds"), steps(said.path("thresholds")),
                custom.path("thresholdsStyle").path("mode").asString("off"),
                custom.path("stacking").path("mode").asString("none"), mappings(said.path("mappings")),
                hideFrom.path("viz").asBoolean(false) || custom.path("hidden").asBoolean(false));
    }

    private static @Nullable Integer decimals(JsonNode node) {
        return node.isNumber() ? Math.clamp(node.asInt(0), 0, 12) : null;
    }

    private static @Nullable Double number(JsonNode node) {
        return node.isNumber() ? node.asDouble(0) : null;
    }

    private static Steps steps(JsonNode node) {
        List<Steps.Step> steps = new ArrayList<>();
        for (JsonNode each : node.path("steps")) {
            steps.add(new Steps.Step(each.path("value").asDouble(Double.NEGATIVE_INFINITY),
                    each.path("color").asString("")));
        }
        return new Steps(node.path("mode").asString("").equals("percentage"), steps);
    }

    private static List<Mapping> mappings(JsonNode node) {
        List<Mapping> mappings = new ArrayList<>();
        for (JsonNode each : node) {
            JsonNode options = each.path("options");
            Mapping.Said said = said(options.path("result"));
            switch (each.path("type").asString("")) {
                case "value" -> mappings.add(new Mapping.Values(values(options)));
                case "range" -> mappings
                        .add(new Mapping.Range(number(options.path("from")), number(options.path("to")), said));
                case "regex" -> matching(options.path("pattern").asString(""), said, mappings);
                case "special" -> mappings.add(new Mapping.Special(options.path("match").asString(""), said));
                default -> {
                    // Of a later Grafana: the value is shown as it is.
                }
            }
        }
        return mappings;
    }

    private static void matching(String pattern, Mapping.Said said, List<Mapping> mappings) {
        try {
            mappings.add(new Mapping.Matching(Fields.pattern(pattern), said));
        } catch (PatternSyntaxException e) {
            // What JavaScript understands and Java does not is shown as it is.
        }
    }

    private static Map<String, Mapping.Said> values(JsonNode options) {
        Map<String, Mapping.Said> values = new LinkedHashMap<>();
        options.properties().forEach(each -> values.put(each.getKey(), said(each.getValue())));
        return values;
    }

    private static Mapping.Said said(JsonNode node) {
        return new Mapping.Said(node.path("text").asString(""), node.path("color").asString(""));
    }
}
