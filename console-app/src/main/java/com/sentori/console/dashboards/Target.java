package com.sentori.console.dashboards;

import java.util.List;
import java.util.Map;

/** A query of a panel as the file says it, with variables in it. */
public sealed interface Target {
    /** By which the panel names it. */
    String refId();

    /** Which source it is for. */
    Datasource datasource();

    /**
     * For Prometheus.
     *
     * @param expression in its language
     * @param legend how its lines are called, as Grafana writes it; empty for all labels
     * @param instant whether the newest values alone are asked for
     * @param table whether a row is wanted for each line, in place of a line
     * @param interval the least distance of its points; empty for the panel's
     */
    record Prometheus(String refId, Datasource datasource, String expression, String legend, boolean instant,
            boolean table, String interval) implements Target {}

    /**
     * For CloudWatch's metrics: a metric, or an expression.
     *
     * @param id by which expressions name it; empty for none
     * @param region empty or {@code default} for the source's own
     * @param dimensions several values of a dimension are several lines
     * @param exact whether lines have these dimensions and no others
     * @param period seconds, or empty for one that fits
     * @param expression of metric math or a search, in place of a metric; empty for none
     * @param label how its lines are called; empty for CloudWatch's own way
     * @param hidden whether it is only there for others
     */
    record CloudWatch(String refId, Datasource datasource, String id, String region, String namespace, String metric,
            Map<String, List<String>> dimensions, boolean exact, String statistic, String period, String expression,
            String label, boolean hidden) implements Target {}

    /**
     * For CloudWatch's logs.
     *
     * @param groups names or ARNs of log groups, or variables
     * @param expression in the language of Logs Insights
     */
    record CloudWatchLogs(String refId, Datasource datasource, String region, List<String> groups, String expression)
            implements
                Target {}

    /** For a source that this console does not know. */
    record Unknown(String refId, Datasource datasource) implements Target {}
}
