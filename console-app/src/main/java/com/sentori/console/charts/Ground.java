package com.sentori.console.charts;

import com.sentori.console.thresholds.Severity;
import com.sentori.console.thresholds.Threshold;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Paints what lies behind the lines: grid, labels, frame, bands of thresholds, and the hatching of what was not received. FX thread. */
final class Ground {
    private static final double LABEL_WIDTH = 7;
    private static final double LABEL_HEIGHT = 2.6;
    private static final double HATCH = 0.55;
    private static final double BAND = 0.12;
    private static final double REASON_HEIGHT = 1.5;
    private static final double OWN_HEIGHT = 0.9;
    private static final double OWN_OPACITY = 0.5;

    private final Canvas canvas;
    private final Inks inks;

    Ground(Canvas canvas, Inks inks) {
        this.canvas = canvas;
        this.inks = inks;
    }

    /**
     * What is painted.
     *
     * @param drawn the frame
     * @param hatchings its gaps
     * @param own gaps of single lines beside these
     * @param noReason what is said of a gap whose reason nobody knows
     * @param units of its axes
     * @param thresholds whose bands are painted
     * @param rulers make the ticks
     * @param font of the labels
     */
    record Content(Drawn drawn, List<Hatching> hatchings, List<LineGap> own, String noReason,
            List<String> units, List<Threshold> thresholds, Rulers rulers, Font font) {}

    /** How many values fit along an axis. */
    static int mostValues(Geometry place) {
        return (int) (place.height() / (place.em() * LABEL_HEIGHT));
    }

    /** Paints it; {@code finer} pixels of the canvas make a unit of the scene. */
    void paint(Content content, Geometry place, double finer) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setTransform(finer, 0, 0, finer, 0, 0);
        g.clearRect(0, 0, place.chartWidth(), place.chartHeight());
        if (place.isEmpty()) {
            return;
        }
        g.setFill(inks.ground());
        g.fillRect(place.left(), place.top(), place.width(), place.height());
        g.setFont(content.font());
        g.setLineWidth(1);
        bands(g, content, place);
        hatch(g, content, place);
        List<Scale> scales = content.drawn().frame().scales();
        for (int axis = 0; axis < scales.size(); axis++) {
            values(g, content, axis, place);
        }
        times(g, content, place);
        g.setStroke(inks.frame());
        g.strokeLine(place.left(), place.bottom() - 0.5, place.right(), place.bottom() - 0.5);
        reasons(g, content, place);
    }

    private void bands(GraphicsContext g, Content content, Geometry place) {
        for (Threshold threshold : content.thresholds()) {
            int axis = content.units().indexOf(threshold.unit());
            if (axis < 0) {
                continue;
            }
            Scale scale = content.drawn().frame().scales().get(axis);
            boolean above = threshold.side() == Threshold.Side.ABOVE;
            double beyond = above ? place.top() : place.bottom();
            Double warn = threshold.limit(Severity.WARN);
            Double critical = threshold.limit(Severity.CRITICAL);
            double end = critical == null ? beyond : inside(place.y(scale, critical), place);
            if (critical != null) {
                band(g, end, beyond, Severity.CRITICAL, place);
            }
            if (warn != null) {
                band(g, inside(place.y(scale, warn), place), end, Severity.WARN, place);
            }
        }
    }

    private void band(GraphicsContext g, double from, double to, Severity severity, Geometry place) {
        g.setFill(inks.of(severity).deriveColor(0, 1, 1, BAND));
        g.fillRect(place.left(), Math.min(from, to), place.width(), Math.abs(to - from));
    }

    private static double inside(double y, Geometry place) {
        return Math.clamp(y, place.top(), place.bottom());
    }

    private void values(GraphicsContext g, Content content, int axis, Geometry place) {
        boolean first = axis == 0;
        g.setTextAlign(first ? TextAlignment.RIGHT : TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        double gap = place.em() * 0.6;
        double edge = place.axis(axis);
        Scale scale = content.drawn().frame().scales().get(axis);
        for (Tick tick : content.rulers().values(scale, mostValues(place))) {
            double y = Math.min(Math.floor(place.top() + tick.share() * place.height()), place.bottom() - 1) + 0.5;
            g.setStroke(first ? inks.grid() : inks.frame());
            g.strokeLine(first ? place.left() : edge, y, first ? place.right() : edge + gap / 2, y);
            g.setFill(inks.text());
            double half = place.em() / 2;
            g.fillText(tick.label(), first ? edge - gap : edge + gap,
                    Math.clamp(y, place.top() + half, place.bottom() - half));
        }
        if (content.units().size() > 1) {
            g.setTextBaseline(VPos.BOTTOM);
            g.fillText(content.units().get(axis), first ? edge - gap : edge + gap, place.top() - 2);
        }
    }

    private void times(GraphicsContext g, Content content, Geometry place) {
        Frame frame = content.drawn().frame();
        g.setTextBaseline(VPos.TOP);
        g.setTextAlign(TextAlignment.CENTER);
        double room = place.em() * 2;
        int most = (int) (place.width() / (place.em() * LABEL_WIDTH));
        for (Tick tick : content.rulers().times(frame.from(), frame.to(), most)) {
            double x = Math.floor(place.left() + tick.share() * place.width()) + 0.5;
            g.setStroke(inks.grid());
            g.strokeLine(x, place.top(), x, place.bottom());
            if (x > place.left() + room && x < place.right() - room) {
                g.setFill(inks.text());
                g.fillText(tick.label(), x, place.bottom() + place.em() * 0.45);
            }
        }
    }

    private void hatch(GraphicsContext g, Content content, Geometry place) {
        g.setStroke(inks.hatch());
        double scale = place.width() / content.drawn().frame().width();
        for (Hatching span : content.hatchings()) {
            stripes(g, place.left() + span.from() * scale, place.left() + span.to() * scale, place.top(),
                    place.bottom(), place);
        }
        // Only where the line would go, and in its colour: others go on.
        double half = place.em() * OWN_HEIGHT;
        for (LineGap gap : content.own()) {
            g.setStroke(Inks.colour(gap.argb(), OWN_OPACITY));
            stripes(g, place.left() + gap.from() * scale, place.left() + gap.to() * scale,
                    inside(place.top() + gap.top() * place.height() - half, place),
                    inside(place.top() + gap.bottom() * place.height() + half, place), place);
        }
    }

    private static void stripes(GraphicsContext g, double from, double to, double top, double bottom,
            Geometry place) {
        g.save();
        g.beginPath();
        g.rect(from, top, to - from, bottom - top);
        g.clip();
        double step = place.em() * HATCH;
        // Anchored at the chart, not at the span, so that stripes do not crawl while the span grows.
        for (double x = Math.floor((from - place.height()) / step) * step; x < to; x += step) {
            g.strokeLine(x, place.bottom(), x + place.height(), place.top());
        }
        g.restore();
    }

    private void reasons(GraphicsContext g, Content content, Geometry place) {
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        double scale = place.width() / content.drawn().frame().width();
        for (Hatching span : content.hatchings()) {
            reason(g, content, span.reason(), place.left() + span.from() * scale, place.left() + span.to() * scale,
                    place.bottom() - place.em() * 1.2, place);
        }
        double half = place.em() * REASON_HEIGHT / 2;
        for (LineGap gap : content.own()) {
            double y = place.top() + (gap.top() + gap.bottom()) / 2 * place.height();
            reason(g, content, gap.reason(), place.left() + gap.from() * scale, place.left() + gap.to() * scale,
                    Math.clamp(y, place.top() + half, place.bottom() - half), place);
        }
    }

    /** Says why between two places, if there is room. */
    private void reason(GraphicsContext g, Content content, String known, double from, double to, double y,
            Geometry place) {
        String reason = known.isEmpty() ? content.noReason() : known;
        double wide = Labels.width(reason, content.font()) + place.em();
        if (to - from >= wide) {
            double x = (from + to) / 2;
            double high = place.em() * REASON_HEIGHT;
            g.setFill(opaque(inks.ground()));
            g.fillRoundRect(x - wide / 2, y - high / 2, wide, high, 6, 6);
            g.setFill(inks.text());
            g.fillText(reason, x, y);
        }
    }

    private static Color opaque(Color colour) {
        return Color.color(colour.getRed(), colour.getGreen(), colour.getBlue());
    }
}
