package com.sentori.console.charts;

import com.sentori.console.charts.Samples.Sample;
import org.jspecify.annotations.Nullable;

/**
 * What a line has at a time: the sample nearest to it, or the gap in which it lies; neither where nothing is near.
 *
 * @param sample null in a gap
 * @param gap null outside
 */
record Reading(@Nullable Sample sample, @Nullable Gap gap) {
    static final Reading NONE = new Reading(null, null);

    static Reading at(Samples samples, long time) {
        Gap gap = gapAt(samples, time);
        return new Reading(gap == null ? Nearest.at(samples, time) : null, gap);
    }

    private static @Nullable Gap gapAt(Samples samples, long time) {
        Sample before = samples.atOrBefore(time);
        Sample after = samples.atOrAfter(time);
        if (before != null && before.time() == time) {
            return null;
        }
        Gap unknown = null;
        if (before != null && after != null) {
            double step = samples.cadenceMillis() * Trace.GAP_STEPS;
            if (after.time() - before.time() <= step) {
                return null;
            }
            unknown = after.time() - before.time() > step ? new Gap(before.time(), after.time(), "") : null;
        }
        return samples.gaps(time, time + 1)
                .stream()
                .filter(gap -> gap.from() < time && gap.to() > time)
                .findFirst()
                .orElse(unknown);
    }
}
