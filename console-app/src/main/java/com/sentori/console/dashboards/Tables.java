package com.sentori.console.dashboards;

import com.sentori.console.dashboards.Content.Cell;
import com.sentori.console.dashboards.Content.Column;
import com.sentori.console.secrets.Redaction;
import com.sentori.console.sources.Line;
import com.sentori.console.sources.LogRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes rows of answers: of a query that wants them one for each line, of others one for each moment. */
final class Tables {
    /** What can be done with answers on the way to a table. */
    static final Set<String> TRANSFORMATIONS = Set.of("merge", "organize", "sortBy", "reduce", "joinByField",
            "seriesToColumns", "filterFieldsByName", "labelsToFields", "renameByRegex");
    /** What of it can be done with rows that a source gave as rows. */
    static final Set<String> OF_ROWS = Set.of("merge", "organize", "sortBy", "filterFieldsByName");
    private static final int MOST_ROWS = 5_000;
    private static final String FIELD = "Field";
    private static final String NAME = "__name__";

    private static final Pattern NUMBER = Pattern
            .compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,3})?");

    private final Wording wording;
    private final Redaction redaction;

    Tables(Wording wording, Redaction redaction) {
        this.wording = wording;
        this.redaction = redaction;
    }

    /** Of lines, or of rows if there are some. */
    Content of(Panel panel, List<Series> all, List<LogRow> found) {
        Sheet sheet = found.isEmpty() ? sheet(panel, all) : byRow(found);
        for (Panel.Transformation each : panel.transformations()) {
            switch (each.id()) {
                case "merge" -> sheet.merge();
                case "organize" -> sheet.organize(each.options());
                case "filterFieldsByName" -> sheet.filter(each.options());
                case "sortBy" -> sort(sheet, each.options().path("sort"), "field");
                default -> {
                    // It decided how the rows were made.
                }
            }
        }
        sort(sheet, panel.options().path("sortBy"), "displayName");
        return sheet.rows().isEmpty() ? new Content.Nothing() : written(panel, sheet);
    }

    private static void sort(Sheet sheet, JsonNode keys, String member) {
        List<JsonNode> all = new ArrayList<>();
        keys.forEach(all::add);
        all.reversed()
                .forEach(each -> sheet.sort(each.path(member).asString(""), each.path("desc").asBoolean(false)));
    }

    private static Sheet sheet(Panel panel, List<Series> all) {
        for (Panel.Transformation each : panel.transformations()) {
            if (each.id().equals("reduce")) {
                return reduced(each.options(), all);
            }
        }
        boolean rows = all.stream()
                .anyMatch(
                        each -> each.target() instanceof Target.Prometheus asked && (asked.table() || asked.instant()));
        return rows ? byLine(all) : byTime(all);
    }

    private static Sheet byLine(List<Series> all) {
        Sheet sheet = new Sheet();
        boolean several = all.stream().map(each -> each.target().refId()).distinct().count() > 1;
        sheet.column(Sheet.TIME, Field.PLAIN);
        for (Series each : all) {
            String value = several ? "Value #" + each.target().refId() : "Value";
            if (!each.line().name().isEmpty()) {
                sheet.column(NAME, Field.PLAIN);
            }
            new TreeMap<>(each.line().labels()).keySet().forEach(label -> sheet.column(label, Field.PLAIN));
            Line line = each.line();
            for (int i = Math.max(0, line.size() - MOST_ROWS); i < line.size(); i++) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put(Sheet.TIME, line.times()[i]);
                if (!line.name().isEmpty()) {
                    row.put(NAME, line.name());
                }
                row.putAll(line.labels());
                row.put(value, line.values()[i]);
                sheet.row(row);
            }
        }
        for (Series each : all) {
            sheet.column(several ? "Value #" + each.target().refId() : "Value", each.field());
        }
        return sheet;
    }

    private static Sheet byTime(List<Series> all) {
        Sheet sheet = new Sheet();
        sheet.column(Sheet.TIME, Field.PLAIN);
        TreeMap<Long, Map<String, Object>> rows = new TreeMap<>();
        for (Series each : all) {
            sheet.column(each.label(), each.field());
            for (int i = 0; i < each.line().size(); i++) {
                long time = each.line().times()[i];
                Map<String, Object> row = rows.computeIfAbsent(time,
                        _ -> new LinkedHashMap<>(Map.of(Sheet.TIME, time)));
                row.put(each.label(), each.line().values()[i]);
            }
        }
        rows.values().stream().skip(Math.max(0, rows.size() - MOST_ROWS)).forEach(sheet::row);
        return sheet;
    }

    /** A column is one of numbers if all that stands in it are numbers. */
    private Sheet byRow(List<LogRow> found) {
        Sheet sheet = new Sheet();
        Map<String, Boolean> columns = new LinkedHashMap<>();
        for (LogRow row : found) {
            if (row.time() != null) {
                sheet.column(Sheet.TIME, Field.PLAIN);
            }
            row.fields().forEach((name, value) -> columns.merge(name, isNumber(value), Boolean::logicalAnd));
        }
        columns.keySet().forEach(name -> sheet.column(name, Field.PLAIN));
        for (LogRow row : found) {
            Map<String, Object> cells = new LinkedHashMap<>();
            if (row.time() != null) {
                cells.put(Sheet.TIME, row.time().toEpochMilli());
            }
            row.fields()
                    .forEach((name, value) -> cells.put(name, Boolean.TRUE.equals(columns.get(name))
                            ? (Object) Double.valueOf(value)
                            : redaction.of(name, value)));
            sheet.row(cells);
        }
        return sheet;
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private static Sheet reduced(JsonNode options, List<Series> all) {
        Sheet sheet = new Sheet();
        sheet.column(FIELD, Field.PLAIN);
        List<String> names = new ArrayList<>();
        options.path("reducers").forEach(each -> names.add(each.asString("")));
        for (Series each : all) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put(FIELD, each.label());
            for (String name : names.isEmpty() ? List.of("lastNotNull") : names) {
                String column = heading(name);
                sheet.column(column, each.field());
                row.put(column, Reducer.of(name).of(each.line().values()));
            }
            sheet.row(row);
        }
        return sheet;
    }

    /** Grafana's names of the figures, as they head columns. */
    static String heading(String reducer) {
        return switch (Reducer.of(reducer)) {
            case LAST -> "Last";
            case LASTNOTNULL -> "Last *";
            case FIRST -> "First";
            case FIRSTNOTNULL -> "First *";
            case MIN -> "Min";
            case MAX -> "Max";
            case MEAN -> "Mean";
            case SUM -> "Total";
            case COUNT -> "Count";
            case RANGE -> "Range";
            case DIFF -> "Difference";
            case DELTA -> "Delta";
        };
    }

    private Content written(Panel panel, Sheet sheet) {
        List<Column> columns = new ArrayList<>();
        Map<String, Field> fields = new LinkedHashMap<>();
        for (String name : sheet.columns()) {
            boolean number = sheet.rows().stream().anyMatch(row -> row.get(name) instanceof Double);
            Field own = panel.fields().of(name, "", number);
            Field field = number && own.equals(panel.fields().of("", "", number)) ? sheet.field(name) : own;
            if (!field.hidden()) {
                fields.put(name, field);
                columns.add(new Column(field.displayName().isEmpty() || field.displayName().contains("${")
                        ? wording.named(name)
                        : field.displayName(), number));
            }
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Map<String, Object> row : sheet.rows()) {
            List<Cell> cells = new ArrayList<>();
            fields.forEach((name, field) -> cells.add(cell(row.get(name), field)));
            rows.add(cells);
        }
        return new Content.Table(columns, rows);
    }

    private Cell cell(@Nullable Object value, Field field) {
        return switch (value) {
            case null -> new Cell("", Double.NaN, Tone.NEUTRAL);
            case Double number -> wording.cell(number, field, field.min() == null ? 0 : field.min(),
                    field.max() == null ? 100 : field.max());
            case Long time -> new Cell(wording.moment(time), time, Tone.NEUTRAL);
            default -> wording.cell(value.toString(), field);
        };
    }
}
