package com.sentori.console.charts;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * A chart as shapes instead of pixels, for documents: made at once, on any thread, without a toolkit. All places are shares of the plot, 0 at its left and upper
 * edge and 1 at the others.
 *
 * @param times ticks of the axis of time
 * @param values ticks of each axis of values, by unit
 * @param lines what is drawn, in the order in which it was given
 * @param gaps spans in which no line has a point
 */
public record Sketch(List<Tick> times, List<Axis> values, List<Line> lines, List<Span> gaps) {
    /**
     * An axis of values.
     *
     * @param unit of its values
     * @param scale of its values
     * @param ticks from the lowest to the highest
     */
    public record Axis(String unit, Scale scale, List<Tick> ticks) {}

    /**
     * A line in its pieces, broken at gaps.
     *
     * @param series what is drawn
     * @param pieces each x, y, x, y …
     */
    public record Line(ChartSeries series, List<double[]> pieces) {}

    /** From where to where, and why; the reason is empty if nobody knows. */
    public record Span(double from, double to, String reason) {}

    /**
     * Of the samples from one time until before another, both epoch milliseconds; a line on to the next sample may leave the plot.
     *
     * @param columns in each of which a line has its lowest and highest value, so that no peak is lost
     * @param rows how fine heights are; for the number of ticks too
     */
    public static Sketch of(List<ChartSeries> series, long from, long to, int columns, int rows, Locale locale,
            ZoneId zone) {
        List<String> units = series.stream().map(ChartSeries::unit).distinct().toList();
        List<Frame.Line> drawn = series.stream()
                .map(each -> new Frame.Line(each, 0xFF000000, units.indexOf(each.unit())))
                .toList();
        Frame frame = Frame.of(columns, rows, from, to, 1, drawn)
                .scaled(units.stream().map(_ -> Scale.fitting(false)).toList());
        List<Trace> traces = new ArrayList<>();
        for (Frame.Line line : drawn) {
            Trace trace = new Trace(line.series().samples());
            trace.refresh(frame);
            traces.add(trace);
        }
        Frame fitted = frame.scaled(Fit.all(frame, traces, new ArrayList<>()));
        BitSet covered = new BitSet(columns);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            Strokes strokes = new Strokes(columns, rows);
            traces.get(i).draw(fitted, fitted.scales().get(drawn.get(i).axis()), strokes, covered, 0, 0);
            lines.add(new Line(series.get(i), strokes.pieces()));
        }
        Rulers rulers = new Rulers(locale, zone);
        List<Axis> axes = new ArrayList<>();
        for (int axis = 0; axis < units.size(); axis++) {
            Scale scale = fitted.scales().get(axis);
            axes.add(new Axis(units.get(axis), scale, rulers.values(scale, Math.max(2, rows / 40))));
        }
        List<Span> gaps = Hatching.of(new Drawn(fitted, covered, SharedGaps.of(traces), List.of(), true, 0), 0)
                .stream()
                .map(each -> new Span((double) each.from() / columns, (double) each.to() / columns, each.reason()))
                .toList();
        return new Sketch(rulers.times(fitted.from(), fitted.to(), Math.max(2, columns / 100)), axes, lines, gaps);
    }
}
