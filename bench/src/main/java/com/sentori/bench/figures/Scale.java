package com.sentori.bench.figures;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param quick whether all of it is to end within a minute
 * @param rounds in which things are measured in turns
 * @param turn how long one is measured in a round
 * @param warmUp how long each is driven before
 */
public record Scale(boolean quick, int rounds, Duration turn, Duration warmUp) {
    /** What the goals are about. */
    public static final Scale FULL = new Scale(false, 5, Duration.ofSeconds(3), Duration.ofSeconds(8));
    /** All of it within a minute. */
    public static final Scale QUICK = new Scale(true, 1, Duration.ofMillis(500), Duration.ofMillis(400));

    /** The size that the goal is about, or a smaller one. */
    public int size(int full, int quickly) {
        return quick ? quickly : full;
    }
}
