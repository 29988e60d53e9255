package com.sentori.console.simulator;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A group of a plan: its readings by number, from 0: by tick, then sensor, then type, which is the order in which they are
 * due.
 */
final class Cast {
    private static final double NANOS = 1e9;

    private final Group group;
    private final Ticks ticks;
    private final Noise noise;
    private final int perTick;
    private final List<String> sensorIds;

    Cast(Group group, Ticks ticks, Noise noise) {
        this.group = group;
        this.ticks = ticks;
        this.noise = noise;
        this.perTick = group.sensors() * group.readings().size();
        this.sensorIds = IntStream.range(0, group.sensors()).mapToObj(this::name).toList();
    }

    long count() {
        return ticks.count() * perTick;
    }

    List<String> sensorIds() {
        return sensorIds;
    }

    String sensorId(long number) {
        return sensorIds.get(sensor(number));
    }

    String type(long number) {
        return signal(number).type();
    }

    long dueNanos(long number) {
        return ticks.dueNanos(number / perTick, sensor(number));
    }

    double value(long number) {
        int sensor = sensor(number);
        int type = (int) (number % group.readings().size());
        return signal(number).value(noise.part(sensor).part(type), number / perTick,
                tick -> ticks.dueNanos(tick, sensor) / NANOS,
                seconds -> ticks.at(StrictMath.round(seconds * NANOS), sensor));
    }

    /** How often it is sent: not at all, once, or twice. */
    int copies(long number) {
        if (group.isFaultless()) {
            return 1;
        }
        Noise own = noise.part(sensor(number));
        Windows silent = group.dropouts();
        if (silent != null && !Double.isNaN(silent.begin(own.part(Part.DROPOUT), dueNanos(number) / NANOS))) {
            return 0;
        }
        return own.part(Part.DUPLICATE).unit(number) < group.duplicates() ? 2 : 1;
    }

    /** How long after it is due it is sent, in nanoseconds. */
    long delayNanos(long number) {
        Group.Late late = group.late();
        if (late == null) {
            return 0;
        }
        double drawn = noise.part(sensor(number)).part(Part.LATE).unit(number);
        // What is left of the draw is as even as the draw.
        return drawn < late.chance() ? (long) (drawn / late.chance() * late.by().toNanos()) : 0;
    }

    long longestDelayNanos() {
        Group.Late late = group.late();
        return late == null ? 0 : late.by().toNanos();
    }

    /** The first reading that is due then or later; {@link #count} if none is. */
    long at(long nanos) {
        long low = 0;
        long high = count();
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (dueNanos(middle) < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int sensor(long number) {
        return (int) (number / group.readings().size() % group.sensors());
    }

    private Signal signal(long number) {
        return group.readings().get((int) (number % group.readings().size()));
    }

    private String name(int sensor) {
        return group.name() + "-" + (sensor + 1);
    }
}
