package com.sentori.console.reports;

import com.sentori.console.reports.Pencil.Ink;
import com.sentori.console.runs.Threshold;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The charts of a report: what can be compared is in one chart, values have one for each half, all on one axis of time. */
final class Plots {
    /** More types than these are in tables alone. */
    private static final int MOST_TYPES = 6;
    private static final int LONGEST_FLAG = 30;

    private final Report report;
    private final Wording wording;
    private final long from;
    private final long to;

    Plots(Report report, Wording wording) {
        this.report = report;
        this.wording = wording;
        List<Curve> all = report.halves().stream().flatMap(half -> half.curves().stream()).toList();
        this.from = all.stream().flatMap(curve -> curve.points().stream()).mapToLong(Curve.Point::time).min().orElse(0);
        this.to = Math.max(from + 1, all.stream()
                .flatMapToLong(curve -> curve.points().stream().mapToLong(point -> point.time() + curve.widthMillis()))
                .max()
                .orElse(1));
    }

    List<Plot> all() {
        List<Plot> plots = new ArrayList<>();
        together(Curve.Kind.DELAY, plots);
        together(Curve.Kind.ARRIVALS, plots);
        together(Curve.Kind.TRANSIT, plots);
        Set<String> types = report.halves()
                .stream()
                .flatMap(half -> half.types().stream())
                .map(Half.TypeFigures::type)
                .limit(MOST_TYPES)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (String type : types) {
            for (int i = 0; i < report.halves().size(); i++) {
                Plot.Line line = line(i, Curve.Kind.VALUES, type);
                if (line != null) {
                    plots.add(plot(Visible.text(type) + " · " + line.name(), List.of(line), type));
                }
            }
        }
        return plots;
    }

    private void together(Curve.Kind kind, List<Plot> plots) {
        List<Plot.Line> lines = new ArrayList<>();
        for (int i = 0; i < report.halves().size(); i++) {
            Plot.Line line = line(i, kind, null);
            if (line != null) {
                lines.add(line);
            }
        }
        if (!lines.isEmpty()) {
            plots.add(plot(wording.texts().of("report.chart", kind), lines,
                    kind == Curve.Kind.DELAY ? Threshold.LATENCY : ""));
        }
    }

    private Plot.@Nullable Line line(int half, Curve.Kind kind, @Nullable String type) {
        return report.halves()
                .get(half)
                .curves()
                .stream()
                .filter(curve -> curve.kind() == kind && Objects.equals(curve.type(), type))
                .findFirst()
                .map(curve -> new Plot.Line(Visible.text(report.halves().get(half).backend().name()),
                        half == 0 ? Ink.FIRST : Ink.SECOND, curve))
                .orElse(null);
    }

    private Plot plot(String title, List<Plot.Line> lines, String subject) {
        List<Plot.Limit> limits = report.halves()
                .stream()
                .flatMap(half -> half.plan().thresholds().stream())
                .distinct()
                .flatMap(text -> Threshold.read(text).stream())
                .filter(threshold -> threshold.subject().equals(subject))
                .map(threshold -> new Plot.Limit(threshold.text(), threshold.bound()))
                .toList();
        List<Plot.Flag> flags = report.marks()
                .stream()
                .map(mark -> new Plot.Flag(shortened(Visible.text(mark.text())), mark.time().toEpochMilli()))
                .toList();
        double low = lines.stream()
                .flatMap(line -> line.curve().points().stream())
                .mapToDouble(Curve.Point::low)
                .min()
                .orElse(0);
        double high = lines.stream()
                .flatMap(line -> line.curve().points().stream())
                .mapToDouble(Curve.Point::high)
                .max()
                .orElse(0);
        return new Plot(title,
                wording.texts().get("report.chart.summary", title, wording.number(low), wording.number(high)), lines,
                limits, flags, from, to);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_FLAG ? text : text.substring(0, LONGEST_FLAG - 1) + "…";
    }
}
