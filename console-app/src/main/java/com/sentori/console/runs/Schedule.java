package com.sentori.console.runs;

import com.sentori.console.simulator.SensorPlan;
import java.util.concurrent.TimeUnit;

/** The times of a plan as backends keep them: in whole milliseconds, so that what is sent comes back as it was. */
final class Schedule {
    private Schedule() {}

    /** When a reading is due, from the start. */
    static long millis(SensorPlan plan, long seq) {
        return TimeUnit.NANOSECONDS.toMillis(plan.dueNanos(seq));
    }
}
