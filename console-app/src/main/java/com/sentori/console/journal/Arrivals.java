package com.sentori.console.journal;

import java.util.Arrays;

/** Readings of one run in the order in which they came, in columns. Series are numbered within the run. Not thread-safe. */
public final class Arrivals {
    /** A sequence number that a reading does not have. */
    public static final long NO_SEQ = -1;

    private static final int FIRST_CAPACITY = 256;

    private int[] series = new int[FIRST_CAPACITY];
    private long[] times = new long[FIRST_CAPACITY];
    private double[] values = new double[FIRST_CAPACITY];
    private long[] places = new long[FIRST_CAPACITY];
    private long[] seqs = new long[FIRST_CAPACITY];
    private long[] received = new long[FIRST_CAPACITY];
    private int size;

    /** How many there are. */
    public int size() {
        return size;
    }

    /**
     * Adds one behind all others.
     *
     * @param number of its series in the run
     * @param time when it was measured, epoch milliseconds
     * @param place in the run's order of arrival
     * @param seq the sender's count; {@link #NO_SEQ} without
     * @param receivedAt when the backend had it, by the backend's clock, epoch milliseconds
     */
    public void add(int number, long time, double value, long place, long seq, long receivedAt) {
        if (size == times.length) {
            grow();
        }
        series[size] = number;
        times[size] = time;
        values[size] = value;
        places[size] = place;
        seqs[size] = seq;
        received[size] = receivedAt;
        size++;
    }

    private void grow() {
        int room = size * 2;
        series = Arrays.copyOf(series, room);
        times = Arrays.copyOf(times, room);
        values = Arrays.copyOf(values, room);
        places = Arrays.copyOf(places, room);
        seqs = Arrays.copyOf(seqs, room);
        received = Arrays.copyOf(received, room);
    }

    /** The number of a reading's series. */
    public int series(int index) {
        return series[index];
    }

    /** When a reading was measured, epoch milliseconds. */
    public long time(int index) {
        return times[index];
    }

    /** A reading's value. */
    public double value(int index) {
        return values[index];
    }

    /** A reading's place in the run. */
    public long place(int index) {
        return places[index];
    }

    /** A reading's sequence number; {@link #NO_SEQ} without. */
    public long seq(int index) {
        return seqs[index];
    }

    /** When the backend had a reading, by its clock, epoch milliseconds. */
    public long received(int index) {
        return received[index];
    }

    /** Of all. */
    public long firstTime() {
        return Arrays.stream(times, 0, size).min().orElse(Long.MAX_VALUE);
    }

    /** Of all. */
    public long lastTime() {
        return Arrays.stream(times, 0, size).max().orElse(Long.MIN_VALUE);
    }

    /** The highest number of a series of all; -1 without any. */
    public int highestSeries() {
        return Arrays.stream(series, 0, size).max().orElse(-1);
    }

    /** The lowest place of all; the largest number without any. */
    public long firstPlace() {
        return Arrays.stream(places, 0, size).min().orElse(Long.MAX_VALUE);
    }
}
