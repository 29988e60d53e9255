package com.sentori.console.charts;

import com.sentori.console.thresholds.Threshold;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/**
 * What charts that belong together share: the span of time and its history, pause, crosshair, cursors, time zone, hidden lines, thresholds and annotations by
 * hand. A chart of its own has a link of its own. FX thread.
 */
public final class ChartLink {
    /** How much faster than time a chart catches up with it. */
    private static final int CATCH_UP = 4;

    private final Supplier<ZoneId> local;
    private final Views views = new Views(View.of(new TimeWindow.Following(60_000)));
    private final ObjectProperty<@Nullable Long> crosshair = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Long> cursorA = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Long> cursorB = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable String> chosen = new SimpleObjectProperty<>();
    private final ObservableSet<String> hidden = FXCollections.observableSet();
    private final ObservableList<Threshold> thresholds;
    private final ObservableList<Annotation> annotations = FXCollections.observableArrayList();
    private final Map<String, Scale> bounds = new HashMap<>();
    private @Nullable ObjectProperty<ZoneId> zone;
    private LongSupplier clock = System::currentTimeMillis;
    private TimeWindow home = views.now().window();
    private long pausedAt;
    /** Whether it was paused when there was nothing to follow any more. */
    private boolean pausedAtEnd;
    private long lag;
    private long lagSince;

    /** Follows the newest minute, in this time zone. */
    public ChartLink(ZoneId local) {
        this(() -> local, FXCollections.observableArrayList());
        zone = new SimpleObjectProperty<>(local);
    }

    /** The same in a time zone that is asked for when a time is shown, with thresholds that others share. */
    public ChartLink(Supplier<ZoneId> local, ObservableList<Threshold> thresholds) {
        this.local = local;
        this.thresholds = thresholds;
    }

    /** Makes the last {@code windowMillis} up to now, by this clock in epoch milliseconds, what is shown unless someone zooms. */
    public void follow(LongSupplier now, long windowMillis) {
        clock = now;
        goHome(new TimeWindow.Following(Math.max(1, windowMillis)));
    }

    /** Makes this span, in epoch milliseconds, what is shown unless someone zooms. */
    public void show(long from, long to) {
        goHome(new TimeWindow.Fixed(from, Math.max(to, from + 1)));
    }

    /** Shows this span, in epoch milliseconds, as if somebody had zoomed there; can be undone. */
    public void lookAt(long from, long to) {
        go(views.now().window(new TimeWindow.Fixed(from, Math.max(to, from + 1))));
    }

    /** Lets the axis of a unit begin and end there unless someone zooms; NaN leaves that end to the values in view. */
    public void bound(String unit, double lowest, double highest) {
        Scale bound = new Scale(lowest, highest, false);
        if (!bound.equals(bounds.put(unit, bound))) {
            views.replace(views.now().scale(unit, bound));
        }
    }

    /** Views that are at home go along, also those that can be undone; those that someone chose stay, but follow no longer when there is nothing to follow. */
    private void goHome(TimeWindow next) {
        TimeWindow before = home;
        pausedAtEnd = next instanceof TimeWindow.Fixed && isPaused();
        home = next;
        views.replaceAll(view -> view.window(alongWith(view.window(), before, next)));
    }

    private static TimeWindow alongWith(TimeWindow window, TimeWindow home, TimeWindow next) {
        if (window.equals(home)) {
            return next;
        }
        return window instanceof TimeWindow.Following following && next instanceof TimeWindow.Fixed all
                ? new TimeWindow.Fixed(Math.max(all.from(), all.to() - following.millis()), all.to())
                : window;
    }

    /** The view and its history. */
    public Views views() {
        return views;
    }

    /** Zone of all times: the local one, or UTC. */
    public ObjectProperty<ZoneId> zoneProperty() {
        if (zone == null) {
            zone = new SimpleObjectProperty<>(local.get());
        }
        return zone;
    }

    /** Whether times are in UTC. */
    public boolean isUtc() {
        return zone != null && zone.get().equals(ZoneOffset.UTC);
    }

    /** Switches between UTC and local time. */
    public void toggleUtc() {
        zoneProperty().set(isUtc() ? local.get() : ZoneOffset.UTC);
    }

    /** Time of the crosshair in epoch milliseconds; null without one. */
    public ObjectProperty<@Nullable Long> crosshairProperty() {
        return crosshair;
    }

    /** Time of the cursor A in epoch milliseconds; null without one. */
    public ObjectProperty<@Nullable Long> cursorAProperty() {
        return cursorA;
    }

    /** Time of the cursor B in epoch milliseconds; null without one. */
    public ObjectProperty<@Nullable Long> cursorBProperty() {
        return cursorB;
    }

    /** Id of the threshold or annotation that keys act upon; null for none. */
    ObjectProperty<@Nullable String> chosenProperty() {
        return chosen;
    }

    /** Ids of the lines that are not drawn. */
    public ObservableSet<String> hidden() {
        return hidden;
    }

    /** The thresholds; dragging one puts another in its place. */
    public ObservableList<Threshold> thresholds() {
        return thresholds;
    }

    /** What people noted. */
    public ObservableList<Annotation> annotations() {
        return annotations;
    }

    /** Now, in epoch milliseconds, by the clock that is followed. */
    public long now() {
        return clock.getAsLong();
    }

    /** The span that is seen at this moment. */
    public TimeWindow.Fixed span() {
        return switch (views.now().window()) {
            case TimeWindow.Fixed fixed -> fixed;
            case TimeWindow.Following following -> {
                long edge = now() - lagNow();
                yield new TimeWindow.Fixed(edge - following.millis(), edge);
            }
        };
    }

    /** Whether new samples move the picture on. */
    public boolean isFollowing() {
        return views.now().window() instanceof TimeWindow.Following;
    }

    /** Whether a picture stands still that could follow, or could have until there was nothing to follow any more. */
    public boolean isPaused() {
        return home instanceof TimeWindow.Following
                ? !isFollowing()
                : pausedAtEnd && !views.now().window().equals(home);
    }

    /** Since when it is paused, in epoch milliseconds. */
    long pausedAt() {
        return pausedAt;
    }

    /** How far the picture is behind, in milliseconds, while it catches up. */
    long lagNow() {
        return Math.max(0, lag - (now() - lagSince) * (CATCH_UP - 1));
    }

    /** Lets the picture stand still; samples keep arriving. */
    public void pause() {
        if (isFollowing()) {
            TimeWindow.Fixed span = span();
            leave();
            views.replace(views.now().window(span));
        }
    }

    /** Notes when the picture stopped, just before it does. */
    private void leave() {
        if (isFollowing()) {
            pausedAt = now() - lagNow();
        }
    }

    /** Goes on at once with what is new; shows all if there is nothing to follow any more. */
    public void resume() {
        lag = 0;
        if (isPaused()) {
            pausedAtEnd = false;
            views.replace(views.now().window(home));
        }
    }

    /** Goes on from where it stopped, faster than time, until it is up to date. */
    public void catchUp() {
        if (isPaused() && home instanceof TimeWindow.Following) {
            lag = Math.max(0, now() - span().to());
            lagSince = now();
            views.replace(views.now().window(home));
        } else {
            resume();
        }
    }

    /** Shows a view that can be undone. */
    void go(View next) {
        leaveFor(next);
        views.go(next);
    }

    /** Shows a view in the place of what is seen: what charts begin with, or a step of a movement whose beginning was remembered. */
    void glide(View next) {
        leaveFor(next);
        views.replace(next);
    }

    private void leaveFor(View next) {
        if (next.window() instanceof TimeWindow.Fixed) {
            leave();
        }
    }

    /** Shows what was shown before anyone zoomed. */
    public void reset() {
        lag = 0;
        pausedAtEnd = false;
        views.go(new View(home, bounds, Set.of()));
    }
}
