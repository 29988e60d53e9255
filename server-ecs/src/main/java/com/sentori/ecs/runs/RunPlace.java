package com.sentori.ecs.runs;

import com.sentori.contract.runs.Run;
import com.sentori.ecs.store.Times;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place in the order of runs, newest first: by start, then id. As text: {@code epochMillis:id}.
 *
 * @param startedAt start of the run there; null for the place before all
 * @param id of the run there
 */
public record RunPlace(@Nullable Instant startedAt, UUID id) {
    /** Before all runs. */
    public static final RunPlace NEWEST = new RunPlace(null, new UUID(-1, -1));

    /** Where a run stands. */
    static RunPlace of(Run run) {
        return new RunPlace(run.startedAt(), UUID.fromString(run.id()));
    }

    /** Reads back what {@link #toString} wrote. */
    public static RunPlace parse(String text) {
        int colon = text.indexOf(':');
        return new RunPlace(Instant.ofEpochMilli(Long.parseLong(text.substring(0, colon))),
                UUID.fromString(text.substring(colon + 1)));
    }

    /** For a statement; before all runs it is infinity. */
    public OffsetDateTime sqlStartedAt() {
        return startedAt == null ? OffsetDateTime.MAX : Times.sql(startedAt);
    }

    @Override
    public String toString() {
        return (startedAt == null ? Instant.MAX : startedAt).toEpochMilli() + ":" + id;
    }
}
