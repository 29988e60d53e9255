package com.sentori.console.charts;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.BitSet;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
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

    /** Paints for the frame; {@code covered} are its columns that hold data, a tail without data is hatched from {@code staleMillis} on. */
    void paint(Frame frame, BitSet covered, long staleMillis, Font font) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        double width = canvas.getWidth() - LEFT - RIGHT;
        double height = canvas.getHeight() - BOTTOM;
        if (width <= 0 || height <= 0) {
            return;
        }
        g.setFill(inks.ground());
        g.fillRect(LEFT, 0, width, height);
        hatch(g, frame, covered, staleMillis, width, height);
        g.setFont(font);
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
            double y = Math.min(Math.floor((frame.top() - value) / (frame.top() - frame.bottom()) * height), height - 1)
                    + 0.5;
            g.setStroke(inks.grid());
            g.strokeLine(LEFT, y, LEFT + width, y);
            g.setFill(inks.text());
            g.fillText(form.format(value), LEFT - 8, Math.clamp(y, 7, height - 7));
        }
    }

    private void times(GraphicsContext g, Frame frame, double width, double height) {
        double span = frame.to() - frame.from();
        long step = Ticks.timeStep((long) span, (int) (width / LABEL_WIDTH));
        DateTimeFormatter form = DateTimeFormatter
                .ofPattern(
                        step < 1_000
                                ? "HH:mm:ss.SSS"
                                : step < 60_000 ? "HH:mm:ss" : step < 86_400_000 ? "HH:mm" : "d MMM",
                        locale)
                .withZone(zone);
        g.setTextBaseline(VPos.TOP);
        g.setTextAlign(TextAlignment.CENTER);
        long offset = zone.getRules().getOffset(Instant.ofEpochMilli((long) frame.from())).getTotalSeconds() * 1_000L;
        long first = (long) Math.ceil((frame.from() + offset) / step) * step - offset;
        for (long time = first; time <= frame.to(); time += step) {
            double x = Math.floor(LEFT + (time - frame.from()) / span * width) + 0.5;
            g.setStroke(inks.grid());
            g.strokeLine(x, 0, x, height);
            if (x > LEFT + 20 && x < LEFT + width - 20) {
                g.setFill(inks.text());
                g.fillText(form.format(Instant.ofEpochMilli(time)), x, height + 6);
            }
        }
    }

    private void hatch(GraphicsContext g, Frame frame, BitSet covered, long staleMillis, double width,
            double height) {
        g.setStroke(inks.hatch());
        g.setLineWidth(1);
        int columns = frame.width();
        double scale = width / columns;
        int column = covered.nextSetBit(0);
        while (column >= 0 && column < columns) {
            int from = covered.nextClearBit(column);
            int next = covered.nextSetBit(from);
            int end = next < 0 ? columns : next;
            boolean late = next >= 0 || (end - from) * frame.millisPerColumn() > staleMillis;
            if (late && (end - from) * scale >= HATCH_FROM) {
                stripes(g, LEFT + from * scale, LEFT + end * scale, height);
            }
            column = next;
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
