package com.sentori.console.series;

import java.util.Arrays;

/**
 * The newest samples in the order of their time, in two primitive arrays of a power of two, with the lowest and highest value of each 16, 256, 4,096, … of
 * them. A sample's place is counted from the first that ever came; its slot is that place modulo the capacity. Blocks lie on places that are multiples of their
 * size and count only when complete, so that the ring's wrap never mixes old and new. Not thread-safe.
 */
final class Ring {

    /** Two arrays of 8 bytes a sample; the levels add 2 × 8 bytes for each 16, 256, … */
    static final double BYTES_PER_SAMPLE = 16 + 16 / 15.0;

    private static final int BITS = 4;

    private long[] times;
    private double[] values;
    private double[][] lows;
    private double[][] highs;
    private long head;
    private long tail;

    Ring(int capacity) {
        times = new long[capacity];
        values = new double[capacity];
        lows = new double[levels(capacity)][];
        highs = new double[lows.length][];
        for (int level = 0; level < lows.length; level++) {
            lows[level] = new double[capacity >> shift(level)];
            highs[level] = new double[capacity >> shift(level)];
        }
    }

    private static int levels(int capacity) {
        return (31 - Integer.numberOfLeadingZeros(capacity)) / BITS;
    }

    private static int shift(int level) {
        return BITS * (level + 1);
    }

    int capacity() {
        return times.length;
    }

    long head() {
        return head;
    }

    long tail() {
        return tail;
    }

    boolean full() {
        return tail - head == times.length;
    }

    long time(long place) {
        return times[(int) place & (times.length - 1)];
    }

    double value(long place) {
        return values[(int) place & (values.length - 1)];
    }

    /** The first place whose time is not before {@code time}; {@link #tail} if there is none. */
    long firstFrom(long time) {
        long low = head;
        long high = tail;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (time(middle) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Adds a sample behind all that are not later. The oldest one gives way when the ring is full; a sample older than that is dropped then. */
    boolean add(long time, double value) {
        if (full()) {
            if (time < time(head)) {
                return false;
            }
            head++;
        }
        long place = tail++;
        int mask = times.length - 1;
        while (place > head && time(place - 1) > time) {
            times[(int) place & mask] = times[(int) (place - 1) & mask];
            values[(int) place & mask] = values[(int) (place - 1) & mask];
            place--;
        }
        times[(int) place & mask] = time;
        values[(int) place & mask] = value;
        raiseLevels(place);
        return true;
    }

    /** Computes every block anew that holds {@code place} or a later one and is complete. */
    private void raiseLevels(long place) {
        for (int level = 0; level < lows.length; level++) {
            long first = place >> shift(level);
            long end = tail >> shift(level);
            for (long block = first; block < end; block++) {
                if (block << shift(level) >= head) {
                    condense(level, block);
                }
            }
        }
    }

    private void condense(int level, long block) {
        double[] below = level == 0 ? values : lows[level - 1];
        double[] above = level == 0 ? values : highs[level - 1];
        int from = (int) (block << BITS) & (below.length - 1);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = from; i < from + (1 << BITS); i++) {
            low = Math.min(low, below[i]);
            high = Math.max(high, above[i]);
        }
        int slot = (int) block & (lows[level].length - 1);
        lows[level][slot] = low;
        highs[level][slot] = high;
    }

    /** How many levels of blocks there are; level 0 has 16 samples a block. */
    int levels() {
        return lows.length;
    }

    int blockSize(int level) {
        return 1 << shift(level);
    }

    double low(int level, long place) {
        return lows[level][(int) (place >> shift(level)) & (lows[level].length - 1)];
    }

    double high(int level, long place) {
        return highs[level][(int) (place >> shift(level)) & (highs[level].length - 1)];
    }

    /** The same samples with room for twice as many. */
    Ring doubled() {
        Ring larger = new Ring(times.length * 2);
        larger.head = head;
        larger.tail = tail;
        for (long place = head; place < tail; place++) {
            larger.times[(int) place & (larger.times.length - 1)] = time(place);
            larger.values[(int) place & (larger.values.length - 1)] = value(place);
        }
        larger.raiseLevels(head);
        return larger;
    }

    void clear() {
        head = tail;
        Arrays.fill(times, 0);
    }
}
