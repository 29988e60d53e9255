package com.sentori.ecs.readings;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.idempotency.AlreadyDone;
import com.sentori.contract.idempotency.IdempotencyKey;
import com.sentori.contract.idempotency.KeptAnswer;
import com.sentori.contract.readings.NewReading;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.runs.Lifecycle;
import com.sentori.contract.runs.Runs;
import com.sentori.ecs.answers.JdbcAnswers;
import com.sentori.ecs.partitions.Partitions;
import com.sentori.ecs.runs.RunLock;
import com.sentori.ecs.store.CopyRows;
import com.sentori.ecs.store.Statements;
import com.sentori.ecs.store.Store;
import com.sentori.ecs.store.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stores requests of a run together, in one transaction under the lock of the run. */
record Commits(Store store, Partitions partitions, Runs runs, Lifecycle lifecycle, Witness witness) {
    private static final int TRIES = 3;
    private static final String ADVANCE = Statements.of(Commits.class, "advance");
    private static final String APPEND = Statements.of(Commits.class, "append");
    private static final int COLUMNS = 8;
    /** What a row takes, with ids of sensors as they usually are; only a guess. */
    private static final int ROW_BYTES = 150;

    /**
     * Stores them in their order, but for those that came after the run's end and those that were done before, and
     * completes each.
     *
     * @throws ContractException RUN_NOT_FOUND or STORE_UNAVAILABLE for all of them
     */
    void commit(UUID id, List<Arrival> group) {
        long began = System.nanoTime();
        Outcome outcome = committed(id, group);
        Duration time = Duration.ofNanos(System.nanoTime() - began);
        outcome.stored.forEach(placed -> placed.arrival.outcome().complete(placed.readings));
        outcome.repeated.forEach(arrival -> arrival.outcome().completeExceptionally(new AlreadyDone()));
        if (!outcome.stored.isEmpty()) {
            witness.committed(outcome.stored.stream().map(Placed::readings).toList(), time);
        }
        if (!outcome.late.isEmpty()) {
            runs.find(id.toString()); // ends it, if it has only expired so far
            outcome.late.forEach(arrival -> arrival.outcome()
                    .completeExceptionally(ContractException.runNotRunning(id.toString())));
        }
    }

    private Outcome committed(UUID id, List<Arrival> group) {
        for (int tries = 1;; tries++) {
            try {
                return store.transact(sql -> store(sql, id, group));
            } catch (AlreadyDone race) {
                // Another run took one of the keys since this one looked, and next time that is seen.
                refuseAfterAll(tries, race);
            } catch (DataIntegrityViolationException homeless) {
                // The table has no other condition that fails: the run's day was dropped, by a task whose clock is days ahead.
                refuseAfterAll(tries, homeless);
                partitions.ensure(id);
            }
        }
    }

    private static void refuseAfterAll(int tries, RuntimeException reason) {
        if (tries == TRIES) {
            throw ContractException.storeUnavailable(reason);
        }
    }

    private Outcome store(JdbcClient sql, UUID id, List<Arrival> group) {
        RunLock run = RunLock.take(sql, id).orElseThrow(() -> ContractException.runNotFound(id.toString()));
        Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Set<String> taken = taken(sql, group);
        List<KeptAnswer> kept = new ArrayList<>();
        long before = run.lastPosition();
        for (Arrival arrival : group) {
            Optional<String> scope = arrival.memo().key().map(IdempotencyKey::scope);
            if (!run.isRunning(lifecycle, arrival.receivedAt())) {
                outcome.late.add(arrival);
            } else if (scope.isPresent() && !taken.add(scope.get())) {
                outcome.repeated.add(arrival);
            } else {
                List<Reading> readings = placed(id, before, arrival);
                outcome.stored.add(new Placed(arrival, readings));
                arrival.memo().of(readings).ifPresent(kept::add);
                before += readings.size();
            }
        }
        if (!outcome.stored.isEmpty()) {
            insert(sql, run, outcome.stored);
            JdbcAnswers.keep(sql, kept, lastOf(group));
        }
        return outcome;
    }

    private static Set<String> taken(JdbcClient sql, List<Arrival> group) {
        List<String> scopes = group.stream()
                .flatMap(arrival -> arrival.memo().key().stream())
                .map(IdempotencyKey::scope)
                .toList();
        return scopes.isEmpty() ? new HashSet<>() : new HashSet<>(JdbcAnswers.taken(sql, scopes, lastOf(group)));
    }

    /**
     * What becomes of a group.
     *
     * @param stored in order
     * @param late those that came after the run's end
     * @param repeated those that were done before
     */
    private record Outcome(List<Placed> stored, List<Arrival> late, List<Arrival> repeated) {}

    private record Placed(Arrival arrival, List<Reading> readings) {}

    private static List<Reading> placed(UUID run, long before, Arrival arrival) {
        List<Reading> placed = new ArrayList<>(arrival.readings().size());
        for (NewReading reading : arrival.readings()) {
            placed.add(Reading.of(run.toString(), before + placed.size() + 1, reading, arrival.receivedAt()));
        }
        return placed;
    }

    private void insert(JdbcClient sql, RunLock run, List<Placed> stored) {
        int count = stored.stream().mapToInt(placed -> placed.readings.size()).sum();
        sql.sql(ADVANCE)
                .param("run", run.id())
                .param("count", count)
                .param("lastArrival", Times.sql(lastOf(stored.stream().map(Placed::arrival).toList())))
                .update();
        CopyRows rows = new CopyRows(count * ROW_BYTES);
        long position = run.lastPosition();
        for (Placed placed : stored) {
            for (NewReading reading : placed.arrival.readings()) {
                position++;
                rows.row(COLUMNS)
                        .uuid(run.id())
                        .bigint(position)
                        .text(reading.sensorId())
                        .text(reading.type())
                        .float8(reading.value())
                        .timestamptz(reading.timestamp())
                        .bigintOrNull(reading.seq())
                        .timestamptz(placed.arrival.receivedAt());
            }
        }
        store.copy(APPEND, rows);
    }

    private static Instant lastOf(List<Arrival> arrivals) {
        return Collections.max(arrivals.stream().map(Arrival::receivedAt).toList());
    }
}
