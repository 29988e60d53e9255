package com.sentori.console.series;

import java.util.Arrays;

/**
 * How far apart the samples of a series usually are: the median of the last 31 distances, so that neither a gap nor two samples in one millisecond move it.
 */
final class Cadence {

    private static final int REMEMBERED = 31;

    private final long[] distances = new long[REMEMBERED];
    private int count;

    void add(long distance) {
        distances[count++ % REMEMBERED] = distance;
    }

    /** Milliseconds, at least 1; NaN as long as there is no distance. */
    double millis() {
        int known = Math.min(count, REMEMBERED);
        if (known == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(distances, known);
        Arrays.sort(sorted);
        return Math.max(1, sorted[known / 2]);
    }
}
