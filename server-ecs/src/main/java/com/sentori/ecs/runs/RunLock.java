package com.sentori.ecs.runs;

import com.sentori.contract.runs.Lifecycle;
import com.sentori.ecs.store.Statements;
import com.sentori.ecs.store.Times;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A run under its lock, which is held until the transaction ends: ingest and the end of the run take turns.
 *
 * @param id of the run
 * @param lastPosition how many readings it has
 * @param lastArrival when the last one arrived; null without
 * @param ended whether it takes no more
 * @param startedAt when it started
 * @param duration its planned length in seconds
 */
public record RunLock(UUID id, long lastPosition, @Nullable Instant lastArrival, boolean ended, Instant startedAt,
        int duration) {
    private static final String LOCK = Statements.of(RunLock.class, "lock");

    /** Waits for the lock; empty if there is no such run. Only within a transaction. */
    public static Optional<RunLock> take(JdbcClient sql, UUID id) {
        return sql.sql(LOCK)
                .param("id", id)
                .query((row, number) -> new RunLock(id, row.getLong("last_position"),
                        Times.optional(row, "last_arrival"), row.getBoolean("ended"), Times.required(row, "started_at"),
                        row.getInt("duration_seconds")))
                .optional();
    }

    /** Whether it takes readings, or an end, at {@code now}. */
    public boolean isRunning(Lifecycle lifecycle, Instant now) {
        return !ended && !lifecycle.isExpired(startedAt, duration, lastArrival, now);
    }

    /** When it expires if nothing more arrives. */
    Instant expiresAt(Lifecycle lifecycle) {
        return lifecycle.expiresAt(startedAt, duration, lastArrival);
    }
}
