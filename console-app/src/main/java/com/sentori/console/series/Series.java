package com.sentori.console.series;

import com.sentori.console.charts.Samples;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One series: times and values in primitive arrays, in the order of time, at most {@code capacity} of them; beyond that
 * the older half is let go of and counted. Thread-safe.
 */
public final class Series implements Samples {
    private static final int FIRST_SIZE = 64;
    /** Weight of a new step in the cadence: a change shows after some ten samples. */
    private static final double LEARN = 0.1;

    private final int capacity;
    private long[] times = new long[FIRST_SIZE];
    private double[] values = new double[FIRST_SIZE];
    private final Levels levels = new Levels();
    private int size;
    private long dropped;
    private double cadence;
    private volatile long version;

    Series(int capacity) {
        this.capacity = capacity;
    }

    /**
     * Adds a sample; one that is older than others goes to its place.
     *
     * @param time epoch milliseconds
     * @param value finite
     */
    public synchronized void append(long time, double value) {
        if (size == times.length) {
            makeRoom();
        }
        int at = size;
        while (at > 0 && times[at - 1] > time) {
            at--;
        }
        if (at < size) {
            System.arraycopy(times, at, times, at + 1, size - at);
            System.arraycopy(values, at, values, at + 1, size - at);
        } else if (size > 0) {
            learn(time - times[size - 1]);
        }
        times[at] = time;
        values[at] = value;
        size++;
        levels.changed(at, times, values, size);
        version++;
    }

    @Override
    public synchronized <R extends @Nullable Object> R read(Reader<R> reader) {
        return reader.read(times, values, size, levels, cadence);
    }

    @Override
    public long version() {
        return version;
    }

    /** The newest sample; null without one. */
    public synchronized @Nullable Sample newest() {
        return size == 0 ? null : new Sample(times[size - 1], values[size - 1]);
    }

    /** Samples that were let go of for want of room. */
    public synchronized long dropped() {
        return dropped;
    }

    /** Bytes that it takes. */
    public synchronized long bytes() {
        return 16L * times.length + levels.bytes();
    }

    private void learn(long step) {
        if (step <= 0) {
            return;
        }
        // A gap is no cadence: a step counts as at most two of the usual ones.
        cadence = cadence == 0 ? step : cadence + LEARN * (Math.min((double) step, 2 * cadence) - cadence);
    }

    private void makeRoom() {
        if (times.length < capacity) {
            int larger = Math.min(capacity, times.length * 2);
            times = Arrays.copyOf(times, larger);
            values = Arrays.copyOf(values, larger);
            return;
        }
        int half = size / 2;
        System.arraycopy(times, half, times, 0, size - half);
        System.arraycopy(values, half, values, 0, size - half);
        size -= half;
        dropped += half;
        levels.rebuild(times, values, size);
    }

    /**
     * One sample.
     *
     * @param time epoch milliseconds
     * @param value finite
     */
    public record Sample(long time, double value) {}
}
