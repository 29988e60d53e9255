package com.sentori.console.dashboards;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A part of a dashboard.
 *
 * @param id unique in the dashboard
 * @param type Grafana's name of its kind: {@code timeseries}, {@code stat}, …; {@value #ROW} for a heading
 * @param title for people
 * @param description for people
 * @param grid where it lies
 * @param datasource of queries that name none
 * @param targets its queries
 * @param fields how its values are shown
 * @param options of its kind, as the file has them
 * @param transformations what is done with the answers before they are shown
 * @param repeat the variable for each of whose values there is one of it; empty for none
 * @param across how many of its repetitions may lie side by side
 * @param interval the least distance of its points, as Grafana writes it; empty for none
 * @param maxPoints the most points of a line
 * @param timeFrom a span of its own that ends with the dashboard's, as Grafana writes it; empty for the dashboard's
 */
public record Panel(int id, String type, String title, String description, Grid grid, Datasource datasource,
        List<Target> targets, Fields fields, JsonNode options, List<Transformation> transformations, String repeat,
        int across, String interval, int maxPoints, String timeFrom) {
    /** The type of a heading. */
    public static final String ROW = "row";

    /** What is done with answers before they are shown: Grafana's name for it, and its options. */
    public record Transformation(String id, JsonNode options) {}

    /** Takes copies. */
    public Panel {
        targets = List.copyOf(targets);
        transformations = List.copyOf(transformations);
    }

    /** Whether it is a heading. */
    public boolean isRow() {
        return type.equals(ROW);
    }

    /** The same elsewhere. */
    Panel at(Grid place) {
        return new Panel(id, type, title, description, place, datasource, targets, fields, options, transformations,
                repeat, across, interval, maxPoints, timeFrom);
    }

    /** The same under another title. */
    Panel called(String other) {
        return new Panel(id, type, other, description, grid, datasource, targets, fields, options, transformations,
                repeat, across, interval, maxPoints, timeFrom);
    }
}
