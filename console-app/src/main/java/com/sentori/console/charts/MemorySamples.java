package com.sentori.console.charts;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Samples held in memory without a bound: an answer to a query, a file, a benchmark. Who keeps what never ends needs a store with a bound instead. Lowest and
 * highest values are kept of each 16, 256, 4,096, … samples. Any thread.
 */
public final class MemorySamples implements Samples {
    private static final int BITS = 4;
    private static final int MOST_LEVELS = 7;

    private long[] times = new long[1 << BITS];
    private double[] values = new double[1 << BITS];
    private final double[][] lows = new double[MOST_LEVELS][0];
    private final double[][] highs = new double[MOST_LEVELS][0];
    private volatile int size;
    private volatile long newest = NONE;

    /**
     * Adds a sample behind all others.
     *
     * @throws IllegalArgumentException if it is older than the newest, or no finite number
     */
    public synchronized void append(long time, double value) {
        if ((size > 0 && time < newest) || !Double.isFinite(value)) {
            throw new IllegalArgumentException("Samples are finite and come in the order of their time.");
        }
        int place = size;
        if (place == times.length) {
            times = Arrays.copyOf(times, place * 2);
            values = Arrays.copyOf(values, place * 2);
        }
        times[place] = time;
        values[place] = value;
        newest = time;
        size = place + 1;
        for (int level = 0; level < MOST_LEVELS && (place + 1) % block(level) == 0; level++) {
            condense(level, place / block(level));
        }
    }

    private void condense(int level, int block) {
        if (lows[level].length <= block) {
            lows[level] = Arrays.copyOf(lows[level], Math.max(16, block * 2));
            highs[level] = Arrays.copyOf(highs[level], Math.max(16, block * 2));
        }
        double[] below = level == 0 ? values : lows[level - 1];
        double[] above = level == 0 ? values : highs[level - 1];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = block << BITS; i < (block + 1) << BITS; i++) {
            low = Math.min(low, below[i]);
            high = Math.max(high, above[i]);
        }
        lows[level][block] = low;
        highs[level][block] = high;
    }

    private static int block(int level) {
        return 1 << (BITS * (level + 1));
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    @Override
    public long changes() {
        return size;
    }

    @Override
    public long disorder() {
        return 0;
    }

    @Override
    public long newestTime() {
        return newest;
    }

    @Override
    public synchronized long oldestTime() {
        return size == 0 ? NONE : times[0];
    }

    @Override
    public synchronized double cadenceMillis() {
        int known = Math.min(size, 32) - 1;
        return known < 1 ? Double.NaN : Math.max(1, (double) (newest - times[size - 1 - known]) / known);
    }

    @Override
    public synchronized @Nullable Sample atOrBefore(long time) {
        int place = time == Long.MAX_VALUE ? size : firstFrom(time + 1);
        return place == 0 ? null : new Sample(times[place - 1], values[place - 1]);
    }

    @Override
    public synchronized @Nullable Sample atOrAfter(long time) {
        int place = firstFrom(time);
        return place == size ? null : new Sample(times[place], values[place]);
    }

    @Override
    public synchronized void fold(long from, long to, Columns columns) {
        int end = firstFrom(to);
        for (int place = firstFrom(from); place < end;) {
            place = step(place, end, columns);
        }
    }

    private int step(int place, int end, Columns columns) {
        int width = 1;
        int level = -1;
        for (int next = 0; next < MOST_LEVELS && place % block(next) == 0 && place + block(next) <= end
                && columns.sameColumn(times[place], times[place + block(next) - 1]); next++) {
            level = next;
            width = block(next);
        }
        columns.add(times[place], values[place]);
        if (level >= 0) {
            columns.widen(lows[level][place / width], highs[level][place / width]);
            columns.add(times[place + width - 1], values[place + width - 1]);
        }
        return place + width;
    }

    private int firstFrom(long time) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
