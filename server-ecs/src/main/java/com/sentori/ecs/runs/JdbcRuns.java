package com.sentori.ecs.runs;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.idempotency.KeptAnswer;
import com.sentori.contract.idempotency.Memo;
import com.sentori.contract.json.Timestamps;
import com.sentori.contract.pages.NumberedPage;
import com.sentori.contract.pages.Slice;
import com.sentori.contract.runs.Ending;
import com.sentori.contract.runs.Lifecycle;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.RunParams;
import com.sentori.contract.runs.RunQuery;
import com.sentori.contract.runs.RunStatus;
import com.sentori.contract.runs.Runs;
import com.sentori.contract.runs.StartRequest;
import com.sentori.ecs.answers.JdbcAnswers;
import com.sentori.ecs.partitions.Partitions;
import com.sentori.ecs.store.Statements;
import com.sentori.ecs.store.Store;
import com.sentori.ecs.store.Times;
import java.time.Clock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The runs in PostgreSQL. What is expired is found by comparing clocks, without a lock; only ending it takes
 * the run's lock, and looks again under it. Nobody holds two of those locks but who interrupts all.
 */
public final class JdbcRuns implements Runs {
    private static final String FIND = Statements.of(JdbcRuns.class, "find");
    private static final String RUNNING = Statements.of(JdbcRuns.class, "running");
    private static final String COUNT_RUNNING = Statements.of(JdbcRuns.class, "count-running");
    private static final String NEWEST_FIRST = Statements.of(JdbcRuns.class, "newest-first");
    private static final String COUNT = Statements.of(JdbcRuns.class, "count");
    private static final String RUNNING_IDS = Statements.of(JdbcRuns.class, "running-ids");
    private static final String INSERT = Statements.of(JdbcRuns.class, "insert");
    private static final String END = Statements.of(JdbcRuns.class, "end");
    private static final String FORGET = Statements.of(JdbcRuns.class, "forget");
    private static final int FORGET_STEP = 500;

    private final Store store;
    private final Partitions partitions;
    private final Lifecycle lifecycle;
    private final Clock clock;

    /** The runs of this store. */
    public JdbcRuns(Store store, Lifecycle lifecycle, Clock clock) {
        this.store = store;
        this.partitions = new Partitions(store);
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    @Override
    public int countRunning() {
        Instant now = Timestamps.now(clock);
        List<Boolean> expired = store.ask(sql -> sql.sql(COUNT_RUNNING)
                .query((row, number) -> lifecycle.isExpired(Times.required(row, "started_at"),
                        row.getInt("duration_seconds"), Times.optional(row, "last_arrival"), now))
                .list());
        return expired.contains(true) ? running().size() : expired.size();
    }

    @Override
    public Optional<Run> start(String id, String username, StartRequest request, Instant now, int maxRunning,
            Memo<Run> memo) {
        // Also ends what has expired, before the lock of the starters is taken.
        if (countRunning() >= maxRunning) {
            return Optional.empty();
        }
        partitions.ensure(UUID.fromString(id));
        RunParams params = new RunParams(id, request.sensorIds(), request.duration(), request.interval());
        Run run = new Run(id, username, RunStatus.RUNNING, now, null, null, null, params, request.meta(), null);
        return store.transact(sql -> {
            sql.sql("SELECT only_row FROM store FOR UPDATE").query(Boolean.class).single();
            // A statement after the lock, so that it sees what the last holder started.
            int running = sql.sql("SELECT count(*) FROM runs WHERE status = 'RUNNING'").query(Integer.class).single();
            if (running >= maxRunning) {
                return Optional.empty();
            }
            insert(sql, run);
            keep(sql, memo.of(run), now);
            return Optional.of(run);
        });
    }

    @Override
    public List<Run> running() {
        List<RunRow> rows = store.ask(sql -> sql.sql(RUNNING).query(RunRow::of).list());
        return rows.stream().map(this::current).filter(Run::isRunning).toList();
    }

    @Override
    public Optional<Run> find(String id) {
        UUID key = UUID.fromString(id);
        return store.ask(sql -> find(sql, key)).map(this::current);
    }

    @Override
    public Slice<Run> newestFirst(RunQuery query, @Nullable String after, int limit) {
        endExpired(query);
        RunPlace place = after == null ? RunPlace.NEWEST : RunPlace.parse(after);
        List<RunRow> rows = rows(query, place, limit + 1, 0);
        List<RunRow> wanted = rows.subList(0, Math.min(limit, rows.size()));
        List<Slice.Entry<Run>> entries = new ArrayList<>(wanted.size());
        for (RunRow row : wanted) {
            Run run = current(row);
            if (query.matches(run)) {
                entries.add(new Slice.Entry<>(run, RunPlace.of(run).toString()));
            }
        }
        return new Slice<>(entries,
                rows.size() > limit ? RunPlace.of(wanted.getLast().run()).toString() : null);
    }

    @Override
    public NumberedPage<Run> page(RunQuery query, long number, int size) {
        endExpired(query);
        long total = store.ask(sql -> filtered(sql.sql(COUNT), query)
                .query((row, index) -> row.getLong("total"))
                .single());
        List<Run> content = rows(query, RunPlace.NEWEST, size, number * size).stream().map(this::current).toList();
        return NumberedPage.of(content, total, number, size);
    }

    private List<RunRow> rows(RunQuery query, RunPlace after, int limit, long offset) {
        return store.ask(sql -> filtered(sql.sql(NEWEST_FIRST), query)
                .param("startedAt", after.sqlStartedAt())
                .param("id", after.id())
                .param("limit", limit)
                .param("offset", offset)
                .query(RunRow::of)
                .list());
    }

    /** Whoever asks by status finds each run where it is by now. */
    private void endExpired(RunQuery query) {
        if (query.status() != null) {
            countRunning();
        }
    }

    private static JdbcClient.StatementSpec filtered(JdbcClient.StatementSpec statement, RunQuery query) {
        RunStatus status = query.status();
        return statement.param("status", status == null ? null : status.name())
                .param("username", query.username())
                .param("from", Times.sql(Objects.requireNonNullElse(query.from(), Instant.EPOCH)))
                .param("to", query.to() == null ? OffsetDateTime.MAX : Times.sql(query.to()));
    }

    @Override
    public Run finish(String id, Ending ending, Memo<Run> memo) {
        UUID key = UUID.fromString(id);
        Run run = store.transact(sql -> {
            RunLock lock = RunLock.take(sql, key).orElseThrow(() -> ContractException.runNotFound(id));
            end(sql, lock, ending);
            Run ended = find(sql, key).orElseThrow().run();
            if (Ending.isRepeat(ended, ending)) {
                keep(sql, memo.of(ended), ending.at());
            }
            return ended;
        });
        if (Ending.isRepeat(run, ending)) {
            return run;
        }
        throw ContractException.runNotRunning(id);
    }

    @Override
    public int interruptAll(Instant now, Memo<Integer> memo) {
        return store.transact(sql -> {
            int interrupted = 0;
            // In the order of their ids: two who interrupt all do not wait for each other.
            for (UUID id : sql.sql(RUNNING_IDS).query(JdbcRuns::id).list()) {
                RunLock lock = RunLock.take(sql, id).orElseThrow();
                interrupted += end(sql, lock, Ending.interrupted(now)) ? 1 : 0;
            }
            keep(sql, memo.of(interrupted), now);
            return interrupted;
        });
    }

    /** Deletes the runs that ended before this time: from then on they are not found. Their readings go with their day. */
    public void forget(Instant before) {
        int deleted;
        do {
            deleted = store.ask(sql -> sql.sql(FORGET)
                    .param("edge", Partitions.firstIdAt(before))
                    .param("before", Times.sql(before))
                    .param("most", FORGET_STEP)
                    .update());
        } while (deleted == FORGET_STEP);
    }

    /** The run as it is now: ended in the store if it has expired. */
    private Run current(RunRow row) {
        Instant now = Timestamps.now(clock);
        if (!row.isExpired(lifecycle, now)) {
            return row.run();
        }
        return store.transact(sql -> {
            RunLock lock = RunLock.take(sql, row.id()).orElseThrow();
            if (!lock.ended() && !lock.isRunning(lifecycle, now)) {
                end(sql, row.id(), Ending.timeout(lock.expiresAt(lifecycle)));
            }
            return find(sql, row.id()).orElseThrow().run();
        });
    }

    /** Ends it so, or by its expiry if that came first; whether it ended so. */
    private boolean end(JdbcClient sql, RunLock lock, Ending ending) {
        boolean running = lock.isRunning(lifecycle, ending.at());
        if (running) {
            end(sql, lock.id(), ending);
        } else if (!lock.ended()) {
            end(sql, lock.id(), Ending.timeout(lock.expiresAt(lifecycle)));
        }
        return running;
    }

    private static void keep(JdbcClient sql, Optional<KeptAnswer> answer, Instant now) {
        JdbcAnswers.keep(sql, answer.stream().toList(), now);
    }

    private static UUID id(ResultSet row, int number) throws SQLException {
        return Objects.requireNonNull(row.getObject("id", UUID.class));
    }

    private static Optional<RunRow> find(JdbcClient sql, UUID id) {
        return sql.sql(FIND).param("id", id).query(RunRow::of).optional();
    }

    private static void insert(JdbcClient sql, Run run) {
        sql.sql(INSERT)
                .param("id", UUID.fromString(run.id()))
                .param("username", run.username())
                .param("startedAt", Times.sql(run.startedAt()))
                .param("duration", run.getDuration())
                .param("interval", run.getInterval())
                .param("sensorIds", run.params().sensorIds().toArray(String[]::new))
                .param("meta", run.meta().json())
                .update();
    }

    private static void end(JdbcClient sql, UUID id, Ending ending) {
        sql.sql(END)
                .param("id", id)
                .param("status", ending.status().name())
                .param("at", Times.sql(ending.at()))
                .param("reason", ending.reason().name())
                .param("errorMessage", ending.errorMessage())
                .update();
    }
}
