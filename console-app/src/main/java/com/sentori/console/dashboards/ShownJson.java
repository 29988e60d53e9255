package com.sentori.console.dashboards;

import com.sentori.console.sources.Line;
import com.sentori.contract.json.Json;
import com.sentori.contract.json.Timestamps;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A dashboard with its figures as JSON, by the schema {@code dashboard-1.json}. Numbers are the source's own, in its own unit. */
public final class ShownJson {
    private ShownJson() {}

    /**
     * Of all panels.
     *
     * @param pictures names of their pictures, in their order, empty where there is none; none at all where none were made
     */
    public static ObjectNode of(Round round, String title, List<Shown> panels, List<String> pictures) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("schema", "sentori.dashboard/1");
        json.put("title", title);
        json.put("from", Timestamps.write(round.from()));
        json.put("to", Timestamps.write(round.to()));
        ObjectNode variables = json.putObject("variables");
        for (Chosen each : round.chosen()) {
            ArrayNode values = variables.putArray(each.variable().name());
            each.values().forEach(values::add);
        }
        ArrayNode list = json.putArray("panels");
        for (int i = 0; i < panels.size(); i++) {
            ObjectNode panel = panel(panels.get(i));
            if (i < pictures.size() && !pictures.get(i).isEmpty()) {
                panel.put("picture", pictures.get(i));
            }
            list.add(panel);
        }
        return json;
    }

    private static ObjectNode panel(Shown shown) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", shown.panel().id());
        json.put("type", shown.panel().type());
        json.put("title", shown.panel().title());
        json.put("source", name(shown.origin()));
        if (shown.origin() != Origin.NONE) {
            json.put("at", Timestamps.write(shown.at()));
            json.put("step", shown.step().toMillis());
        }
        if (shown.completeUntil() != null) {
            json.put("completeUntil", Timestamps.write(shown.completeUntil()));
        }
        ArrayNode notes = json.putArray("notes");
        shown.notes().forEach(notes::add);
        switch (shown.content()) {
            case Content.Curves curves -> curves(json.put("shows", "lines").putArray("lines"), curves);
            case Content.Figures figures -> figures(json.put("shows", "figures").putArray("figures"), figures);
            case Content.Table table -> table(json.put("shows", "table"), table);
            case Content.Logs logs -> entries(json.put("shows", "entries").putArray("entries"), logs);
            case Content.Prose _ -> json.put("shows", "text")
                    .put("text", String.join("\n",
                            ShownText.of(shown, Locale.ROOT)));
            case Content.Nothing _ -> json.put("shows", "nothing");
            case Content.Undrawn none -> json.put("shows", "undrawn")
                    .put("reason", name(none.reason()))
                    .put("what", none.what());
        }
        return json;
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void curves(ArrayNode lines, Content.Curves curves) {
        for (Content.Curve each : curves.curves()) {
            ObjectNode line = lines.addObject();
            line.put("label", each.label());
            ObjectNode labels = line.putObject("labels");
            each.source()
                    .labels()
                    .entrySet()
                    .stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(label -> labels.put(label.getKey(), label.getValue()));
            points(line.putArray("points"), each.source());
        }
    }

    private static void points(ArrayNode points, Line line) {
        for (int i = 0; i < line.size(); i++) {
            number(points.addArray().add(line.times()[i]), line.values()[i]);
        }
    }

    private static void number(ArrayNode array, double value) {
        if (Double.isFinite(value)) {
            array.add(value);
        } else {
            array.addNull();
        }
    }

    private static void figures(ArrayNode list, Content.Figures figures) {
        for (Content.Figure each : figures.figures()) {
            ObjectNode figure = list.addObject();
            figure.put("label", each.label());
            if (Double.isFinite(each.value())) {
                figure.put("value", each.value());
            } else {
                figure.putNull("value");
            }
            figure.put("text", each.text());
            figure.put("tone", name(each.tone()));
        }
    }

    private static void entries(ArrayNode list, Content.Logs logs) {
        for (Content.Entry each : logs.entries()) {
            ObjectNode entry = list.addObject();
            if (each.at() != null) {
                entry.put("time", Timestamps.write(each.at()));
            }
            entry.put("level", each.level()).put("message", each.message());
            ObjectNode fields = entry.putObject("fields");
            each.fields().forEach(fields::put);
        }
    }

    private static void table(ObjectNode json, Content.Table table) {
        ArrayNode columns = json.putArray("columns");
        table.columns().forEach(each -> columns.add(each.name()));
        ArrayNode rows = json.putArray("rows");
        for (List<Content.Cell> row : table.rows()) {
            ArrayNode cells = rows.addArray();
            row.forEach(cell -> {
                if (Double.isFinite(cell.value())) {
                    cells.add(cell.value());
                } else {
                    cells.add(cell.text());
                }
            });
        }
    }
}
