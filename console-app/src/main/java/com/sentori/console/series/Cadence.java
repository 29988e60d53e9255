package com.sentori.console.series;

import java.util.Arrays;

/**
 * How far apart the samples of a series usually are: the median of the last 31 distances, so that neither a gap nor two samples in one millisecond move it.
 */
final class Cadence {

    private static final int REMEMBERED = 31;
    /** Once so many distances are known, the median is taken anew only now and then: an append must cost next to nothing. */
    private static final int EVERY = 32;

    private final long[] distances = new long[REMEMBERED];
    private int next;
    private long count;

    /** Takes a distance; whether the median is to be asked for again. */
    boolean add(long distance) {
        distances[next] = distance;
        next = next + 1 == REMEMBERED ? 0 : next + 1;
        count++;
        return count < EVERY || count % EVERY == 0;
    }

    /** Milliseconds, at least 1; NaN as long as there is no distance. */
    double millis() {
        int known = (int) Math.min(count, REMEMBERED);
        if (known == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(distances, known);
        Arrays.sort(sorted);
        return Math.max(1, sorted[known / 2]);
    }
}
