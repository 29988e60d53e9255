package com.sentori.grafana.dashboards;

import com.sentori.contract.json.Json;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Dashboards of one datasource. */
sealed interface Family permits Prometheus, CloudWatch {
    /** Its name in the source, and that of its folder. */
    String name();

    /** What {@code All} stands for in its queries. */
    String everything();

    /** Type of the datasource, as Grafana calls it. */
    String type();

    /** Unique id of the datasource. */
    default String uid() {
        return "sentori-" + name();
    }

    /** The datasource as panels name it. */
    default ObjectNode datasource() {
        return Json.MAPPER.createObjectNode().put("type", type()).put("uid", uid());
    }

    /** The queries of a panel. */
    List<ObjectNode> targets(Source.Panel panel);

    /** The query of a variable; empty if it has none. */
    Optional<ObjectNode> query(Source.Variable variable);
}
