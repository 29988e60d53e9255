package com.sentori.console.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Does what {@link ChartAction} names. FX thread. */
final class Deeds {
    private static final double PAN = 0.1;
    private static final double ZOOM = 1.25;
    /** Steps of one action that follow each other faster are undone at once. */
    private static final long ONE_GO_NANOS = 800_000_000;

    private final LiveChart chart;
    private final MarkDeeds marks;
    private Supplier<Provenance> provenance = Provenance::none;
    private @Nullable Consumer<ChartFile> saver;
    private @Nullable Runnable tableSwitch;
    private @Nullable Object lastWay;
    private long lastTime;

    Deeds(LiveChart chart) {
        this.chart = chart;
        this.marks = new MarkDeeds(chart);
    }

    void setExports(Supplier<Provenance> origin, Consumer<ChartFile> saves) {
        provenance = origin;
        saver = saves;
    }

    void setTableSwitch(Runnable shows) {
        tableSwitch = shows;
    }

    MarkDeeds marks() {
        return marks;
    }

    boolean isEnabled(ChartAction action) {
        ChartLink link = chart.link();
        return switch (action) {
            case PAUSE -> link.isPaused() || link.isFollowing();
            case CATCH_UP -> link.isPaused();
            case UNDO -> link.views().canUndo();
            case REDO -> link.views().canRedo();
            case TABLE -> tableSwitch != null;
            case PICTURE, CSV -> saver != null && chart.shown() != null;
            case NO_CURSORS -> link.crosshairProperty().get() != null || link.cursorAProperty().get() != null
                    || link.cursorBProperty().get() != null || link.chosenProperty().get() != null;
            case LIMITS, NEXT_MARK, EDIT_MARK, REMOVE_MARK, NOTE_EARLIER, NOTE_LATER, RAISE_LIMIT, DROP_LIMIT -> marks
                    .isEnabled(action);
            default -> chart.shown() != null;
        };
    }

    void run(ChartAction action) {
        if (!isEnabled(action)) {
            return;
        }
        ChartLink link = chart.link();
        switch (action) {
            case PAUSE -> {
                if (link.isPaused()) {
                    link.resume();
                } else {
                    link.pause();
                }
            }
            case CATCH_UP -> link.catchUp();
            case ZOOM_IN -> zoomKeeping(action, 1 / ZOOM);
            case ZOOM_OUT -> zoomKeeping(action, ZOOM);
            case ZOOM_IN_VALUES -> zoomValues(action, 0.5, 1 / ZOOM);
            case ZOOM_OUT_VALUES -> zoomValues(action, 0.5, ZOOM);
            case EARLIER -> panTime(action, -PAN);
            case LATER -> panTime(action, PAN);
            case HIGHER -> panValues(action, -PAN);
            case LOWER -> panValues(action, PAN);
            case FIT -> link.go(link.views().now().fitting());
            case RESET -> link.reset();
            case UNDO -> link.views().undo();
            case REDO -> link.views().redo();
            case LOGARITHM -> link.go(view().nextLog(chart.unitsOfInterest()));
            case UTC -> link.toggleUtc();
            case PREVIOUS_SAMPLE -> chart.crosshair().step(false);
            case NEXT_SAMPLE -> chart.crosshair().step(true);
            case CURSOR_A -> link.cursorAProperty().set(place());
            case CURSOR_B -> link.cursorBProperty().set(place());
            case NO_CURSORS -> noCursors();
            case ANNOTATE, LIMITS, NEXT_MARK, EDIT_MARK, REMOVE_MARK, NOTE_EARLIER, NOTE_LATER, RAISE_LIMIT,
                    DROP_LIMIT ->
                marks.run(action, place());
            case TABLE -> {
                if (tableSwitch != null) {
                    tableSwitch.run();
                }
            }
            case PICTURE -> save(ChartPictures.of(chart, provenance.get()));
            case CSV -> save(ChartCsv.of(chart, provenance.get()));
        }
    }

    private void save(ChartFile file) {
        if (saver != null) {
            saver.accept(file);
        }
    }

    private void noCursors() {
        ChartLink link = chart.link();
        link.crosshairProperty().set(null);
        link.cursorAProperty().set(null);
        link.cursorBProperty().set(null);
        link.chosenProperty().set(null);
    }

    /** Where the crosshair is, or else the middle. */
    private long place() {
        Long at = chart.link().crosshairProperty().get();
        TimeWindow.Fixed span = chart.link().span();
        return at == null ? (span.from() + span.to()) / 2 : at;
    }

    /** Shows a view; steps that follow each other quickly on the same way are one step to undo. */
    private void show(Object way, View next) {
        long now = System.nanoTime();
        boolean goesOn = way.equals(lastWay) && now - lastTime < ONE_GO_NANOS;
        lastWay = way;
        lastTime = now;
        if (goesOn) {
            chart.link().glide(next);
        } else {
            chart.link().go(next);
        }
    }

    private View view() {
        return chart.link().views().now();
    }

    /** Zooms around the crosshair; without one the newest edge stays, and a picture that follows goes on following. */
    private void zoomKeeping(Object way, double factor) {
        if (view().window() instanceof TimeWindow.Following now && chart.link().crosshairProperty().get() == null) {
            show(way, view().window(new TimeWindow.Following(Math.max(1, Math.round(now.millis() * factor)))));
        } else {
            zoomTime(way, (double) place(), factor);
        }
    }

    /** Makes the span longer or shorter around a time. */
    void zoomTime(Object way, double around, double factor) {
        TimeWindow.Fixed span = chart.link().span();
        long from = Math.round(around - (around - span.from()) * factor);
        long to = Math.round(around + (span.to() - around) * factor);
        if (to > from) {
            show(way, view().window(new TimeWindow.Fixed(from, to)));
        }
    }

    /** Moves the span by a share of itself. */
    void panTime(Object way, double share) {
        TimeWindow.Fixed span = chart.link().span();
        long by = Math.round((span.to() - span.from()) * share);
        show(way, view().window(new TimeWindow.Fixed(span.from() + by, span.to() + by)));
    }

    /** Makes all axes longer or shorter around a place, given as a share from above. */
    void zoomValues(Object way, double around, double factor) {
        show(way, cut(view(), around - around * factor, around + (1 - around) * factor));
    }

    /** Moves all axes by a share of themselves, down if it is positive. */
    void panValues(Object way, double share) {
        show(way, cut(view(), share, 1 + share));
    }

    /** Of all axes, what lies between two heights, as shares from above. */
    View cut(View view, double upper, double lower) {
        Drawn shown = chart.shown();
        View next = view;
        List<Scale> scales = shown == null ? List.of() : new ArrayList<>(shown.frame().scales());
        for (int axis = 0; axis < Math.min(scales.size(), chart.units().size()); axis++) {
            next = next.scale(chart.units().get(axis), scales.get(axis).between(upper, lower));
        }
        return next;
    }
}
