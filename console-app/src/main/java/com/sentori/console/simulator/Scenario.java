package com.sentori.console.simulator;

import com.sentori.contract.readings.IngestRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What sensors do, without a seed.
 *
 * @param name for people, 1 to 60 characters
 * @param groups the sensors
 * @param phases stretches in which all rates differ, in order; empty if they do not
 * @param duration how long a run of it lasts, where nothing else is said
 */
public record Scenario(String name, List<Group> groups, List<Phase> phases, Duration duration) {
    /** The most groups. */
    public static final int MAX_GROUPS = 100;
    private static final Duration STANDARD = Duration.ofMinutes(1);
    private static final int LONGEST_NAME = 60;

    /** Checks it, and keeps its own copies. */
    public Scenario {
        Check.that(name != null && !name.isBlank() && name.length() <= LONGEST_NAME,
                Demand.NAME, LONGEST_NAME);
        Check.that(groups != null && !groups.isEmpty() && groups.size() <= MAX_GROUPS,
                Demand.GROUPS, MAX_GROUPS);
        groups = List.copyOf(groups);
        Check.that(groups.stream().map(Group::name).distinct().count() == groups.size(),
                Demand.GROUP_NAMES);
        phases = List.copyOf(phases);
        double fastest = phases.stream().mapToDouble(Phase::rate).max().orElse(1);
        double rate = groups.stream().mapToDouble(Group::rate).max().orElse(0);
        Check.that(fastest * rate <= Group.MAX_RATE,
                Demand.FASTEST, Group.MAX_RATE);
        Check.longerThanNothing("duration", duration);
    }

    /**
     * A scenario.
     *
     * @param phases null for none
     * @param duration null for that of the phases, or a minute without
     */
    public static Scenario of(String name, List<Group> groups, @Nullable List<Phase> phases,
            @Nullable Duration duration) {
        List<Phase> known = phases == null ? List.of() : phases;
        return new Scenario(name, groups, known, duration == null ? standard(known) : duration);
    }

    /** Sensors {@code sensor-1} and so on, that all do the same. */
    public static Scenario plain(int sensors, double rate, Waveform waveform) {
        Signal reading = Signal.of(IngestRequest.STANDARD_TYPE, waveform.wave(), Waveform.NOISE_AROUND);
        return new Scenario(waveform.name().toLowerCase(Locale.ROOT),
                List.of(Group.of("sensor", sensors, rate, reading)), List.of(), STANDARD);
    }

    /** How many sensors. */
    public int sensors() {
        return groups.stream().mapToInt(Group::sensors).sum();
    }

    private static Duration standard(List<Phase> phases) {
        return phases.isEmpty() ? STANDARD : phases.stream().map(Phase::length).reduce(Duration.ZERO, Duration::plus);
    }
}
