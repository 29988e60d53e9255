package com.sentori.sandbox.metrics;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Values taken together: number, sum, extremes and, where they are known one by one, how they are spread. Not thread-safe. */
public final class Aggregate {
    private static final int BYTES = 96;
    private static final int BYTES_OF_DISTRIBUTION = 72;
    private static final int BYTES_OF_BIN = 12;

    private double count;
    private double sum;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;
    private @Nullable Distribution distribution = new Distribution();

    /** Of nothing yet. */
    public Aggregate() {}

    /** Of one value. */
    public static Aggregate of(double value) {
        return new Aggregate().add(value, 1);
    }

    /** Of values that are known by their statistics alone: without percentiles, unless all are the same. */
    public static Aggregate of(double count, double sum, double minimum, double maximum) {
        if (minimum == maximum) {
            return new Aggregate().add(minimum, count);
        }
        return restored(count, sum, minimum, maximum, null);
    }

    static Aggregate restored(double count, double sum, double minimum, double maximum,
            @Nullable Distribution distribution) {
        Aggregate aggregate = new Aggregate();
        aggregate.count = count;
        aggregate.sum = sum;
        aggregate.minimum = minimum;
        aggregate.maximum = maximum;
        aggregate.distribution = distribution;
        return aggregate;
    }

    /** Adds a value that came so often. */
    public Aggregate add(double value, double times) {
        count += times;
        sum += value * times;
        minimum = Math.min(minimum, value);
        maximum = Math.max(maximum, value);
        if (value < 0) {
            distribution = null; // CloudWatch has no percentiles of negative values
        } else if (distribution != null) {
            distribution.add(value, times);
        }
        return this;
    }

    /** Adds what another one holds. */
    public Aggregate add(Aggregate other) {
        count += other.count;
        sum += other.sum;
        minimum = Math.min(minimum, other.minimum);
        maximum = Math.max(maximum, other.maximum);
        if (other.distribution == null) {
            distribution = null;
        } else if (distribution != null) {
            distribution.addAll(other.distribution);
        }
        return this;
    }

    /** How many values. */
    public double count() {
        return count;
    }

    /** Their sum. */
    public double sum() {
        return sum;
    }

    /** The smallest. */
    public double minimum() {
        return minimum;
    }

    /** The greatest. */
    public double maximum() {
        return maximum;
    }

    /** Their mean; NaN without any. */
    public double average() {
        return sum / count;
    }

    /**
     * The value which so many percent of the values do not exceed, with the error of the distribution (1 % as a rule); empty where values are
     * negative or known by their statistics alone.
     */
    public OptionalDouble percentile(double percent) {
        if (distribution == null || count == 0) {
            return OptionalDouble.empty();
        }
        if (percent == 0 || percent == 100) {
            return OptionalDouble.of(percent == 0 ? minimum : maximum);
        }
        return OptionalDouble.of(Math.clamp(distribution.at(percent / 100 * count), minimum, maximum));
    }

    @Nullable
    Distribution distribution() {
        return distribution;
    }

    /** About how much memory it takes, in bytes. */
    int bytes() {
        return BYTES + (distribution == null ? 0 : BYTES_OF_DISTRIBUTION + BYTES_OF_BIN * distribution.bins());
    }
}
