package com.sentori.console.charts;

import com.sentori.console.charts.Samples.Sample;
import org.jspecify.annotations.Nullable;

/**
 * A sample of a line that lies near a place.
 *
 * @param line the line
 * @param sample its sample
 */
record Nearest(ChartSeries line, Sample sample) {
    /** A line without a known cadence is taken to have a sample at least this often. */
    private static final double REACH_MILLIS = 1_000;

    /** Of each line the sample nearest in time, of these the nearest in height; null if no line has one near. Columns and rows of the frame. */
    static @Nullable Nearest of(Frame frame, double x, double y) {
        long time = Math.round(frame.time(x));
        Nearest best = null;
        double distance = Double.POSITIVE_INFINITY;
        for (Frame.Line line : frame.lines()) {
            Sample sample = at(line.series().samples(), time);
            if (sample == null || (line.argb() >>> 24 < 128 && best != null)) {
                continue;
            }
            double away = Math.abs(frame.y(line, sample.value()) - y);
            if (away <= distance) {
                distance = away;
                best = new Nearest(line.series(), sample);
            }
        }
        return best;
    }

    /** The sample nearest to a time; null if none is near. */
    static @Nullable Sample at(Samples samples, long time) {
        Sample before = samples.atOrBefore(time);
        Sample after = samples.atOrAfter(time);
        Sample best = before == null || (after != null && after.time() - time < time - before.time()) ? after : before;
        double cadence = samples.cadenceMillis();
        double reach = Math.max(Double.isNaN(cadence) ? 0 : cadence * Trace.GAP_STEPS, REACH_MILLIS);
        return best == null || Math.abs(best.time() - time) > reach ? null : best;
    }
}
