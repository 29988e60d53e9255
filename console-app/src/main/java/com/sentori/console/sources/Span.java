package com.sentori.console.sources;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time, and how far apart the points of an answer shall lie.
 *
 * @param from its begin
 * @param to its end, later than that
 * @param step at least a second
 */
public record Span(Instant from, Instant to, Duration step) {
    /** Refuses one that runs backwards. */
    public Span {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A span ends after it begins.");
        }
        if (step.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("Points lie at least a second apart.");
        }
    }

    /** The time before a moment. */
    public static Span before(Instant end, Duration length, Duration step) {
        return new Span(end.minus(length), end, step);
    }

    /** The same with its begin on a multiple of the step since the epoch, so that points stay where they are from one question to the next. */
    public Span aligned() {
        long millis = step.toMillis();
        return new Span(Instant.ofEpochMilli(Math.floorDiv(from.toEpochMilli(), millis) * millis), to, step);
    }
}
