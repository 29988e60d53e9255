package com.sentori.sandbox.cloudwatch;

import com.sentori.sandbox.metrics.Statistic;
import com.sentori.sandbox.metrics.Window;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the two reading operations ask for alike. */
final class Windows {
    private Windows() {}

    /**
     * The time asked for.
     *
     * @throws Fault if it is missing, empty or runs backwards
     */
    static Window of(@Nullable Instant start, @Nullable Instant end, int period) {
        Instant from = Shapes.required("StartTime", start);
        Instant to = Shapes.required("EndTime", end);
        if (!from.isBefore(to)) {
            throw Fault.invalid("The parameter StartTime must be less than the parameter EndTime.");
        }
        // A period that begins within the last, begun second is part of it.
        return new Window(from.getEpochSecond(), to.getEpochSecond() + (to.getNano() > 0 ? 1 : 0), period);
    }

    /**
     * A statistic.
     *
     * @throws Fault if it is not known here
     */
    static Statistic statistic(@Nullable String name) {
        String wanted = Shapes.required("Stat", name);
        return Statistic.named(wanted)
                .orElseThrow(() -> Fault.invalid("The statistic " + wanted + " is not known: "
                        + "there are SampleCount, Average, Sum, Minimum, Maximum and percentiles such as p99.9."));
    }
}
