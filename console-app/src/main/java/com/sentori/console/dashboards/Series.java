package com.sentori.console.dashboards;

import com.sentori.console.sources.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A line of an answer under the name that its query gives it, with how its values are shown.
 *
 * @param line the points
 * @param target the query
 * @param name by which overrides know it
 * @param label what it is called
 * @param field how its values are shown
 */
record Series(Line line, Target target, String name, String label, Field field) {
    private static final Pattern BRACES = Pattern.compile("\\{\\{\\s*([\\w.]+)\\s*\\}\\}");
    private static final Pattern FIELD = Pattern.compile("\\$\\{__(?:field|series)\\.(?:labels\\.)?([\\w]+)\\}");

    /** All lines of some answers, in their order. */
    static List<Series> of(Panel panel, List<Answer> answers) {
        List<Series> all = new ArrayList<>();
        Renaming renaming = Renaming.of(panel);
        for (Answer answer : answers) {
            for (Line line : answer.frame().lines()) {
                String name = renaming.of(name(line, answer));
                Field field = panel.fields().of(name, answer.target().refId(), true);
                String label = field.displayName().isEmpty() ? name : displayed(field.displayName(), name, line);
                all.add(new Series(line, answer.target(), name, label, field));
            }
        }
        return all;
    }

    private static String name(Line line, Answer answer) {
        String legend = answer.legend();
        if (answer.target() instanceof Target.CloudWatch) {
            return legend.isEmpty() ? line.name() : legend(legend, line.labels());
        }
        if (!legend.isEmpty() && !legend.equals("__auto")) {
            return legend(legend, line.labels());
        }
        Map<String, String> own = legend.isEmpty() ? line.labels() : telling(line, answer.frame().lines());
        if (own.isEmpty()) {
            return line.name().isEmpty() ? answer.expression() : line.name();
        }
        return legend.isEmpty() || own.size() > 1
                ? line.name() + new TreeMap<>(own).entrySet()
                        .stream()
                        .map(each -> each.getKey() + "=\"" + each.getValue() + "\"")
                        .collect(Collectors.joining(", ", "{", "}"))
                : own.values().iterator().next();
    }

    private static String legend(String legend, Map<String, String> labels) {
        return BRACES.matcher(legend)
                .replaceAll(found -> Matcher.quoteReplacement(labels.getOrDefault(found.group(1), "")));
    }

    /** The labels by which the lines differ; all, if it is alone. */
    private static Map<String, String> telling(Line line, List<Line> all) {
        if (all.size() == 1) {
            return line.labels().size() == 1 ? line.labels() : Map.of();
        }
        Map<String, String> telling = new TreeMap<>();
        line.labels().forEach((label, value) -> {
            TreeSet<String> values = new TreeSet<>();
            all.forEach(each -> values.add(each.labels().getOrDefault(label, "")));
            if (values.size() > 1) {
                telling.put(label, value);
            }
        });
        return telling;
    }

    private static String displayed(String wanted, String name, Line line) {
        return FIELD.matcher(wanted)
                .replaceAll(found -> Matcher.quoteReplacement(found.group().contains(".labels.")
                        ? line.labels().getOrDefault(found.group(1), "")
                        : name));
    }

    /** What the panel calls lines otherwise, by a pattern. */
    private record Renaming(List<Map.Entry<Pattern, String>> patterns) {
        static Renaming of(Panel panel) {
            List<Map.Entry<Pattern, String>> patterns = new ArrayList<>();
            for (Panel.Transformation each : panel.transformations()) {
                if (each.id().equals("renameByRegex")) {
                    patterns.add(Map.entry(Fields.pattern(each.options().path("regex").asString("")),
                            each.options().path("renamePattern").asString("")));
                }
            }
            return new Renaming(patterns);
        }

        String of(String name) {
            String now = name;
            for (Map.Entry<Pattern, String> each : patterns) {
                now = each.getKey().matcher(now).replaceAll(each.getValue());
            }
            return now;
        }
    }
}
