package com.sentori.console.charts;

import com.sentori.console.thresholds.Threshold;
import java.util.List;
import java.util.Objects;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * Mouse and keys. Dragging draws a band that is zoomed to, on one axis if it is flat; with Shift or the middle button, or on an axis, it moves the picture; on
 * a limit or a note of a person's it moves that. The wheel zooms time, with Ctrl or on the axis of values it zooms values. FX thread.
 */
final class Gestures {
    private static final double LEAST_BAND = 8;
    private static final double GRIP = 4;
    private static final double WHEEL = 1.2;

    private final LiveChart chart;
    private final Deeds deeds;
    private final Rectangle band = new Rectangle();
    private final Notepad notepad;
    private final ActionMenu menu;
    private @Nullable Drag drag;
    /** Whether the view that the drag began with is a step to undo: a mere click is none. */
    private boolean remembered;

    /** What a drag began with. */
    private record Drag(double x, double y, View view, TimeWindow.Fixed span, List<Scale> scales, Kind kind,
            MarkDeeds.@Nullable Limit limit, @Nullable Annotation note) {}

    private enum Kind {
        BAND, PLOT, TIME, VALUES, LIMIT, NOTE
    }

    Gestures(LiveChart chart, Deeds deeds) {
        this.chart = chart;
        this.deeds = deeds;
        this.notepad = new Notepad(chart);
        this.menu = new ActionMenu(chart, deeds);
        deeds.marks().setNotepad(notepad);
        band.getStyleClass().add("chart-band");
        band.setManaged(false);
        band.setMouseTransparent(true);
        band.setVisible(false);
        chart.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        chart.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> chart.link().crosshairProperty().set(null));
        chart.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        chart.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        chart.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        chart.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        chart.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        chart.addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
        chart.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, menu::show);
    }

    List<Node> nodes() {
        return List.of(band, notepad.node());
    }

    void layout(Geometry place) {
        chart.setCursor(place.isEmpty() ? Cursor.DEFAULT : null);
    }

    void typed(KeyEvent event) {
        for (ChartAction action : ChartAction.values()) {
            if (action.fits(event) && deeds.isEnabled(action)) {
                deeds.run(action);
                event.consume();
                return;
            }
        }
    }

    private void moved(MouseEvent event) {
        if (chart.geometry().inPlot(event.getX(), event.getY())) {
            chart.crosshair().point(event.getX(), event.getY());
            chart.setCursor(noteAt(event.getX()) != null
                    ? Cursor.H_RESIZE
                    : limitAt(event.getY()) == null ? Cursor.CROSSHAIR : Cursor.V_RESIZE);
        } else {
            chart.link().crosshairProperty().set(null);
            chart.setCursor(Cursor.DEFAULT);
        }
    }

    private void pressed(MouseEvent event) {
        menu.hide();
        chart.requestFocus();
        Drawn shown = chart.shown();
        if (shown == null || event.getButton() == MouseButton.SECONDARY) {
            return;
        }
        Geometry place = chart.geometry();
        boolean inPlot = place.inPlot(event.getX(), event.getY());
        boolean moves = event.isShiftDown() || event.getButton() == MouseButton.MIDDLE;
        Annotation note = inPlot && !moves ? noteAt(event.getX()) : null;
        MarkDeeds.Limit limit = inPlot && !moves && note == null ? limitAt(event.getY()) : null;
        Kind kind = note != null
                ? Kind.NOTE
                : limit != null
                        ? Kind.LIMIT
                        : inPlot
                                ? moves ? Kind.PLOT : Kind.BAND
                                : event.getY() > place.bottom() ? Kind.TIME : Kind.VALUES;
        drag = new Drag(event.getX(), event.getY(), chart.link().views().now(), chart.link().span(),
                shown.frame().scales(), kind, limit, note);
        remembered = false;
    }

    /** The note of a person that stands there; what the program marked stays where it happened. */
    private @Nullable Annotation noteAt(double x) {
        Drawn shown = chart.shown();
        return shown == null
                ? null
                : chart.link()
                        .annotations()
                        .stream()
                        .filter(note -> Math.abs(chart.geometry().x(shown.frame(), note.time()) - x) <= GRIP)
                        .findFirst()
                        .orElse(null);
    }

    private MarkDeeds.@Nullable Limit limitAt(double y) {
        Drawn shown = chart.shown();
        for (MarkDeeds.Limit limit : deeds.marks().limits()) {
            Threshold threshold = limit.threshold();
            int axis = chart.units().indexOf(threshold.unit());
            if (shown != null && axis < shown.frame().scales().size()) {
                double value = Objects.requireNonNull(threshold.limit(limit.severity()));
                if (Math.abs(chart.geometry().y(shown.frame().scales().get(axis), value) - y) <= GRIP) {
                    return limit;
                }
            }
        }
        return null;
    }

    private void dragged(MouseEvent event) {
        Drag now = drag;
        if (now == null) {
            return;
        }
        Geometry place = chart.geometry();
        switch (now.kind()) {
            case BAND -> stretch(now, event, place);
            case LIMIT -> {
                MarkDeeds.Limit limit = Objects.requireNonNull(now.limit());
                int axis = chart.units().indexOf(limit.threshold().unit());
                double down = Math.clamp(place.down(event.getY()), 0, 1);
                deeds.marks().move(limit, now.scales().get(axis).at(down));
            }
            case NOTE -> {
                double x = Math.clamp(event.getX(), place.left(), place.right());
                deeds.marks()
                        .move(Objects.requireNonNull(now.note()),
                                place.time(Objects.requireNonNull(chart.shown()).frame(), x));
            }
            case PLOT, TIME, VALUES -> {
                if (!remembered) {
                    remembered = true;
                    chart.link().views().remember(now.view());
                }
                chart.link().glide(moved(now, event, place));
            }
        }
    }

    private View moved(Drag now, MouseEvent event, Geometry place) {
        View next = now.view();
        if (now.kind() != Kind.VALUES) {
            double length = now.span().to() - now.span().from();
            long by = Math.round((now.x() - event.getX()) / place.width() * length);
            next = next.window(new TimeWindow.Fixed(now.span().from() + by, now.span().to() + by));
        }
        if (now.kind() != Kind.TIME) {
            double by = (now.y() - event.getY()) / place.height();
            for (int axis = 0; axis < Math.min(chart.units().size(), now.scales().size()); axis++) {
                next = next.scale(chart.units().get(axis), now.scales().get(axis).between(by, 1 + by));
            }
        }
        return next;
    }

    private void stretch(Drag now, MouseEvent event, Geometry place) {
        double x = Math.clamp(event.getX(), place.left(), place.right());
        double y = Math.clamp(event.getY(), place.top(), place.bottom());
        boolean wide = Math.abs(x - now.x()) >= LEAST_BAND;
        boolean high = Math.abs(y - now.y()) >= LEAST_BAND;
        band.setX(wide || !high ? Math.min(x, now.x()) : place.left());
        band.setWidth(wide || !high ? Math.abs(x - now.x()) : place.width());
        band.setY(high ? Math.min(y, now.y()) : place.top());
        band.setHeight(high ? Math.abs(y - now.y()) : place.height());
        band.setVisible(wide || high);
    }

    private void released(MouseEvent event) {
        Drag now = drag;
        drag = null;
        Drawn shown = chart.shown();
        if (now == null || now.kind() != Kind.BAND || !band.isVisible() || shown == null) {
            return;
        }
        band.setVisible(false);
        Geometry place = chart.geometry();
        View next = now.view();
        if (band.getHeight() < place.height()) {
            next = deeds.cut(next, place.down(band.getY()), place.down(band.getY() + band.getHeight()));
        }
        if (band.getWidth() < place.width()) {
            long from = place.time(shown.frame(), band.getX());
            long to = place.time(shown.frame(), band.getX() + band.getWidth());
            next = next.window(new TimeWindow.Fixed(from, Math.max(from + 1, to)));
        }
        chart.link().go(next);
        event.consume();
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            deeds.run(ChartAction.RESET);
        }
    }

    private void scrolled(ScrollEvent event) {
        Drawn shown = chart.shown();
        Geometry place = chart.geometry();
        if (shown == null || place.isEmpty()) {
            return;
        }
        boolean values = event.isShortcutDown() || event.getX() < place.left();
        if (Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            deeds.panTime(ScrollEvent.SCROLL, -event.getDeltaX() / place.width());
        } else if (event.getDeltaY() != 0) {
            double factor = Math.pow(WHEEL, -event.getDeltaY() / event.getMultiplierY());
            if (values) {
                deeds.zoomValues(Kind.VALUES, Math.clamp(place.down(event.getY()), 0, 1), factor);
            } else {
                double x = Math.clamp(event.getX(), place.left(), place.right());
                deeds.zoomTime(Kind.TIME, (double) place.time(shown.frame(), x), factor);
            }
        }
        event.consume();
    }
}
