package com.sentori.contract.runs;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a run that nobody finishes expires. Stores apply it under their own lock, on every read and write
 * that meets the run: an expired run is ended with {@link Ending#timeout} at {@link #expiresAt} before
 * anyone sees it.
 *
 * @param grace how long after its planned end, or its last reading, a run may stay RUNNING
 */
public record Lifecycle(Duration grace) {
    /** Where nothing else is configured: two minutes. */
    public static final Duration STANDARD_GRACE = Duration.ofMinutes(2);

    /**
     * The instant from which the run counts as ended.
     *
     * @param startedAt when it started
     * @param durationSeconds its planned length
     * @param lastArrival when its last reading arrived, by the server's clock; null without readings
     */
    public Instant expiresAt(Instant startedAt, int durationSeconds, @Nullable Instant lastArrival) {
        Instant planned = startedAt.plusSeconds(durationSeconds);
        Instant last = lastArrival != null && lastArrival.isAfter(planned) ? lastArrival : planned;
        return last.plus(grace);
    }

    /** Whether the run counts as ended at {@code now}. */
    public boolean isExpired(Instant startedAt, int durationSeconds, @Nullable Instant lastArrival, Instant now) {
        return !now.isBefore(expiresAt(startedAt, durationSeconds, lastArrival));
    }
}
