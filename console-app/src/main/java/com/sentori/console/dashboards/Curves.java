package com.sentori.console.dashboards;

import com.sentori.console.dashboards.Content.Curve;
import com.sentori.console.dashboards.Content.Limit;
import com.sentori.console.sources.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Makes lines over time of answers. */
final class Curves {
    /** Of the chart engine's palette, by what Grafana calls colours. */
    private static final List<String> PALETTE = List.of("blue", "orange", "green", "purple", "yellow", "red", "cyan",
            "grey");
    private static final double[] HUES = {212, 25, 137, 267, 42, 330, 185};

    private final Wording wording;

    Curves(Wording wording) {
        this.wording = wording;
    }

    Content of(Panel panel, List<Series> all) {
        List<Series> shown = all.stream().filter(each -> !each.field().hidden()).toList();
        if (shown.stream().allMatch(each -> each.line().size() == 0)) {
            return new Content.Nothing();
        }
        JsonNode legend = panel.options().path("legend");
        List<String> calculations = new ArrayList<>();
        legend.path("calcs").forEach(each -> calculations.add(each.asString("")));
        Map<String, Unit.Step> steps = steps(shown);
        Map<String, Map<Long, Double>> stacks = new HashMap<>();
        List<Curve> curves = new ArrayList<>();
        for (Series each : shown) {
            Field field = each.field();
            Unit.Step step = steps.getOrDefault(field.unit(), new Unit.Step(1, ""));
            List<String> figures = calculations.stream()
                    .map(name -> wording.text(Reducer.of(name).of(each.line().values()), field))
                    .toList();
            curves.add(new Curve(each.label(), each.line(), step.name(), step.size(), colour(field, curves.size()),
                    field.min(), field.max(), figures, stacked(each, stacks)));
        }
        return new Content.Curves(curves, limits(shown, steps),
                legend.path("showLegend").asBoolean(true) && !legend.path("displayMode").asString("").equals("hidden"),
                calculations.stream().map(wording::named).toList());
    }

    /** One way of writing for all lines of a unit, as they share an axis. */
    private static Map<String, Unit.Step> steps(List<Series> shown) {
        Map<String, Double> largest = new LinkedHashMap<>();
        for (Series each : shown) {
            double most = each.field().max() == null ? 0 : Math.abs(each.field().max());
            for (double value : each.line().values()) {
                most = Double.isFinite(value) ? Math.max(most, Math.abs(value)) : most;
            }
            largest.merge(each.field().unit(), most, Math::max);
        }
        Map<String, Unit.Step> steps = new HashMap<>();
        largest.forEach((unit, most) -> steps.put(unit, Unit.of(unit).step(most)));
        return steps;
    }

    private static Line stacked(Series series, Map<String, Map<Long, Double>> stacks) {
        Line line = series.line();
        if (!series.field().stacking().equals("normal")) {
            return line;
        }
        Map<Long, Double> below = stacks.computeIfAbsent(series.field().unit(), _ -> new HashMap<>());
        double[] values = line.values().clone();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                values[i] = below.merge(line.times()[i], values[i], Double::sum);
            }
        }
        return new Line(line.query(), line.name(), line.labels(), line.times(), values, line.reach());
    }

    private static List<Limit> limits(List<Series> shown, Map<String, Unit.Step> steps) {
        List<Limit> limits = new ArrayList<>();
        TreeSet<String> done = new TreeSet<>();
        for (Series each : shown) {
            Field field = each.field();
            if (!field.drawsLimits() || !done.add(field.unit())) {
                continue;
            }
            double least = field.min() == null ? 0 : field.min();
            double greatest = field.max() == null ? 100 : field.max();
            Unit.Step step = steps.getOrDefault(field.unit(), new Unit.Step(1, ""));
            List<Steps.Step> from = field.steps().steps();
            for (int i = 1; i < from.size(); i++) {
                Tone before = from.get(i - 1).tone();
                Tone behind = from.get(i).tone();
                boolean above = behind.compareTo(before) > 0;
                double place = field.steps().place(from.get(i), least, greatest) / step.size();
                limits.add(new Limit(place, step.name(), above ? behind : before, above));
            }
        }
        return limits;
    }

    /** The place in the palette that is nearest to a fixed colour; else the next. */
    private static int colour(Field field, int next) {
        String fixed = field.colour().toLowerCase(Locale.ROOT);
        if (fixed.isEmpty()) {
            return next;
        }
        for (int i = 0; i < PALETTE.size(); i++) {
            if (fixed.endsWith(PALETTE.get(i))) {
                return i;
            }
        }
        double hue = fixed.matches("#([0-9a-f]{3}|[0-9a-f]{6})") ? Tone.hue(fixed) : -1;
        if (hue < 0) {
            return PALETTE.size() - 1;
        }
        int nearest = 0;
        for (int i = 1; i < HUES.length; i++) {
            nearest = distance(hue, HUES[i]) < distance(hue, HUES[nearest]) ? i : nearest;
        }
        return nearest;
    }

    private static double distance(double hue, double other) {
        double way = Math.abs(hue - other) % 360;
        return Math.min(way, 360 - way);
    }
}
