package com.sentori.console.charts;

import com.sentori.console.charts.Samples.Sample;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** What lies between the cursors A and B, in words over the plot. Computed beside the drawing. FX thread. */
final class CursorFigures {
    /** With more lines the table says it. */
    private static final int MOST_LINES = 4;

    private final LiveChart chart;
    private final Latest latest = new Latest();
    private final Label box = new Label();

    /** Figures of one line between two times. */
    record Between(ChartSeries line, @Nullable Sample first, @Nullable Sample second, Statistics statistics) {
        static Between of(ChartSeries line, long from, long to) {
            return new Between(line, Nearest.at(line.samples(), from), Nearest.at(line.samples(), to),
                    Statistics.of(line.samples(), Math.min(from, to), Math.max(from, to)));
        }

        /** The value at the second less that at the first; NaN if one is missing. */
        double difference() {
            return first == null || second == null ? Double.NaN : second.value() - first.value();
        }
    }

    CursorFigures(LiveChart chart) {
        this.chart = chart;
        box.getStyleClass().add("chart-figures");
        box.setManaged(false);
        box.setMouseTransparent(true);
        box.setVisible(false);
    }

    Node node() {
        return box;
    }

    /** Computes them anew if both cursors are set. */
    void refresh() {
        Long a = chart.link().cursorAProperty().get();
        Long b = chart.link().cursorBProperty().get();
        if (a == null || b == null) {
            box.setVisible(false);
            return;
        }
        List<ChartSeries> lines = chart.visible().subList(0, Math.min(MOST_LINES, chart.visible().size()));
        latest.ask(() -> lines.stream().map(line -> Between.of(line, a, b)).toList(), found -> show(a, b, found));
    }

    private void show(long a, long b, List<Between> found) {
        ChartTexts texts = chart.texts();
        List<String> rows = new ArrayList<>();
        rows.add(texts.get("between", chart.rulers().value((b - a) / 1000.0)));
        for (Between each : found) {
            Statistics figures = each.statistics();
            rows.add(texts.get("between.line", each.line().label(), number(each.difference()), number(figures.min()),
                    number(figures.max()), number(figures.mean()), number(figures.slope()), figures.count()));
        }
        int rest = chart.visible().size() - found.size();
        if (rest > 0) {
            rows.add(texts.get("more", rest));
        }
        box.setText(String.join("\n", rows));
        box.setVisible(true);
        box.applyCss();
        box.autosize();
        Geometry place = chart.geometry();
        box.relocate(place.left() + place.em() / 2,
                Math.max(place.top(), place.bottom() - box.getHeight() - place.em() / 2));
    }

    private String number(double value) {
        return Double.isNaN(value) ? "–" : chart.rulers().value(value);
    }
}
