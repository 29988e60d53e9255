package com.sentori.console.simulator;

import java.time.Duration;

/**
 * Times of trouble: in every stretch of {@code every}, with a chance, one of {@code length} at a place of its own.
 *
 * @param every the stretch
 * @param length how long one lasts, at most a stretch
 * @param chance that a stretch has one, 0 to 1
 */
public record Windows(Duration every, Duration length, double chance) {
    /** Checks it. */
    public Windows {
        Check.longerThanNothing("every", every);
        Check.longerThanNothing("length", length);
        Check.that(length.compareTo(every) <= 0, Demand.WINDOW);
        Check.chance("chance", chance);
    }

    /** When the one began that is under way, in seconds since the start; NaN if none is. */
    double begin(Noise noise, double seconds) {
        double stretch = every.toNanos() / 1e9;
        double lasts = length.toNanos() / 1e9;
        long number = (long) StrictMath.floor(seconds / stretch);
        if (noise.unit(2 * number) >= chance) {
            return Double.NaN;
        }
        double begin = number * stretch + noise.unit(2 * number + 1) * (stretch - lasts);
        return seconds >= begin && seconds < begin + lasts ? begin : Double.NaN;
    }
}
