package com.sentori.console.charts;

/**
 * The range of an axis that fits its data and does not jitter: it grows as soon as a value lies outside, and shrinks
 * only when the data fill less than half of it.
 */
final class ValueRange {
    private static final int MOST = 6;
    private static final double ROOM = 0.5;

    private double bottom;
    private double top = 1;
    private boolean set;

    double bottom() {
        return bottom;
    }

    double top() {
        return top;
    }

    /** Takes the smallest and largest value in view; whether the range changed. */
    boolean fit(double smallest, double largest) {
        if (!(smallest <= largest)) {
            return false;
        }
        boolean outside = smallest < bottom || largest > top;
        boolean lost = largest - smallest < (top - bottom) * ROOM * 0.5;
        if (set && !outside && !lost) {
            return false;
        }
        double span = Math.max(largest - smallest, Math.max(Math.abs(largest), 1) * 1e-3);
        double step = Ticks.step(span * 1.1, MOST);
        double newBottom = Math.floor((smallest - span * 0.05) / step) * step;
        double newTop = Math.ceil((largest + span * 0.05) / step) * step;
        boolean changed = !set || newBottom != bottom || newTop != top;
        bottom = newBottom;
        top = newTop;
        set = true;
        return changed;
    }
}
