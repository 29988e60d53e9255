package com.sentori.console.charts;

/**
 * The range of an axis that fits its data and does not jitter: it grows as soon as a value lies outside, and shrinks
 * only when the data fill less than half of it.
 */
final class ValueRange {
    private static final int MOST = 6;
    private static final double ROOM = 0.5;
    /** How far below the highest value a logarithmic axis goes if it has no lowest one to show. */
    private static final double DECADES = 1e4;

    private double bottom;
    private double top = 1;
    private boolean log;
    private boolean set;

    /** Takes the smallest and largest value in view, if there are any; gives the range. */
    Scale fit(double smallest, double largest, boolean logarithmic) {
        if (log != logarithmic) {
            log = logarithmic;
            set = false;
            bottom = log ? 0.1 : 0;
            top = 1;
        }
        if (smallest <= largest) {
            if (log) {
                decades(smallest, largest);
            } else {
                round(smallest, largest);
            }
        }
        return new Scale(bottom, top, log);
    }

    private void round(double smallest, double largest) {
        boolean outside = smallest < bottom || largest > top;
        boolean lost = largest - smallest < (top - bottom) * ROOM * 0.5;
        if (set && !outside && !lost) {
            return;
        }
        double span = Math.max(largest - smallest, Math.max(Math.abs(largest), 1) * 1e-3);
        double step = Ticks.step(span * 1.1, MOST);
        bottom = Math.floor((smallest - span * 0.05) / step) * step;
        top = Math.ceil((largest + span * 0.05) / step) * step;
        set = true;
    }

    private void decades(double smallest, double largest) {
        if (largest > 0) {
            double least = smallest > 0 ? smallest : largest / DECADES;
            bottom = Math.pow(10, Math.floor(Math.log10(least)));
            top = Math.pow(10, Math.ceil(Math.log10(largest)));
            top = top > bottom ? top : bottom * 10;
        }
    }
}
