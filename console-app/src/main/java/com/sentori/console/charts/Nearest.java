package com.sentori.console.charts;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The sample of a line that lies nearest to a time.
 *
 * @param line the line
 * @param time of the sample, epoch milliseconds
 * @param value of the sample
 */
record Nearest(ChartSeries line, long time, double value) {
    /** Finds it; null if the line has none within its cadence. */
    static @Nullable Nearest of(ChartSeries line, long time) {
        return line.samples().<@Nullable Nearest>read((times, values, size, _, cadence) -> {
            if (size == 0) {
                return null;
            }
            int found = Arrays.binarySearch(times, 0, size, time);
            int after = found < 0 ? Math.min(-found - 1, size - 1) : found;
            int before = Math.max(0, after - 1);
            int best = Math.abs(times[before] - time) < Math.abs(times[after] - time) ? before : after;
            double reach = Math.max(cadence * Raster.GAP_STEPS, 1_000);
            return Math.abs(times[best] - time) > reach ? null : new Nearest(line, times[best], values[best]);
        });
    }
}
