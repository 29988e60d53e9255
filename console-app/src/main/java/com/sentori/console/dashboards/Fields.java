package com.sentori.console.dashboards;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * How a panel's values are shown, and which of them otherwise.
 *
 * @param defaults of all, as the file has them
 * @param overrides of some, in their order
 */
public record Fields(JsonNode defaults, List<Override> overrides) {
    /** Nothing is said. */
    public static final Fields NONE = new Fields(JsonNodeFactory.instance.objectNode(), List.of());

    /**
     * Says something of some values.
     *
     * @param matcher which: {@code byName}, {@code byRegexp}, …
     * @param match what that compares with
     * @param properties what is said, by Grafana's name for it
     */
    public record Override(String matcher, JsonNode match, List<Property> properties) {
        static final Set<String> KNOWN = Set.of("byName", "byNames", "byRegexp", "byFrameRefID", "byType");

        boolean isFor(String name, String refId, boolean number) {
            return switch (matcher) {
                case "byName" -> match.asString("").equals(name);
                case "byNames" -> names(name);
                case "byRegexp" -> pattern(match.asString("")).matcher(name).find();
                case "byFrameRefID" -> match.asString("").equals(refId);
                case "byType" -> match.asString("").equals(number ? "number" : "string");
                default -> false;
            };
        }

        private boolean names(String name) {
            boolean excluded = match.path("mode").asString("include").equals("exclude");
            boolean named = false;
            for (JsonNode each : match.path("names")) {
                named |= each.asString("").equals(name);
            }
            return named != excluded;
        }
    }

    /** One thing that is said. */
    public record Property(String id, JsonNode value) {}

    /** Takes a copy. */
    public Fields {
        overrides = List.copyOf(overrides);
    }

    /** A pattern that may stand between slashes. */
    static Pattern pattern(String typed) {
        boolean slashes = typed.length() > 1 && typed.startsWith("/") && typed.lastIndexOf('/') > 0;
        String bare = slashes ? typed.substring(1, typed.lastIndexOf('/')) : typed;
        boolean anyCase = slashes && typed.substring(typed.lastIndexOf('/')).contains("i");
        return Pattern.compile(bare, anyCase ? Pattern.CASE_INSENSITIVE : 0);
    }

    /** How values of this name, which came by this query, are shown. */
    Field of(String name, String refId, boolean number) {
        ObjectNode said = defaults.isObject()
                ? (ObjectNode) defaults.deepCopy()
                : JsonNodeFactory.instance.objectNode();
        for (Override each : overrides) {
            if (each.isFor(name, refId, number)) {
                each.properties().forEach(property -> put(said, property));
            }
        }
        return FieldReader.read(said);
    }

    private static void put(ObjectNode said, Property property) {
        ObjectNode at = said;
        String[] path = property.id().split("\\.", -1);
        for (int i = 0; i < path.length - 1; i++) {
            at = at.path(path[i]) instanceof ObjectNode there ? there : at.putObject(path[i]);
        }
        at.set(path[path.length - 1], property.value());
    }
}
