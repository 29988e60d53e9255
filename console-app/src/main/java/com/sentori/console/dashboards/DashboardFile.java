package com.sentori.console.dashboards;

import com.sentori.console.dashboards.Panel.Transformation;
import com.sentori.console.dashboards.Variable.Option;
import com.sentori.contract.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads dashboards in Grafana's classic JSON, as its export and its provisioning have it. Members that nobody knows are passed over. */
public final class DashboardFile {
    private static final long MAX_FILE = 16L << 20;
    private static final int MOST_PANELS = 500;
    private static final int USUAL_POINTS = 1_000;
    private static final int MOST_ACROSS = 4;

    private DashboardFile() {}

    /**
     * Of a file.
     *
     * @throws DashboardException if it holds no dashboard
     * @throws IOException if it cannot be read
     */
    public static Dashboard read(Path file) throws DashboardException, IOException {
        if (Files.size(file) > MAX_FILE) {
            throw new DashboardException(file + " is larger than any dashboard: name an exported dashboard's JSON.");
        }
        return read(Files.readAllBytes(file), String.valueOf(file.getFileName()));
    }

    /** One of the program's own, with these words. */
    static Dashboard read(Path file, Words words) throws DashboardException, IOException {
        return read(Files.readAllBytes(file), String.valueOf(file.getFileName()), words);
    }

    /**
     * Of its bytes.
     *
     * @param name by which the file is known to people
     */
    public static Dashboard read(byte[] json, String name) throws DashboardException {
        return read(json, name, Words.OWN);
    }

    private static Dashboard read(byte[] json, String name, Words words) throws DashboardException {
        JsonNode file;
        try {
            file = Json.MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new DashboardException(name + " is no JSON: name an exported dashboard's JSON.");
        }
        JsonNode found = file.path("dashboard").isObject() ? file.path("dashboard") : file;
        String version = file.path("apiVersion").asString("");
        boolean second = file.path("spec").path("elements").isObject() || found.path("elements").isObject();
        if (second || version.startsWith("dashboard.grafana.app/v2")) {
            throw new DashboardException(name + " is a dashboard of Grafana's schema v2"
                    + (version.isEmpty() ? "" : " (" + version + ")") + ": export it in the classic schema.");
        }
        JsonNode classic = file.path("spec").path("panels").isArray() ? file.path("spec") : found;
        if (!classic.path("panels").isArray()) {
            throw new DashboardException(
                    name + " has no panels, so it is no dashboard: name an exported dashboard's JSON.");
        }
        return dashboard(words.in(classic), name);
    }

    private static Dashboard dashboard(JsonNode json, String name) throws DashboardException {
        List<Panel> panels = panels(json.path("panels"));
        if (panels.size() > MOST_PANELS) {
            throw new DashboardException(name + " has more than " + MOST_PANELS + " panels: split it.");
        }
        List<Variable> variables = new ArrayList<>();
        json.path("templating").path("list").forEach(each -> variables.add(variable(each)));
        return new Dashboard(json.path("uid").asString(""), json.path("title").asString(name),
                json.path("description").asString(""),
                json.path("time").path("from").asString("now-1h"), json.path("time").path("to").asString("now"),
                refresh(json.path("refresh").asString("")), variables, panels);
    }

    private static @Nullable Duration refresh(String text) {
        try {
            return text.isBlank() ? null : TimeText.length(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isString()) {
            texts.add(node.asString(""));
        }
        for (JsonNode each : node) {
            texts.add(each.asString(""));
        }
        return texts;
    }

    /** All panels; those of a row that is folded away are unfolded below it, and what lies below moves down. */
    private static List<Panel> panels(JsonNode list) {
        List<Panel> all = new ArrayList<>();
        int down = 0;
        for (JsonNode each : list) {
            Panel panel = panel(each);
            Panel placed = panel.at(lowered(panel.grid(), down));
            all.add(placed);
            JsonNode folded = each.path("panels");
            if (!folded.isArray() || folded.isEmpty()) {
                continue;
            }
            List<Panel> inner = new ArrayList<>();
            folded.forEach(one -> inner.add(panel(one)));
            int top = inner.stream().mapToInt(one -> one.grid().y()).min().orElse(0);
            int bottom = inner.stream().mapToInt(one -> one.grid().y() + one.grid().height()).max().orElse(0);
            int begin = placed.grid().y() + placed.grid().height();
            inner.forEach(one -> all.add(one.at(lowered(one.grid(), begin - top))));
            down += bottom - top;
        }
        return all;
    }

    private static Grid lowered(Grid grid, int down) {
        return new Grid(grid.x(), grid.y() + down, grid.width(), grid.height());
    }

    private static Panel panel(JsonNode json) {
        JsonNode place = json.path("gridPos");
        Datasource datasource = datasource(json.path("datasource"));
        List<Target> targets = new ArrayList<>();
        for (JsonNode each : json.path("targets")) {
            Target target = target(each, datasource);
            if (target != null) {
                targets.add(target);
            }
        }
        List<Transformation> transformations = new ArrayList<>();
        for (JsonNode each : json.path("transformations")) {
            if (!each.path("disabled").asBoolean(false)) {
                transformations.add(new Transformation(each.path("id").asString(""), each.path("options")));
            }
        }
        return new Panel(json.path("id").asInt(0), json.path("type").asString(""), json.path("title").asString(""),
                json.path("description").asString(""),
                new Grid(place.path("x").asInt(0), place.path("y").asInt(0), place.path("w").asInt(Grid.COLUMNS),
                        place.path("h").asInt(1)),
                datasource, targets, fields(json.path("fieldConfig")), json.path("options"), transformations,
                json.path("repeat").asString(""), across(json), json.path("interval").asString(""),
                json.path("maxDataPoints").asInt(USUAL_POINTS), json.path("timeFrom").asString(""));
    }

    private static int across(JsonNode json) {
        return json.path("repeatDirection").asString("h").equals("v")
                ? 1
                : Math.clamp(json.path("maxPerRow").asInt(MOST_ACROSS), 1, Grid.COLUMNS);
    }

    private static Fields fields(JsonNode json) {
        List<Fields.Override> overrides = new ArrayList<>();
        for (JsonNode each : json.path("overrides")) {
            List<Fields.Property> properties = new ArrayList<>();
            for (JsonNode property : each.path("properties")) {
                properties.add(new Fields.Property(property.path("id").asString(""), property.path("value")));
            }
            overrides.add(new Fields.Override(each.path("matcher").path("id").asString(""),
                    each.path("matcher").path("options"), properties));
        }
        return new Fields(json.path("defaults"), overrides);
    }

    private static Datasource datasource(JsonNode json) {
        return json.isString()
                ? new Datasource("", json.asString(""))
                : new Datasource(json.path("type").asString(""), json.path("uid").asString(""));
    }

    private static @Nullable Target target(JsonNode json, Datasource panel) {
        String refId = json.path("refId").asString("");
        boolean hidden = json.path("hide").asBoolean(false);
        Datasource own = datasource(json.path("datasource")).or(panel.isMixed() ? Datasource.NONE : panel);
        boolean metric = json.has("namespace") || json.has("metricName") || json.has("metricEditorMode");
        String type = own.type().toLowerCase(Locale.ROOT);
        if (type.equals("cloudwatch") || (type.isEmpty() && metric)) {
            return cloudWatch(json, refId, own, hidden);
        }
        if (hidden) {
            return null;
        }
        return json.has("expr") && (type.isEmpty() || type.equals("prometheus"))
                ? new Target.Prometheus(refId, own, json.path("expr").asString(""),
                        json.path("legendFormat").asString(""),
                        json.path("instant").asBoolean(false) && !json.path("range").asBoolean(false),
                        json.path("format").asString("").equals("table"), json.path("interval").asString(""))
                : new Target.Unknown(refId, own);
    }

    private static @Nullable Target cloudWatch(JsonNode json, String refId, Datasource own, boolean hidden) {
        String region = json.path("region").asString("");
        if (json.path("queryMode").asString("").equals("Logs")) {
            List<String> groups = new ArrayList<>(texts(json.path("logGroupNames")));
            for (JsonNode each : json.path("logGroups")) {
                String arn = each.path("arn").asString("");
                groups.add(arn.isEmpty() ? each.path("name").asString("") : arn);
            }
            return hidden
                    ? null
                    : new Target.CloudWatchLogs(refId, own, region, groups, json.path("expression").asString(""));
        }
        if (!json.path("sqlExpression").asString("").isEmpty() && json.path("metricQueryType").asInt(0) == 1) {
            return hidden ? null : new Target.Unknown(refId, own);
        }
        Map<String, List<String>> dimensions = new LinkedHashMap<>();
        json.path("dimensions").properties().forEach(each -> dimensions.put(each.getKey(), texts(each.getValue())));
        String statistic = json.path("statistic").asString("");
        return new Target.CloudWatch(refId, own, json.path("id").asString(""), region,
                json.path("namespace").asString(""), json.path("metricName").asString(""), dimensions,
                json.path("matchExact").asBoolean(true), statistic.isEmpty() ? "Average" : statistic,
                json.path("period").asString(""), json.path("expression").asString(""),
                json.path("label").asString(""), hidden);
    }

    private static Variable variable(JsonNode json) {
        String name = json.path("name").asString("");
        String label = json.path("label").asString("");
        List<Option> options = new ArrayList<>();
        for (JsonNode each : json.path("options")) {
            options.add(new Option(text(each.path("text")), text(each.path("value"))));
        }
        JsonNode query = json.path("query");
        return new Variable(name, label.isEmpty() ? name : label, kind(json.path("type").asString("")),
                query.isMissingNode() ? JsonNodeFactory.instance.stringNode("") : query,
                datasource(json.path("datasource")), json.path("regex").asString(""), json.path("sort").asInt(0),
                json.path("multi").asBoolean(false), json.path("includeAll").asBoolean(false),
                json.path("allValue").asString(""), texts(json.path("current").path("value")), options,
                json.path("hide").asInt(0) == 2);
    }

    private static String text(JsonNode node) {
        return node.isArray() ? String.join(" + ", texts(node)) : node.asString("");
    }

    private static Variable.Kind kind(String type) {
        return switch (type) {
            case "query" -> Variable.Kind.QUERY;
            case "custom" -> Variable.Kind.CUSTOM;
            case "constant" -> Variable.Kind.CONSTANT;
            case "textbox" -> Variable.Kind.TEXTBOX;
            case "interval" -> Variable.Kind.INTERVAL;
            case "datasource" -> Variable.Kind.DATASOURCE;
            default -> Variable.Kind.UNKNOWN;
        };
    }
}
