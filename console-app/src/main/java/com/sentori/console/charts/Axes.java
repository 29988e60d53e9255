package com.sentori.console.charts;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Paints what lies behind the lines: grid, labels, frame, and the hatching of what was not received. */
final class Axes {
    static final double LEFT = 48;
    static final double RIGHT = 12;
    static final double BOTTOM = 22;

    private static final double LABEL_WIDTH = 90;
    private static final double LABEL_HEIGHT = 34;
    private static final double HATCH = 7;
    /** Columns without any line from which they are hatched, in pixels. */
    private static final double HATCH_FROM = 6;

    private final Canvas canvas;
    private final Inks inks;
    private Locale locale = Locale.getDefault();
    private ZoneId zone = ZoneId.systemDefault();

    Axes(Canvas canvas, Inks inks) {
        this.canvas = canvas;
        this.inks = inks;
    }

    void speak(Locale language, ZoneId timeZone) {
        locale = language;
        zone = timeZone;
    }

    /** Paints for the frame; {@code covered} are its columns that hold data, {@code tail} is where "now" begins to count. */
    void paint(Frame frame, boolean[] covered, long staleMillis) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        double width = canvas.getWidth() - LEFT - RIGHT;
        double height = canvas.getHeight() - BOTTOM;
        if (width <= 0 || height <= 0) {
            return;
        }
        hatch(g, frame, covered, staleMillis, width, height);
        g.setFont(inks.font());
        g.setLineWidth(1);
        values(g, frame, width, height);
        times(g, frame, width, height);
        g.setStroke(inks.frame());
        g.strokeLine(LEFT, height - 0.5, LEFT + width, height - 0.5);
    }

    private void values(GraphicsContext g, Frame frame, double width, double height) {
        double step = Ticks.step(frame.top() - frame.bottom(), (int) (height / LABEL_HEIGHT));
        NumberFormat form = NumberFormat.getNumberInstance(locale);
        form.setMinimumFractionDigits(Ticks.digits(step));
        form.setMaximumFractionDigits(Ticks.digits(step));
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        for (double value : Ticks.values(frame.bottom(), frame.top(), step)) {
            double y = Math.round((frame.top() - value) / (frame.top() - frame.bottom()) * (height - 1)) + 0.5;
            g.setStroke(inks.grid());
            g.strokeLine(LEFT, y, LEFT + width, y);
            g.setFill(inks.label());
            g.fillText(form.format(value), LEFT - 8, Math.clamp(y, 7, height - 7));
        }
    }

    private void times(GraphicsContext g, Frame frame, double width, double height) {
        long span = frame.to() - frame.from();
        long step = Ticks.timeStep(span, (int) (width / LABEL_WIDTH));
        DateTimeFormatter form = DateTimeFormatter
                .ofPattern(
                        step < 1_000
                                ? "HH:mm:ss.SSS"
                                : step < 60_000 ? "HH:mm:ss" : step < 86_400_000 ? "HH:mm" : "d MMM",
                        locale)
                .withZone(zone);
        g.setTextBaseline(VPos.TOP);
        g.setTextAlign(TextAlignment.CENTER);
        for (long time = Math.ceilDiv(frame.from(), step) * step; time <= frame.to(); time += step) {
            double x = Math.round(LEFT + (double) (time - frame.from()) / span * width) + 0.5;
            g.setStroke(inks.grid());
            g.strokeLine(x, 0, x, height);
            if (x > LEFT + 20 && x < LEFT + width - 20) {
                g.setFill(inks.label());
                g.fillText(form.format(Instant.ofEpochMilli(time)), x, height + 6);
            }
        }
    }

    private void hatch(GraphicsContext g, Frame frame, boolean[] covered, long staleMillis, double width,
            double height) {
        g.setStroke(inks.hatch());
        g.setLineWidth(1);
        double scale = width / covered.length;
        int first = 0;
        while (first < covered.length && !covered[first]) {
            first++;
        }
        int column = first;
        while (column < covered.length) {
            int end = column;
            while (end < covered.length && !covered[end]) {
                end++;
            }
            boolean tail = end == covered.length;
            double millis = (double) (end - column) / covered.length * (frame.to() - frame.from());
            if (end > column && (end - column) * scale >= HATCH_FROM && (!tail || millis > staleMillis)) {
                stripes(g, LEFT + column * scale, LEFT + end * scale, height);
            }
            column = end + 1;
        }
    }

    private static void stripes(GraphicsContext g, double from, double to, double height) {
        g.save();
        g.beginPath();
        g.rect(from, 0, to - from, height);
        g.clip();
        // Anchored at the chart, not at the span, so that stripes do not crawl while the span grows.
        double start = Math.floor((from - height) / HATCH) * HATCH;
        for (double x = start; x < to; x += HATCH) {
            g.strokeLine(x, height, x + height, 0);
        }
        g.restore();
    }
}
