package com.sentori.console.reports;

import com.sentori.console.charts.Ticks;
import com.sentori.console.reports.Pencil.Anchor;
import com.sentori.console.reports.Pencil.Ink;
import com.sentori.console.stage.Figures;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Draws a chart: axes, bands, lines, limits, notes, legend. */
final class PlotDrawing {
    static final double WIDTH = 720;
    static final double HEIGHT = 190;
    private static final double LEFT = 62;
    private static final double RIGHT = 14;
    private static final double TOP = 20;
    private static final double BOTTOM = 22;
    private static final int TIMES = 8;
    private static final int VALUES = 5;
    private static final double SWATCH = 14;
    private static final double FOOT = 4;
    /** A limit that lies further away than so many times what is drawn would leave nothing to see of it; the verdict names it. */
    private static final double FARTHEST = 2;

    private final Plot plot;
    private final Figures figures;
    private final ZoneId zone;
    private final double low;
    private final double high;
    private final double step;
    private final List<Plot.Limit> near = new ArrayList<>();

    PlotDrawing(Plot plot, Figures figures, ZoneId zone) {
        this.plot = plot;
        this.figures = figures;
        this.zone = zone;
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (Plot.Line line : plot.lines()) {
            for (Curve.Point point : line.curve().points()) {
                smallest = Math.min(smallest, point.low());
                largest = Math.max(largest, point.high());
            }
        }
        double room = FARTHEST * Math.max(largest - smallest, Math.abs(largest));
        for (Plot.Limit limit : plot.limits()) {
            if (limit.value() >= smallest - room && limit.value() <= largest + room) {
                near.add(limit);
            }
        }
        for (Plot.Limit limit : near) {
            smallest = Math.min(smallest, limit.value());
            largest = Math.max(largest, limit.value());
        }
        boolean any = smallest <= largest;
        // Rates and lengths of time are seen against nothing at all.
        boolean fromZero = plot.lines().stream().noneMatch(line -> line.curve().kind() == Curve.Kind.VALUES);
        double bottom = !any ? 0 : fromZero ? Math.min(0, smallest) : smallest;
        double top = any ? largest : 1;
        double span = Math.clamp(top - bottom, Math.max(Math.abs(top), 1) * 1e-3, Double.MAX_VALUE / 4);
        step = Ticks.step(span * 1.1, VALUES);
        low = Math.floor(bottom / step) * step;
        high = Math.max(low + step, Math.ceil((top + span * 0.02) / step) * step);
    }

    void draw(Pencil pencil) {
        axes(pencil);
        for (Plot.Line line : plot.lines()) {
            pieces(pencil, line, true);
        }
        for (Plot.Line line : plot.lines()) {
            pieces(pencil, line, false);
        }
        for (Plot.Limit limit : near) {
            double y = y(limit.value());
            pencil.line(LEFT, y, WIDTH - RIGHT, y, Ink.LIMIT);
            boolean above = y > TOP + 14;
            pencil.text(WIDTH - RIGHT - FOOT, above ? y - FOOT : y + 11, limit.text(), Anchor.END, Ink.LIMIT);
        }
        for (Plot.Flag flag : plot.flags()) {
            double x = x((double) flag.time());
            if (x >= LEFT && x <= WIDTH - RIGHT) {
                pencil.line(x, TOP, x, HEIGHT - BOTTOM, Ink.MARK);
                boolean late = x > WIDTH * 0.7;
                pencil.text(late ? x - FOOT : x + FOOT, TOP + 10, flag.text(), late ? Anchor.END : Anchor.START,
                        Ink.MARK);
            }
        }
        legend(pencil);
    }

    private void axes(Pencil pencil) {
        for (double value : Ticks.values(low, high, step)) {
            double y = y(value);
            pencil.line(LEFT, y, WIDTH - RIGHT, y, Ink.GRID);
            pencil.text(LEFT - 6, y + 3.5, figures.axis(value, Ticks.digits(step)), Anchor.END, Ink.LABEL);
        }
        long timeStep = Ticks.timeStep(Math.max(1, plot.to() - plot.from()), TIMES);
        DateTimeFormatter form = DateTimeFormatter
                .ofPattern(timeStep >= 86_400_000
                        ? "yyyy-MM-dd"
                        : timeStep >= 60_000 ? "HH:mm" : timeStep >= 1_000 ? "HH:mm:ss" : "HH:mm:ss.SSS")
                .withZone(zone);
        long shift = zone.getRules().getOffset(Instant.ofEpochMilli(plot.from())).getTotalSeconds() * 1000L;
        for (long time = Math.ceilDiv(plot.from() + shift, timeStep) * timeStep - shift; time <= plot
                .to(); time += timeStep) {
            double x = x((double) time);
            pencil.line(x, HEIGHT - BOTTOM, x, HEIGHT - BOTTOM + FOOT, Ink.AXIS);
            String text = form.format(Instant.ofEpochMilli(time));
            double half = pencil.width(text) / 2;
            pencil.text(Math.clamp(x, half, WIDTH - half), HEIGHT - 6, text, Anchor.MIDDLE, Ink.LABEL);
        }
        pencil.line(LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM, Ink.AXIS);
    }

    /** Stretches between gaps: a gap is a gap. */
    private void pieces(Pencil pencil, Plot.Line line, boolean band) {
        List<Curve.Point> points = line.curve().points();
        long gap = line.gap();
        int from = 0;
        for (int i = 1; i <= points.size(); i++) {
            if (i == points.size() || points.get(i).time() - points.get(i - 1).time() > gap) {
                piece(pencil, line, points.subList(from, i), band);
                from = i;
            }
        }
    }

    private void piece(Pencil pencil, Plot.Line line, List<Curve.Point> points, boolean band) {
        double half = line.curve().widthMillis() / 2.0;
        double[] xs = points.stream().mapToDouble(point -> x(point.time() + half)).toArray();
        if (!band) {
            double[] ys = points.stream().mapToDouble(point -> y(point.middle())).toArray();
            if (xs.length == 1) {
                pencil.line(xs[0] - 1, ys[0], xs[0] + 1, ys[0], line.ink());
            } else {
                pencil.polyline(xs, ys, line.ink());
            }
        } else if (points.stream().anyMatch(point -> point.high() > point.low())) {
            double[] tops = points.stream().mapToDouble(point -> y(point.high())).toArray();
            double[] bottoms = points.stream().mapToDouble(point -> y(point.low())).toArray();
            if (xs.length == 1) {
                pencil.line(xs[0], tops[0], xs[0], bottoms[0], line.ink());
            } else {
                pencil.area(xs, tops, bottoms, line.ink());
            }
        }
    }

    private void legend(Pencil pencil) {
        double x = LEFT;
        for (Plot.Line line : plot.lines()) {
            pencil.line(x, TOP - 11, x + SWATCH, TOP - 11, line.ink());
            pencil.text(x + SWATCH + FOOT, TOP - 7.5, line.name(), Anchor.START, Ink.LABEL);
            x += SWATCH + 4 * FOOT + pencil.width(line.name());
        }
    }

    private double x(double time) {
        double share = (time - plot.from()) / Math.max(1, plot.to() - plot.from());
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        double share = Math.clamp((value - low) / (high - low), 0, 1);
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
    }
}
