package com.sentori.console.boards;

import com.sentori.console.charts.ForwardingSamples;
import com.sentori.console.charts.Gap;
import com.sentori.console.charts.MemorySamples;
import com.sentori.console.charts.Samples;
import com.sentori.console.dashboards.Content.Curve;
import java.util.ArrayList;
import java.util.List;

/**
 * The points of a curve in its unit. Where a point is missing the line breaks: of an answer it is known how far apart points have to be.
 *
 * @param inner the points
 * @param step how far apart they are to be, in milliseconds
 * @param breaks where points are missing
 * @param stale whether the answer is old
 */
record PanelSamples(Samples inner, long step, List<Gap> breaks, boolean stale) implements ForwardingSamples {
    private static final double JITTER = 1.5;

    static PanelSamples of(Curve curve, long step, boolean stale) {
        MemorySamples points = new MemorySamples();
        List<Gap> breaks = new ArrayList<>();
        long[] times = curve.drawn().times();
        long before = Samples.NONE;
        for (int i = 0; i < times.length; i++) {
            double value = curve.drawn().values()[i] / curve.size();
            if (!Double.isFinite(value) || (before != Samples.NONE && times[i] < before)) {
                continue;
            }
            if (before != Samples.NONE && times[i] - before > step * JITTER) {
                breaks.add(new Gap(before, times[i], ""));
            }
            points.append(times[i], value);
            before = times[i];
        }
        return new PanelSamples(points, step, breaks, stale);
    }

    @Override
    public double cadenceMillis() {
        return step;
    }

    @Override
    public List<Gap> gaps(long from, long to) {
        return breaks.stream().filter(each -> each.from() < to && each.to() > from).toList();
    }
}
