package com.sentori.ecs.readings;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.json.Timestamps;
import com.sentori.contract.pages.Slice;
import com.sentori.contract.readings.NewReading;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.ReadingQuery;
import com.sentori.contract.readings.Readings;
import com.sentori.contract.runs.Lifecycle;
import com.sentori.contract.runs.Runs;
import com.sentori.ecs.runs.RunLock;
import com.sentori.ecs.store.Statements;
import com.sentori.ecs.store.Store;
import com.sentori.ecs.store.Times;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The readings in PostgreSQL. A batch is one transaction under the lock of its run, which also gives out the
 * numbers; so a number is visible only when all before it are, and a tail that goes by it skips nothing.
 */
public final class JdbcReadings implements Readings {
    private static final String APPEND = Statements.of(JdbcReadings.class, "append");
    private static final String TAIL = Statements.of(JdbcReadings.class, "tail");

    private final Store store;
    private final Runs runs;
    private final Lifecycle lifecycle;
    private final ReadingSearch search;

    /** The readings of this store. */
    public JdbcReadings(Store store, Runs runs, Lifecycle lifecycle) {
        this.store = store;
        this.runs = runs;
        this.lifecycle = lifecycle;
        this.search = new ReadingSearch(store);
    }

    @Override
    public List<Reading> append(String runId, List<NewReading> readings, Instant receivedAt) {
        UUID key = UUID.fromString(runId);
        OptionalLong before = store.transact(sql -> {
            RunLock run = RunLock.take(sql, key).orElseThrow(() -> ContractException.runNotFound(runId));
            if (!run.isRunning(lifecycle, receivedAt)) {
                return OptionalLong.empty();
            }
            insert(sql, run, readings, receivedAt);
            return OptionalLong.of(run.lastPosition());
        });
        if (before.isEmpty()) {
            runs.find(runId); // ends it, if it has only expired so far
            throw ContractException.runNotRunning(runId);
        }
        return IntStream.range(0, readings.size())
                .mapToObj(i -> Reading.of(runId, before.getAsLong() + i + 1, readings.get(i), receivedAt))
                .toList();
    }

    @Override
    public Slice<Reading> tail(String runId, @Nullable String after, int limit) {
        List<ReadingRow> rows = store.ask(sql -> sql.sql(TAIL)
                .param("run", UUID.fromString(runId))
                .param("after", after == null ? 0 : Long.parseLong(after))
                .param("limit", limit + 1)
                .query(ReadingRow::of)
                .list());
        List<Slice.Entry<Reading>> entries = rows.stream()
                .limit(limit)
                .map(row -> new Slice.Entry<>(row.reading(), Long.toString(row.position())))
                .toList();
        return new Slice<>(entries, rows.size() > limit ? entries.getLast().position() : null);
    }

    @Override
    public Slice<Reading> search(ReadingQuery query, @Nullable String after, int limit) {
        return search.find(query, after, limit);
    }

    private static void insert(JdbcClient sql, RunLock run, List<NewReading> readings, Instant receivedAt) {
        // One array a column: the statement is the same for any number of rows, and is prepared once.
        sql.sql(APPEND)
                .param("run", run.id())
                .param("before", run.lastPosition())
                .param("count", readings.size())
                .param("receivedAt", Times.sql(receivedAt))
                .param("sensorIds", readings.stream().map(NewReading::sensorId).toArray(String[]::new))
                .param("types", readings.stream().map(NewReading::type).toArray(String[]::new))
                .param("values", readings.stream().mapToDouble(NewReading::value).toArray())
                .param("timestamps",
                        readings.stream().map(reading -> Timestamps.write(reading.timestamp())).toArray(String[]::new))
                .param("seqs", readings.stream().map(NewReading::seq).toArray(Long[]::new))
                .update();
    }
}
