package com.sentori.grafana.dashboards;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The file {@code dashboards.yaml}.
 *
 * @param scopes what queries of CloudWatch look at, by name
 * @param variables what can be chosen
 * @param shared what panels have in common, by name
 * @param dashboards in the order of the file
 */
record Source(Map<String, Scope> scopes, List<Variable> variables, Map<String, ObjectNode> shared,
        List<Page> dashboards) {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /**
     * Metrics of CloudWatch.
     *
     * @param namespace of the metrics
     * @param all whether they are searched for, so that the answer is an array, whatever is chosen
     * @param dimensions which they have, with their value, a variable, or {@code *}
     */
    record Scope(String namespace, boolean all, Map<String, String> dimensions) {}

    /**
     * What can be chosen.
     *
     * @param name in queries
     * @param label for people
     * @param on ids of the dashboards that have it; null: all
     * @param one ids of the dashboards on which it has exactly one value; null: none
     * @param several whether many can be chosen at once
     * @param regex which of the values; null: all
     * @param prometheus the query; null: not in this family
     * @param cloudwatch the query; null: not in this family
     * @param logs with what the names of log groups begin, if these are its values, in the family of CloudWatch; null: they are not
     */
    record Variable(String name, String label, @Nullable List<String> on, @Nullable List<String> one, boolean several,
            @Nullable String regex, @Nullable String prometheus, @Nullable Values cloudwatch, @Nullable String logs) {}

    /**
     * Values of a dimension that metrics have.
     *
     * @param namespace of the metrics; null for the product's own
     * @param where dimensions that they must have, too; null: none
     */
    record Values(@Nullable String namespace, String metric, String dimension, @Nullable Map<String, String> where) {}

    /** A dashboard; its panels are read by {@link #panel}. */
    record Page(String uid, String title, String description, String from, List<ObjectNode> panels) {}

    /**
     * A panel, or a row's headline where {@code row} is given.
     *
     * @param about what one sees, for people; null where the title says it
     * @param draw its kind, the name of a file
     * @param width of 24
     * @param only the family that has it; null: both
     * @param repeat the variable of which each value gets its own panel; null: none
     * @param calc which value of a series is shown, by family; null: the last
     * @param limits where colours change; null: nowhere
     * @param logs what is searched for in logs of CloudWatch, in place of queries; null: nothing
     * @param options laid over the kind's; as are {@code fieldConfig} and {@code transformations}
     */
    record Panel(@Nullable String use, @Nullable String row, @Nullable String title, @Nullable String about,
            @Nullable String draw, @Nullable String unit, @Nullable Integer decimals, int width,
            @Nullable Integer height, @Nullable String only, @Nullable String repeat,
            @Nullable Map<String, String> calc, @Nullable List<Limit> limits, @Nullable ObjectNode options,
            @Nullable ObjectNode fieldConfig, @Nullable List<ObjectNode> transformations,
            @Nullable List<Expression> prometheus, @Nullable List<Figure> cloudwatch, @Nullable Search logs) {}

    /** From which value on a figure has which of Grafana's colours. */
    record Limit(double above, String color) {}

    /**
     * A query of Prometheus.
     *
     * @param legend what its series are called; null for the panel's title
     * @param instant whether its value now is asked for alone
     */
    record Expression(String expr, @Nullable String legend, boolean instant) {}

    /**
     * A query of CloudWatch: a metric of a scope, or an expression.
     *
     * @param id by which expressions name it
     * @param period seconds; null: what Grafana finds right for the shown time
     * @param hide whether only expressions use it
     */
    record Figure(String id, @Nullable String from, @Nullable String metric, @Nullable String stat,
            @Nullable Integer period, @Nullable String math, @Nullable String label, boolean hide) {}

    /**
     * A query of CloudWatch's logs.
     *
     * @param groups the variable of which the chosen values are the log groups
     * @param query in the language of Logs Insights
     */
    record Search(String groups, String query) {}

    static Source read() {
        return MAPPER.readValue(resource("dashboards.yaml"), Source.class);
    }

    /** A panel as it stands on a dashboard, over what it shares with others. */
    Panel panel(ObjectNode own) {
        ObjectNode panel = MAPPER.createObjectNode();
        if (own.has("use")) {
            String name = own.path("use").asString();
            Trees.lay(Objects.requireNonNull(shared.get(name), name), panel);
        }
        Trees.lay(own, panel);
        return MAPPER.treeToValue(panel, Panel.class);
    }

    /** How panels of a kind look. */
    static ObjectNode kind(String name) {
        return (ObjectNode) MAPPER.readTree(resource(name + ".json"));
    }

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(Source.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
