package com.sentori.sandbox.metrics;

import java.util.Arrays;

/**
 * How often which values came, none of them negative, in at most {@value #MAX_BINS} bins whose width grows with the value: a
 * quantile is right to 1 %, or 2, 4, … % where the values spread too far for that (the uniform collapse of UDDSketch, Epicoco et al. 2020).
 * Libraries for it keep dense arrays of a kilobyte and more; here there is one for every minute of every metric. Not thread-safe.
 */
final class Distribution {
    /** Beyond so many neighbours are joined. */
    static final int MAX_BINS = 256;

    private static final double LOG_BASE = Math.log(1.01 / 0.99);
    /** The key of zero, below that of any value. */
    private static final int ZERO = Integer.MIN_VALUE;

    private int level;
    private int size;
    private int[] keys;
    private double[] counts;

    Distribution() {
        this(0, new int[1], new double[1], 0);
    }

    private Distribution(int level, int[] keys, double[] counts, int size) {
        this.level = level;
        this.keys = keys;
        this.counts = counts;
        this.size = size;
    }

    /** As it was stored. */
    static Distribution of(int level, int[] keys, double[] counts) {
        return new Distribution(level, keys.length == 0 ? new int[1] : keys,
                counts.length == 0 ? new double[1] : counts,
                keys.length);
    }

    void add(double value, double count) {
        addKey(value == 0 ? ZERO : collapsed((int) Math.ceil(Math.log(value) / LOG_BASE), level), count);
        shrink();
    }

    void addAll(Distribution other) {
        while (level < other.level) {
            collapse();
        }
        for (int i = 0; i < other.size; i++) {
            addKey(collapsed(other.keys[i], level - other.level), other.counts[i]);
        }
        shrink();
    }

    /** The smallest kept value which so much of the count does not exceed; count must not be 0. */
    double at(double rank) {
        double passed = 0;
        for (int i = 0; i < size; i++) {
            passed += counts[i];
            if (passed >= rank) {
                return value(keys[i]);
            }
        }
        return value(keys[size - 1]);
    }

    int bins() {
        return keys.length;
    }

    int level() {
        return level;
    }

    int[] keys() {
        return Arrays.copyOf(keys, size);
    }

    double[] counts() {
        return Arrays.copyOf(counts, size);
    }

    private double value(int key) {
        double base = Math.exp(LOG_BASE * (1L << level));
        return key == ZERO ? 0 : 2 * Math.exp(LOG_BASE * (1L << level) * key) / (base + 1);
    }

    private void addKey(int key, double count) {
        int at = Arrays.binarySearch(keys, 0, size, key);
        if (at >= 0) {
            counts[at] += count;
            return;
        }
        int place = -at - 1;
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        System.arraycopy(keys, place, keys, place + 1, size - place);
        System.arraycopy(counts, place, counts, place + 1, size - place);
        keys[place] = key;
        counts[place] = count;
        size++;
    }

    private void shrink() {
        while (size > MAX_BINS) {
            collapse();
        }
    }

    private void collapse() {
        level++;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            int key = collapsed(keys[i], 1);
            if (kept > 0 && keys[kept - 1] == key) {
                counts[kept - 1] += counts[i];
            } else {
                keys[kept] = key;
                counts[kept] = counts[i];
                kept++;
            }
        }
        size = kept;
    }

    private static int collapsed(int key, int levels) {
        int result = key;
        for (int i = 0; i < levels && key != ZERO; i++) {
            result = (result + 1) >> 1;
        }
        return result;
    }
}
