package com.sentori.console.charts;

import com.sentori.console.charts.Samples.Sample;
import org.jspecify.annotations.Nullable;

/** A line in the table, with the figures that were computed last. FX thread. */
final class SeriesRow {
    private final ChartSeries line;
    private Figures figures = Figures.NONE;

    /**
     * Where values are looked up.
     *
     * @param span that is seen
     * @param crosshair epoch milliseconds
     * @param a epoch milliseconds
     * @param b epoch milliseconds
     */
    record Places(TimeWindow.Fixed span, @Nullable Long crosshair, @Nullable Long a, @Nullable Long b) {
        static Places of(ChartLink link) {
            return new Places(link.span(), link.crosshairProperty().get(), link.cursorAProperty().get(),
                    link.cursorBProperty().get());
        }
    }

    /** Values at the places, and figures between the cursors or else in the span. */
    record Figures(@Nullable Sample newest, Reading crosshair, Reading a, Reading b, Statistics statistics) {
        static final Figures NONE = new Figures(null, Reading.NONE, Reading.NONE, Reading.NONE,
                new Statistics(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN));

        /** Not for the FX thread. */
        static Figures of(ChartSeries line, Places places) {
            Long a = places.a();
            Long b = places.b();
            long from = a == null || b == null ? places.span().from() : Math.min(a, b);
            long to = a == null || b == null ? places.span().to() : Math.max(a, b);
            return new Figures(line.samples().atOrBefore(Long.MAX_VALUE), at(line, places.crosshair()), at(line, a),
                    at(line, b), Statistics.of(line.samples(), from, to));
        }

        private static Reading at(ChartSeries line, @Nullable Long time) {
            return time == null ? Reading.NONE : Reading.at(line.samples(), time);
        }

        double difference() {
            Sample first = a.sample();
            Sample second = b.sample();
            return first == null || second == null ? Double.NaN : second.value() - first.value();
        }
    }

    SeriesRow(ChartSeries line) {
        this.line = line;
    }

    ChartSeries line() {
        return line;
    }

    Figures figures() {
        return figures;
    }

    void show(Figures found) {
        figures = found;
    }
}
