package com.sentori.console.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/** Looks at each pulse whether a chart has something new to show, and orders a frame then; out of sight there are no pulses. FX thread. */
final class Beat {
    private static final double LINE = 1.5;
    /** With more lines their own gaps would be all that is seen. */
    private static final int FEW = 4;
    private static final long SAY_NANOS = 100_000_000;

    private final LiveChart chart;
    private final Sheet sheet;
    private final Head head;
    private final Drawing drawing = new Drawing(this::present);
    private final Drawing.Lines lines = new Drawing.Lines();
    private final ReadOnlyIntegerWrapper theme = new ReadOnlyIntegerWrapper();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulse(now);
        }
    };
    private final Sight sight;
    private @Nullable Geometry ordered;
    private Set<String> highlighted = Set.of();
    private boolean dirty = true;
    private long drawnChanges = -1;
    private long drawnEdition;
    private long said;

    Beat(LiveChart chart, Sheet sheet, Head head) {
        this.chart = chart;
        this.sheet = sheet;
        this.head = head;
        sight = new Sight(chart, this::seen);
    }

    /** Grows or falls with the theme's colours. */
    ReadOnlyIntegerProperty theme() {
        return theme.getReadOnlyProperty();
    }

    /** Has a frame drawn with the next pulse. */
    void touch() {
        dirty = true;
    }

    /** Has all lines drawn anew, as they are to look different. */
    void restyle() {
        lines.touch();
        dirty = true;
    }

    /** Whether nothing is to be drawn, and what was drawn is shown. */
    boolean isAtRest() {
        return !dirty && !drawing.isBusy() && lines.edition() == drawnEdition;
    }

    void highlight(Set<String> ids) {
        if (!ids.equals(highlighted)) {
            highlighted = Set.copyOf(ids);
            restyle();
        }
    }

    /** The lines that stand out, as far as they are seen: else all that is seen would be faded. */
    List<ChartSeries> standing() {
        return chart.visible().stream().filter(line -> highlighted.contains(line.id())).toList();
    }

    void close() {
        sight.close();
    }

    private void seen(boolean inSight) {
        if (inSight) {
            dirty = true;
            timer.start();
            return;
        }
        timer.stop();
        if (chart.getScene() == null) {
            drawing.rest();
        }
    }

    private void pulse(long now) {
        if (drawing.isBusy()) {
            return;
        }
        int ink = chart.inks().state();
        if (ink != theme.get()) {
            theme.set(ink);
            lines.touch();
        }
        long changes = 0;
        for (ChartSeries line : chart.series()) {
            changes += line.samples().changes();
        }
        Drawn shown = sheet.shown();
        if (now - said > SAY_NANOS && shown != null) {
            said = now;
            head.refresh(chart.visible(), changes, shown.frame().millisPerColumn(), sheet.patience());
        }
        Geometry place = sheet.wanted();
        if (place.isEmpty()) {
            return;
        }
        Frame frame = frame(place);
        boolean moved = shown == null || frame.left() != shown.frame().left() || lines.edition() != drawnEdition;
        if (dirty || moved || changes != drawnChanges) {
            drawnChanges = changes;
            drawnEdition = lines.edition();
            dirty = false;
            ordered = place;
            drawing.order(frame);
        }
    }

    private Frame frame(Geometry place) {
        TimeWindow.Fixed span = chart.link().span();
        View view = chart.link().views().now();
        double pixels = place.pixels();
        Frame frame = Frame.of((int) Math.round(place.width() * pixels), (int) Math.round(place.height() * pixels),
                span.from(), span.to(), LINE * pixels, lines.of(chart.visible(),
                        () -> new Drawing.LineStyle(chart.inks(), chart.units(), standing(),
                                chart.visible().size() <= FEW)));
        List<Scale> scales = new ArrayList<>();
        chart.units().forEach(unit -> scales.add(view.scaleOf(unit)));
        return frame.scaled(scales);
    }

    private void present(Drawn drawn, Picture picture) {
        sheet.present(drawn, picture, Objects.requireNonNull(ordered), theme.get());
    }
}
