package com.sentori.console.simulator;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sensors that are alike.
 *
 * @param name of the group; its sensors are {@code name-1} and so on
 * @param sensors how many
 * @param rate readings a second of each, of each type
 * @param readings what each measures, in the order in which it is sent
 * @param dropouts times in which a sensor sends nothing; null for none
 * @param duplicates the chance that a reading is sent twice, 0 to 1
 * @param late readings that are sent long after they were taken; null for none
 */
public record Group(String name, int sensors, double rate, List<Signal> readings, @Nullable Windows dropouts,
        double duplicates, @Nullable Late late) {
    /** The most readings a second of one sensor and type. */
    public static final int MAX_RATE = 100;
    /** The most sensors. */
    public static final int MAX_SENSORS = 1_000;
    private static final int LONGEST_NAME = 100;
    private static final double SECONDS_AN_HOUR = 3_600;

    /** Checks it, and keeps its own copy. */
    public Group {
        Check.that(name != null && name.matches("[A-Za-z0-9._-]{1," + LONGEST_NAME + "}"),
                Demand.GROUP_NAME, LONGEST_NAME);
        Check.that(sensors >= 1 && sensors <= MAX_SENSORS, Demand.SENSORS, MAX_SENSORS);
        Check.that(rate <= MAX_RATE && rate * SECONDS_AN_HOUR >= 1,
                Demand.RATE, MAX_RATE);
        Check.that(readings != null && !readings.isEmpty(), Demand.READINGS);
        readings = List.copyOf(readings);
        Check.that(readings.stream().map(Signal::type).distinct().count() == readings.size(),
                Demand.TYPES);
        Check.chance("duplicates", duplicates);
    }

    /** Sensors without faults. */
    static Group of(String name, int sensors, double rate, Signal reading) {
        return new Group(name, sensors, rate, List.of(reading), null, 0, null);
    }

    /** Whether all that is due is sent, once. */
    boolean isFaultless() {
        return dropouts == null && duplicates == 0;
    }

    /**
     * Readings that are sent long after they were taken.
     *
     * @param chance of each reading, 0 to 1
     * @param by at most so much later
     */
    public record Late(double chance, Duration by) {
        private static final Duration LATEST = Duration.ofMinutes(10);

        /** Checks it. */
        public Late {
            Check.chance("chance", chance);
            Check.longerThanNothing("by", by);
            Check.that(by.compareTo(LATEST) <= 0, Demand.LATEST);
        }
    }
}
