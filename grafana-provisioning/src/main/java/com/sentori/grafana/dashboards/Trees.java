package com.sentori.grafana.dashboards;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON laid over JSON. */
final class Trees {
    private Trees() {}

    /** What the upper one says holds; where both have an object, its members meet in the same way. */
    static void lay(ObjectNode upper, ObjectNode lower) {
        for (String name : upper.propertyNames()) {
            JsonNode over = upper.path(name);
            if (over instanceof ObjectNode object && lower.path(name) instanceof ObjectNode below) {
                lay(object, below);
            } else {
                lower.set(name, over.deepCopy());
            }
        }
    }
}
