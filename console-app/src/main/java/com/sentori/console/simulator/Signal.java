package com.sentori.console.simulator;

import com.sentori.console.simulator.Wave.Moment;
import java.util.function.DoubleToLongFunction;
import java.util.function.LongToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a sensor measures of one type.
 *
 * @param type what is measured
 * @param wave the shape of the values
 * @param noise the standard deviation of what is added to each
 * @param drift what is added an hour
 * @param spikes single values that are far off; null for none
 * @param stuck times in which the value stays as it is; null for none
 */
public record Signal(String type, Wave wave, double noise, double drift, @Nullable Spikes spikes,
        @Nullable Windows stuck) {
    private static final double SECONDS_AN_HOUR = 3_600;
    private static final double DIGITS = 1_000;

    /** Checks it. */
    public Signal {
        Check.that(type != null && !type.isBlank() && type.length() <= 64, Demand.TYPE);
        Check.that(wave != null, Demand.WAVE);
        Check.that(noise >= 0 && Double.isFinite(noise), Demand.NOISE);
        Check.finite("drift", drift);
    }

    /** A wave with a little noise. */
    static Signal of(String type, Wave wave, double noise) {
        return new Signal(type, wave, noise, 0, null, null);
    }

    /**
     * The value of a reading, with three decimals.
     *
     * @param own the randomness of the sensor and the type
     * @param tick which of the sensor's readings
     * @param due when a tick is, in seconds since the start
     * @param tickAt the first tick at a time or after it
     */
    double value(Noise own, long tick, LongToDoubleFunction due, DoubleToLongFunction tickAt) {
        long at = tick;
        double seconds = due.applyAsDouble(at);
        double frozen = stuck == null ? Double.NaN : stuck.begin(own.part(Part.STUCK), seconds);
        if (!Double.isNaN(frozen)) {
            at = StrictMath.min(tick, tickAt.applyAsLong(frozen));
            seconds = due.applyAsDouble(at);
        }
        double value = wave.at(new Moment(seconds, at, own)) + drift * seconds / SECONDS_AN_HOUR;
        if (noise > 0) {
            value += noise * own.part(Part.JITTER).normal(at);
        }
        if (spikes != null) {
            value += spikes.at(own.part(Part.SPIKE), at);
        }
        return StrictMath.round(value * DIGITS) / DIGITS;
    }

    /**
     * Single values that are far off.
     *
     * @param chance of each reading, 0 to 1
     * @param height how far off, up or down
     */
    public record Spikes(double chance, double height) {
        /** Checks it. */
        public Spikes {
            Check.chance("chance", chance);
            Check.finite("height", height);
        }

        double at(Noise noise, long tick) {
            double drawn = noise.unit(tick);
            if (drawn >= chance) {
                return 0;
            }
            return drawn < chance / 2 ? -height : height;
        }
    }
}
