package com.sentori.console.charts;

import java.util.Arrays;

/**
 * What a series has in each pixel column: lowest and highest value, first and last sample. Columns are counted on an absolute grid of time (column number = time
 * / milliseconds per column), so that a column that has scrolled on is still the same column and need not be computed again; the newest {@code capacity} of
 * them are kept. Not thread-safe.
 */
final class PixelColumns implements Columns {

    private final double perMilli;
    private final int capacity;
    private final long[] column;
    private final double[] low;
    private final double[] high;
    private final double[] first;
    private final double[] last;
    private final long[] firstTime;
    private final long[] lastTime;

    /** The column that was added to last, by its slot and its time. */
    private int current;
    private long currentFrom;
    private long currentTo;

    PixelColumns(double millisPerColumn, int capacity) {
        this.perMilli = 1 / millisPerColumn;
        this.capacity = capacity;
        column = new long[capacity];
        low = new double[capacity];
        high = new double[capacity];
        first = new double[capacity];
        last = new double[capacity];
        firstTime = new long[capacity];
        lastTime = new long[capacity];
        clear();
    }

    @Override
    public void add(long time, double value) {
        if (time < currentFrom || time >= currentTo) {
            enter(time);
        }
        int slot = current;
        if (firstTime[slot] == Samples.NONE) {
            first[slot] = value;
            firstTime[slot] = time;
            low[slot] = value;
            high[slot] = value;
        } else {
            low[slot] = Math.min(low[slot], value);
            high[slot] = Math.max(high[slot], value);
        }
        last[slot] = value;
        lastTime[slot] = time;
    }

    @Override
    public void widen(double lowest, double highest) {
        low[current] = Math.min(low[current], lowest);
        high[current] = Math.max(high[current], highest);
    }

    @Override
    public boolean sameColumn(long time, long later) {
        return (time >= currentFrom && time < currentTo) ? later < currentTo : columnOf(time) == columnOf(later);
    }

    private void enter(long time) {
        long wanted = columnOf(time);
        current = slot(wanted);
        currentFrom = startOf(wanted);
        currentTo = startOf(wanted + 1);
        if (column[current] != wanted) {
            column[current] = wanted;
            firstTime[current] = Samples.NONE;
        }
    }

    void clear() {
        Arrays.fill(column, Long.MIN_VALUE);
        currentFrom = 1;
        currentTo = 0;
    }

    /** Empties one column, to be filled again. */
    void clear(long wanted) {
        column[slot(wanted)] = Long.MIN_VALUE;
        currentFrom = 1;
        currentTo = 0;
    }

    long columnOf(long time) {
        return (long) Math.floor(time * perMilli);
    }

    /** The first millisecond of a column. */
    long startOf(long wanted) {
        long time = (long) Math.ceil(wanted / perMilli);
        while (columnOf(time - 1) >= wanted) {
            time--;
        }
        while (columnOf(time) < wanted) {
            time++;
        }
        return time;
    }

    double perMilli() {
        return perMilli;
    }

    int slot(long wanted) {
        return (int) Math.floorMod(wanted, (long) capacity);
    }

    int capacity() {
        return capacity;
    }

    boolean has(long wanted, int slot) {
        return column[slot] == wanted;
    }

    double low(int slot) {
        return low[slot];
    }

    double high(int slot) {
        return high[slot];
    }

    double first(int slot) {
        return first[slot];
    }

    double last(int slot) {
        return last[slot];
    }

    long firstTime(int slot) {
        return firstTime[slot];
    }

    long lastTime(int slot) {
        return lastTime[slot];
    }
}
