package com.sentori.console.charts;

/** The lowest and highest value of the columns in view, kept while the view moves on: all of them are looked at only when one of the extremes went out of it. */
final class Extremes {
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;
    private long lowestAt;
    private long highestAt;

    /**
     * Takes over what is in view.
     *
     * @param first the first column in view
     * @param right the last one
     * @param anew whether nothing of before holds
     * @param changed the first column that may hold more than before
     */
    void measure(PixelColumns columns, long first, long right, boolean anew, long changed) {
        boolean all = anew || !(lowest <= highest) || lowestAt < first || highestAt < first;
        if (all) {
            lowest = Double.POSITIVE_INFINITY;
            highest = Double.NEGATIVE_INFINITY;
        }
        for (long column = all ? first : Math.max(first, changed); column <= right; column++) {
            int slot = columns.slot(column);
            if (columns.has(column, slot)) {
                if (columns.low(slot) <= lowest) {
                    lowest = columns.low(slot);
                    lowestAt = column;
                }
                if (columns.high(slot) >= highest) {
                    highest = columns.high(slot);
                    highestAt = column;
                }
            }
        }
    }

    /** Infinite without any. */
    double lowest() {
        return lowest;
    }

    /** Infinite without any. */
    double highest() {
        return highest;
    }
}
