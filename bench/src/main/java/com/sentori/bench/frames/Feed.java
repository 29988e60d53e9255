package com.sentori.bench.frames;

import java.util.SplittableRandom;

/** Uniform noise over half of the range 0..1, ten samples a second for each of many series, whose beats lie evenly beside each other. */
final class Feed {
    static final long STEP_MILLIS = 100;

    private final SplittableRandom noise = new SplittableRandom(1);
    private final int series;
    private final long begin;
    private final long[] given;

    /** Of series that had {@code before} samples each until {@code now}, epoch milliseconds. */
    Feed(int series, int before, long now) {
        this.series = series;
        this.begin = now - before * STEP_MILLIS;
        this.given = new long[series];
    }

    /** Takes a sample of a series. */
    @FunctionalInterface
    interface Taker {
        void take(int series, long time, double value);
    }

    /** Gives all samples that are due by now and were not given yet. */
    void until(long now, Taker taker) {
        for (int i = 0; i < series; i++) {
            long offset = begin + i * STEP_MILLIS / series;
            for (long time = offset + given[i] * STEP_MILLIS; time <= now; time += STEP_MILLIS) {
                given[i]++;
                taker.take(i, time, 0.25 + 0.5 * noise.nextDouble());
            }
        }
    }
}
