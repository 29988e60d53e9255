package com.sentori.console.vitals;

/** How fresh a series or a connection is. */
public enum Vitality {
    /** What is shown is what the source says now. */
    FRESH,
    /** The source is alive and has nothing new: what is shown is its last word. */
    HELD,
    /** A sign of life is overdue. */
    LATE,
    /** Two are, or the source is known to be away: what is shown is old. */
    LOST;

    /** Whether signs of life come when they are due. */
    public boolean isAlive() {
        return this == FRESH || this == HELD;
    }

    /** The one that is worse. */
    public Vitality worst(Vitality other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /**
     * Of one series, whose source stands like this.
     *
     * @param age of its newest sample in milliseconds
     * @param expected how long its next sample may take in milliseconds; NaN if not known
     */
    public Vitality ofSeries(long age, double expected) {
        return !isAlive() || (!Double.isNaN(expected) && age <= expected) ? this : worst(HELD);
    }
}
