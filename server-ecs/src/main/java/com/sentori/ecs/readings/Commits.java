package com.sentori.ecs.readings;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.idempotency.AlreadyDone;
import com.sentori.contract.idempotency.IdempotencyKey;
import com.sentori.contract.idempotency.KeptAnswer;
import com.sentori.contract.json.Timestamps;
import com.sentori.contract.readings.NewReading;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.runs.Lifecycle;
import com.sentori.contract.runs.Runs;
import com.sentori.ecs.answers.JdbcAnswers;
import com.sentori.ecs.runs.RunLock;
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
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stores requests of a run together, in one transaction under the lock of the run. */
record Commits(Store store, Runs runs, Lifecycle lifecycle, Witness witness) {
    private static final int TRIES = 3;
    private static final String APPEND = Statements.of(Commits.class, "append");

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
                if (tries == TRIES) {
                    throw ContractException.storeUnavailable(race);
                }
            }
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
            insert(sql, run, outcome.stored.stream().map(Placed::arrival).toList());
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

    private static void insert(JdbcClient sql, RunLock run, List<Arrival> arrivals) {
        List<NewReading> readings = arrivals.stream().flatMap(arrival -> arrival.readings().stream()).toList();
        // One array a column: the statement is the same for any number of rows, and is prepared once.
        sql.sql(APPEND)
                .param("run", run.id())
                .param("before", run.lastPosition())
                .param("count", readings.size())
                .param("lastArrival", Times.sql(lastOf(arrivals)))
                .param("sensorIds", readings.stream().map(NewReading::sensorId).toArray(String[]::new))
                .param("types", readings.stream().map(NewReading::type).toArray(String[]::new))
                .param("values", readings.stream().mapToDouble(NewReading::value).toArray())
                .param("timestamps",
                        readings.stream().map(reading -> Timestamps.write(reading.timestamp())).toArray(String[]::new))
                .param("seqs", readings.stream().map(NewReading::seq).toArray(Long[]::new))
                .param("received", arrivals.stream().flatMap(Commits::receivedTimes).toArray(String[]::new))
                .update();
    }

    private static Instant lastOf(List<Arrival> arrivals) {
        return Collections.max(arrivals.stream().map(Arrival::receivedAt).toList());
    }

    private static Stream<String> receivedTimes(Arrival arrival) {
        return Collections.nCopies(arrival.readings().size(), Timestamps.write(arrival.receivedAt())).stream();
    }
}
