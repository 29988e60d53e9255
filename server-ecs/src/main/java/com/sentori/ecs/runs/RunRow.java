package com.sentori.ecs.runs;

import com.sentori.contract.runs.EndReason;
import com.sentori.contract.runs.Lifecycle;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.RunParams;
import com.sentori.contract.runs.RunStatus;
import com.sentori.ecs.store.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as a query found it, perhaps expired by now.
 *
 * @param run as stored
 * @param lastArrival of a reading; null without
 */
record RunRow(Run run, @Nullable Instant lastArrival) {
    static RunRow of(ResultSet row, int number) throws SQLException {
        String id = row.getString("id");
        String reason = row.getString("end_reason");
        RunParams params = new RunParams(id, List.of((String[]) row.getArray("sensor_ids").getArray()),
                row.getInt("duration_seconds"), row.getInt("interval_seconds"));
        Run run = new Run(id, row.getString("username"), RunStatus.valueOf(row.getString("status")),
                Times.required(row, "started_at"), Times.optional(row, "finished_at"),
                reason == null ? null : EndReason.valueOf(reason), row.getString("error_message"), params,
                new Meta(row.getString("meta")), null);
        return new RunRow(run, Times.optional(row, "last_arrival"));
    }

    UUID id() {
        return UUID.fromString(run.id());
    }

    boolean isExpired(Lifecycle lifecycle, Instant now) {
        return run.isRunning() && lifecycle.isExpired(run.startedAt(), run.getDuration(), lastArrival, now);
    }
}
