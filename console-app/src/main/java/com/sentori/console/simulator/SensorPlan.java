package com.sentori.console.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to be emitted: a scenario, for so long, from a seed. Every reading has a number, its {@code seq}, and everything about it
 * follows from the number: any of them can be had without those before it, on any machine the same, bit for bit. Numbers count from
 * 0 through the first group, then the second, and so on; within a group they are in the order of time. Thread-safe.
 */
public final class SensorPlan {
    private static final long UNKNOWN = -1;

    private final Scenario scenario;
    private final Duration duration;
    private final long seed;
    private final List<Cast> casts = new ArrayList<>();
    private final long count;
    private volatile long total = UNKNOWN;

    /**
     * A plan.
     *
     * @param duration how long
     * @param seed same seed, same values
     */
    public SensorPlan(Scenario scenario, Duration duration, long seed) {
        this.scenario = scenario;
        this.duration = duration;
        this.seed = seed;
        Noise noise = Noise.of(seed);
        for (Group group : scenario.groups()) {
            casts.add(new Cast(group, new Ticks(group, scenario.phases(), duration), noise.part(casts.size())));
        }
        this.count = casts.stream().mapToLong(Cast::count).sum();
    }

    /** Sensors that all do the same. */
    public SensorPlan(int sensors, double rate, Duration duration, Waveform waveform, long seed) {
        this(Scenario.plain(sensors, rate, waveform), duration, seed);
    }

    /** What the sensors do. */
    public Scenario scenario() {
        return scenario;
    }

    /** How long. */
    public Duration duration() {
        return duration;
    }

    /** Same seed, same values. */
    public long seed() {
        return seed;
    }

    /** The names of all sensors. */
    public List<String> sensorIds() {
        return casts.stream().flatMap(cast -> cast.sensorIds().stream()).toList();
    }

    /** How many numbers there are. Sensors that drop out leave some of them out. */
    public long count() {
        return count;
    }

    /** How many readings are sent if all goes well: without those left out, with those sent twice. Takes a while the first time. */
    public long total() {
        if (total == UNKNOWN) {
            total = scenario.groups().stream().allMatch(Group::isFaultless) ? count : countAll();
        }
        return total;
    }

    private long countAll() {
        long sum = 0;
        for (Cast cast : casts) {
            for (long number = 0; number < cast.count(); number++) {
                sum += cast.copies(number);
            }
        }
        return sum;
    }

    /** Readings a second, on average. */
    public double perSecond() {
        return count / (duration.toNanos() / 1e9);
    }

    /** All that is emitted, in order; after one that has left already, or from the first. */
    public Emissions emissions(@Nullable Emission last) {
        return new Emissions(casts, last);
    }

    /** The sensor of a reading. */
    public String sensorId(long seq) {
        return in(seq, Cast::sensorId);
    }

    /** The type of a reading. */
    public String type(long seq) {
        return in(seq, Cast::type);
    }

    /** The value of a reading. */
    public double value(long seq) {
        return in(seq, Cast::value);
    }

    /** When a reading is due, in nanoseconds from the start. */
    public long dueNanos(long seq) {
        return in(seq, Cast::dueNanos);
    }

    /** How often a reading is sent: not at all, once, or twice. */
    public int copies(long seq) {
        return in(seq, Cast::copies);
    }

    private <T> T in(long seq, Trait<T> trait) {
        long number = seq;
        for (Cast cast : casts) {
            if (number < cast.count()) {
                return trait.of(cast, number);
            }
            number -= cast.count();
        }
        throw new IndexOutOfBoundsException(seq);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SensorPlan plan && seed == plan.seed && duration.equals(plan.duration)
                && scenario.equals(plan.scenario);
    }

    @Override
    public int hashCode() {
        return Objects.hash(scenario, duration, seed);
    }

    @Override
    public String toString() {
        return scenario.name() + " for " + duration + ", seed " + seed;
    }

    /** Something about a reading of a group. */
    private interface Trait<T> {
        T of(Cast cast, long number);
    }
}
