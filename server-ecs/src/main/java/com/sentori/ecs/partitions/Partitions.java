package com.sentori.ecs.partitions;

import com.sentori.ecs.store.Statements;
import com.sentori.ecs.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The partitions of {@code sensor_data}, one for each day (UTC) on which runs have started. None of what is done here lets a reader
 * or a writer wait. Thread-safe; several server tasks may do the same at once.
 *
 * @param store that they are in
 */
public record Partitions(Store store) {
    private static final String ENSURE = Statements.of(Partitions.class, "ensure");
    private static final String OUTLIVED = Statements.of(Partitions.class, "outlived");
    private static final String DETACHED = Statements.of(Partitions.class, "detached");
    /** One task at a time drops; held by the session, because detaching is no part of a transaction. */
    private static final String TRY_TO_DROP = "SELECT pg_try_advisory_lock(hashtext('dropped days of readings'))";
    private static final String DROPPED = "SELECT pg_advisory_unlock(hashtext('dropped days of readings'))";

    /** Sees to it that the readings of this run have a place. */
    public void ensure(UUID run) {
        ensure(Instant.ofEpochMilli(run.getMostSignificantBits() >>> 16));
    }

    /** Sees to it that the runs that start on this day have a place. */
    public void ensure(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        store.ask(sql -> sql.sql(ENSURE).param("day", day).query(Boolean.class).single());
    }

    /**
     * Drops the days before this time of which no run is left. Waits, within the time of a statement, for those who read
     * them; what is not done then is done at the next call.
     */
    public void drop(Instant before) {
        store.hold(sql -> {
            if (sql.sql(TRY_TO_DROP).query(Boolean.class).single()) {
                try {
                    drop(sql, firstIdAt(before));
                } finally {
                    sql.sql(DROPPED).query(Boolean.class).single();
                }
            }
            return true;
        });
    }

    /** The smallest id that a run can have that starts then. */
    public static UUID firstIdAt(Instant time) {
        return new UUID(time.toEpochMilli() << 16, 0);
    }

    private static void drop(JdbcClient sql, UUID edge) {
        List<Outlived> days = sql.sql(OUTLIVED)
                .param("edge", edge)
                .query((row, number) -> new Outlived(row.getString("name"), row.getBoolean("going")))
                .list();
        for (Outlived day : days) {
            // Not a plain DETACH: it would stand in line behind a long reader, and all writers behind it.
            sql.sql("ALTER TABLE sensor_data DETACH PARTITION " + day.name
                    + (day.going ? " FINALIZE" : " CONCURRENTLY")).update();
        }
        for (String name : sql.sql(DETACHED).query(String.class).list()) {
            sql.sql("DROP TABLE " + name).update();
        }
    }

    /**
     * A partition to be dropped.
     *
     * @param going whether its end was begun and broken off
     */
    private record Outlived(String name, boolean going) {}
}
