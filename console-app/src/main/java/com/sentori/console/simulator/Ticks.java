package com.sentori.console.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * When the sensors of a group are due. A tick is computed from its number alone, so that nothing adds up over a long run; phases
 * are stretches with rates of their own.
 */
final class Ticks {
    private static final double NANOS = 1e9;
    /** Rates are decimal numbers: 0.1 a second for 60 s is six. */
    private static final double ROUNDING = 1e-9;

    private final int sensors;
    private final List<Stretch> stretches = new ArrayList<>();
    private long count;

    Ticks(Group group, List<Phase> phases, Duration duration) {
        sensors = group.sensors();
        long end = Math.max(0, duration.toNanos());
        long begin = 0;
        for (int i = 0; i < phases.size() && begin < end; i++) {
            Phase phase = phases.get(i);
            boolean last = i == phases.size() - 1;
            long until = last ? end : Math.min(end, begin + phase.length().toNanos());
            begin = add(begin, until, group.rate() * phase.rate());
        }
        if (phases.isEmpty()) {
            add(0, end, group.rate());
        }
    }

    private long add(long begin, long end, double rate) {
        stretches.add(new Stretch(begin, rate, count));
        count += (long) Math.floor(rate * (end - begin) / NANOS + ROUNDING);
        return end;
    }

    /** How many there are. */
    long count() {
        return count;
    }

    /** When a sensor's reading is due, in nanoseconds from the start: sensors are spread over the interval. */
    long dueNanos(long tick, int sensor) {
        Stretch at = stretches.getFirst();
        for (Stretch next : stretches) {
            if (next.first > tick) {
                break;
            }
            at = next;
        }
        return at.begin + Math.round((tick - at.first) * (NANOS / at.rate))
                + Math.round(sensor * (NANOS / at.rate) / sensors);
    }

    /** The first tick of a sensor that is due then or later; {@link #count} if none is. */
    long at(long nanos, int sensor) {
        long low = 0;
        long high = count;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (dueNanos(middle, sensor) < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private record Stretch(long begin, double rate, long first) {}
}
