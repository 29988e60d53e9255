package com.sentori.console.charts;

import org.jspecify.annotations.Nullable;

/** Samples of one series, in the order of time. Read by the render thread while others append. */
public interface Samples {
    /** Reads under the series' own lock; the arrays must not be kept. */
    <R extends @Nullable Object> R read(Reader<R> reader);

    /** Grows with every change, so that what did not change need not be drawn again. */
    long version();

    /**
     * Takes a look.
     *
     * @param <R> what it finds
     */
    interface Reader<R extends @Nullable Object> {
        /**
         * Called with the samples as they are.
         *
         * @param times epoch milliseconds, ascending
         * @param values finite
         * @param size how many of both count
         * @param extents smallest and largest values over blocks of samples
         * @param cadence usual milliseconds between two samples; 0 while unknown
         */
        R read(long[] times, double[] values, int size, Extents extents, double cadence);
    }

    /** Smallest and largest values over blocks of {@link #BLOCK} samples, so that a frame need not see each one. */
    interface Extents {
        /** Samples of a block. */
        int BLOCK = 32;

        /** The smallest value of a whole block. */
        double min(int block);

        /** The largest value of a whole block. */
        double max(int block);

        /** The longest time between two samples within the block, and from the one before it. */
        long longestStep(int block);

        /** How many whole blocks there are. */
        int count();
    }
}
