package com.sentori.ecs.readings;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.idempotency.Memo;
import com.sentori.contract.pages.Slice;
import com.sentori.contract.readings.NewReading;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.ReadingQuery;
import com.sentori.contract.readings.Readings;
import com.sentori.contract.runs.Lifecycle;
import com.sentori.contract.runs.Runs;
import com.sentori.ecs.partitions.Partitions;
import com.sentori.ecs.store.Statements;
import com.sentori.ecs.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The readings in PostgreSQL. They are stored under the lock of their run, which also gives out the
 * numbers; so a number is visible only when all before it are, and a tail that goes by it skips nothing.
 */
public final class JdbcReadings implements Readings {
    private static final String TAIL = Statements.of(JdbcReadings.class, "tail");
    private static final String EXISTS = Statements.of(JdbcReadings.class, "exists");

    private final Store store;
    private final ReadingSearch search;
    private final GroupCommit commits;

    /** The readings of this store, of which any number may wait. */
    public JdbcReadings(Store store, Runs runs, Lifecycle lifecycle) {
        this(store, runs, lifecycle, Integer.MAX_VALUE, Witness.NONE);
    }

    /**
     * The readings of this store.
     *
     * @param mostWaiting readings that may wait for their commit at once; further ones are refused
     * @param witness sees the commits
     */
    public JdbcReadings(Store store, Runs runs, Lifecycle lifecycle, int mostWaiting, Witness witness) {
        this.store = store;
        this.search = new ReadingSearch(store);
        this.commits = new GroupCommit(mostWaiting,
                new Commits(store, new Partitions(store), runs, lifecycle, witness)::commit);
    }

    @Override
    public List<Reading> append(String runId, List<NewReading> readings, Instant receivedAt,
            Memo<List<Reading>> memo) {
        return commits.append(UUID.fromString(runId), new Arrival(readings, receivedAt, memo));
    }

    /** Requests that wait for their commit now. */
    public int waitingRequests() {
        return commits.waitingRequests();
    }

    /** Readings that wait for their commit now. */
    public int waitingReadings() {
        return commits.waitingReadings();
    }

    @Override
    public Slice<Reading> tail(String runId, @Nullable String after, int limit) {
        List<ReadingRow> rows = store.ask(sql -> sql.sql(TAIL)
                .param("run", UUID.fromString(runId))
                .param("after", after == null ? 0 : Long.parseLong(after))
                .param("limit", limit + 1)
                .query(ReadingRow::of)
                .list());
        if (rows.isEmpty()) {
            seeThatItExists(runId);
        }
        List<Slice.Entry<Reading>> entries = rows.stream()
                .limit(limit)
                .map(row -> new Slice.Entry<>(row.reading(), Long.toString(row.position())))
                .toList();
        return new Slice<>(entries, rows.size() > limit ? entries.getLast().position() : null);
    }

    /** No readings may mean that retention has removed the run from under a reader, who must not take it for the end. */
    private void seeThatItExists(String runId) {
        if (store.ask(sql -> sql.sql(EXISTS).param("run", UUID.fromString(runId)).query(Boolean.class).optional())
                .isEmpty()) {
            throw ContractException.runNotFound(runId);
        }
    }

    @Override
    public Slice<Reading> search(ReadingQuery query, @Nullable String after, int limit) {
        return search.find(query, after, limit);
    }
}
