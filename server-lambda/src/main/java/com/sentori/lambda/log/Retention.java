package com.sentori.lambda.log;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a run and all that belongs to it stay in the store. The time is fixed when a run starts and written on each of
 * its items, so that DynamoDB deletes them by itself, at no cost, and all of them from the same second on.
 *
 * @param time after the planned end; null for ever
 */
public record Retention(@Nullable Duration time) {
    /** Nothing is ever deleted. */
    public static final Retention FOR_EVER = new Retention(null);

    /** How far readings may keep a run alive past its planned end before its time is cut short by that. */
    private static final Duration LATE = Duration.ofDays(2);

    /** So many days; 0 for ever. */
    public static Retention ofDays(int days) {
        return days == 0 ? FOR_EVER : new Retention(Duration.ofDays(days));
    }

    /**
     * When DynamoDB may begin to delete a run; null for never.
     *
     * @param startedAt when it started
     * @param seconds its planned length
     */
    public @Nullable Instant until(Instant startedAt, int seconds) {
        return time == null ? null : startedAt.plusSeconds(seconds).plus(LATE).plus(time);
    }
}
