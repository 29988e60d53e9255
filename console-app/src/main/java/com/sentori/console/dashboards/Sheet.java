package com.sentori.console.dashboards;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Rows while they are put together: a cell holds a number, a moment, or a text; which query a column came by decides how it is shown. */
final class Sheet {
    static final String TIME = "Time";

    private final Set<String> columns = new LinkedHashSet<>();
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private List<Map<String, Object>> rows = new ArrayList<>();

    /** Has a column, whose values are shown so. */
    void column(String name, Field field) {
        columns.add(name);
        fields.putIfAbsent(name, field);
    }

    void row(Map<String, Object> row) {
        rows.add(row);
    }

    List<String> columns() {
        return List.copyOf(columns);
    }

    List<Map<String, Object>> rows() {
        return rows;
    }

    Field field(String column) {
        return fields.getOrDefault(column, Field.PLAIN);
    }

    /** Rows that are the same but for their numbers become one. */
    void merge() {
        Map<Map<String, Object>, Map<String, Object>> merged = new LinkedHashMap<>();
        for (Map<String, Object> row : rows) {
            Map<String, Object> key = row.entrySet()
                    .stream()
                    .filter(each -> !(each.getValue() instanceof Double))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            merged.computeIfAbsent(key, _ -> new LinkedHashMap<>()).putAll(row);
        }
        rows = new ArrayList<>(merged.values());
    }

    /** Leaves columns out, orders and renames them. */
    void organize(JsonNode options) {
        JsonNode excluded = options.path("excludeByName");
        JsonNode places = options.path("indexByName");
        JsonNode names = options.path("renameByName");
        List<String> kept = columns.stream()
                .filter(each -> !excluded.path(each).asBoolean(false))
                .sorted(Comparator.comparingInt(each -> places.path(each).asInt(Integer.MAX_VALUE)))
                .toList();
        Map<String, String> renamed = new LinkedHashMap<>();
        kept.forEach(each -> renamed.put(each, names.path(each).asString("").isEmpty()
                ? each
                : names.path(each).asString("")));
        rename(renamed);
    }

    /** Keeps these columns in their order, under their new names. */
    private void rename(Map<String, String> kept) {
        Map<String, Field> shown = new LinkedHashMap<>();
        kept.forEach((old, name) -> shown.put(name, field(old)));
        columns.clear();
        fields.clear();
        shown.forEach(this::column);
        List<Map<String, Object>> next = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            Map<String, Object> other = new LinkedHashMap<>();
            kept.forEach((old, name) -> {
                Object value = row.get(old);
                if (value != null) {
                    other.put(name, value);
                }
            });
            next.add(other);
        }
        rows = next;
    }

    /** Keeps columns by name. */
    void filter(JsonNode options) {
        JsonNode included = options.path("include").path("names");
        Set<String> names = new LinkedHashSet<>();
        included.forEach(each -> names.add(each.asString("")));
        String pattern = options.path("include").path("pattern").asString("");
        Map<String, String> kept = new LinkedHashMap<>();
        for (String each : columns) {
            boolean matches = !pattern.isEmpty() && Fields.pattern(pattern).matcher(each).find();
            if (names.contains(each) || matches) {
                kept.put(each, each);
            }
        }
        rename(kept);
    }

    /** Sorts rows by a column; what has nothing there comes last. */
    void sort(String column, boolean falling) {
        Comparator<Map<String, Object>> order = (one, other) -> compare(one.get(column), other.get(column));
        rows.sort(falling ? order.reversed() : order);
    }

    private static int compare(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return Boolean.compare(other != null, one != null);
        }
        return one instanceof Number number && other instanceof Number second
                ? Double.compare(number.doubleValue(), second.doubleValue())
                : one.toString().compareTo(other.toString());
    }
}
