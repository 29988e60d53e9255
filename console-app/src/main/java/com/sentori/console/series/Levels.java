package com.sentori.console.series;

import com.sentori.console.charts.Samples;
import java.util.Arrays;

/** Extents of whole blocks, kept up as samples come. Guarded by its series. */
final class Levels implements Samples.Extents {
    private double[] min = new double[0];
    private double[] max = new double[0];
    private long[] step = new long[0];
    private int count;

    /** A sample was put at this place. */
    void changed(int at, long[] times, double[] values, int size) {
        int whole = size / BLOCK;
        if (at < size - 1) {
            compute(at / BLOCK, whole, times, values);
        } else if (whole > count) {
            compute(count, whole, times, values);
        }
        count = whole;
    }

    void rebuild(long[] times, double[] values, int size) {
        count = size / BLOCK;
        compute(0, count, times, values);
    }

    long bytes() {
        return 24L * min.length;
    }

    private void compute(int from, int to, long[] times, double[] values) {
        if (to > min.length) {
            int larger = Math.max(to, min.length * 2);
            min = Arrays.copyOf(min, larger);
            max = Arrays.copyOf(max, larger);
            step = Arrays.copyOf(step, larger);
        }
        for (int block = from; block < to; block++) {
            int first = block * BLOCK;
            double least = values[first];
            double most = values[first];
            long longest = first == 0 ? 0 : times[first] - times[first - 1];
            for (int i = first + 1; i < first + BLOCK; i++) {
                least = Math.min(least, values[i]);
                most = Math.max(most, values[i]);
                longest = Math.max(longest, times[i] - times[i - 1]);
            }
            min[block] = least;
            max[block] = most;
            step[block] = longest;
        }
    }

    @Override
    public double min(int block) {
        return min[block];
    }

    @Override
    public double max(int block) {
        return max[block];
    }

    @Override
    public long longestStep(int block) {
        return step[block];
    }

    @Override
    public int count() {
        return count;
    }
}
