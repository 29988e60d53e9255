package com.sentori.console.dashboards;

import com.sentori.console.dashboards.Content.Cell;
import com.sentori.console.dashboards.Content.Figure;
import com.sentori.console.dashboards.Content.Figures;
import com.sentori.console.dashboards.Content.Mark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Makes single figures of answers: of each line one, or one for each of its values where the panel wants all. */
final class SingleFigures {
    /** Figures beyond these are left out, and Grafana's own limit is no larger by itself. */
    private static final int MOST = 60;

    private final Wording wording;

    SingleFigures(Wording wording) {
        this.wording = wording;
    }

    /** A figure before it is written. */
    private record Raw(String label, Series series, double value) {}

    Content of(Panel panel, List<Series> all) {
        List<Raw> raw = new ArrayList<>();
        JsonNode reduce = panel.options().path("reduceOptions");
        for (Series each : all) {
            if (each.field().hidden()) {
                continue;
            }
            if (reduce.path("values").asBoolean(false)) {
                for (double value : each.line().values()) {
                    raw.add(new Raw(each.label(), each, value));
                }
            } else {
                calculations(reduce).forEach(
                        name -> raw.add(new Raw(each.label(), each, Reducer.of(name).of(each.line().values()))));
            }
        }
        if (raw.isEmpty()) {
            return new Content.Nothing();
        }
        Figures.Form form = form(panel.type());
        // As in Grafana: what has no bounds of its own is measured by all that is there.
        DoubleSummaryStatistics seen = raw.stream()
                .flatMapToDouble(each -> Arrays.stream(each.series().line().values()))
                .filter(Double::isFinite)
                .summaryStatistics();
        double least = seen.getCount() == 0 ? 0 : seen.getMin();
        double greatest = seen.getCount() == 0 ? 0 : seen.getMax();
        boolean named = raw.size() > 1 || form == Figures.Form.BARS
                || panel.options().path("textMode").asString("").contains("name")
                || raw.stream().anyMatch(each -> !each.series().field().displayName().isEmpty());
        boolean course = form == Figures.Form.STAT
                && !panel.options().path("graphMode").asString("area").equals("none");
        return new Figures(form, raw.stream()
                .limit(limit(reduce))
                .map(each -> figure(each, named, course, least, greatest))
                .toList());
    }

    private static int limit(JsonNode reduce) {
        return Math.clamp(reduce.path("limit").asInt(MOST), 1, MOST);
    }

    private static List<String> calculations(JsonNode reduce) {
        List<String> names = new ArrayList<>();
        reduce.path("calcs").forEach(each -> names.add(each.asString("")));
        return names.isEmpty() ? List.of("lastNotNull") : names;
    }

    private static Figures.Form form(String type) {
        return switch (type) {
            case "gauge" -> Figures.Form.GAUGE;
            case "bargauge" -> Figures.Form.BARS;
            default -> Figures.Form.STAT;
        };
    }

    private Figure figure(Raw raw, boolean named, boolean course, double least, double greatest) {
        Field field = raw.series().field();
        boolean percent = field.unit().startsWith("percent");
        double whole = field.unit().equals("percentunit") ? 1 : 100;
        double from = field.min() == null ? percent ? 0 : least : field.min();
        double to = field.max() == null ? percent ? whole : greatest : field.max();
        Cell cell = wording.cell(raw.value(), field, from, to);
        List<Mark> marks = new ArrayList<>();
        for (Steps.Step step : field.steps().steps()) {
            marks.add(new Mark(share(field.steps().place(step, from, to), from, to), step.tone()));
        }
        return new Figure(named ? raw.label() : "", raw.value(), cell.text(), cell.tone(),
                share(raw.value(), from, to), wording.text(from, field), wording.text(to, field), marks,
                course ? List.of(raw.series().line()) : List.of());
    }

    private static double share(double value, double from, double to) {
        return Double.isNaN(value) || !(to > from) ? 0 : Math.clamp((value - from) / (to - from), 0, 1);
    }

}
