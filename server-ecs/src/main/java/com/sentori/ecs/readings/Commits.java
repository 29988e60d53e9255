package com.sentori.ecs.readings;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.json.Timestamps;
import com.sentori.contract.readings.NewReading;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.runs.Lifecycle;
import com.sentori.contract.runs.Runs;
import com.sentori.ecs.runs.RunLock;
import com.sentori.ecs.store.Statements;
import com.sentori.ecs.store.Store;
import com.sentori.ecs.store.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stores requests of a run together, in one transaction under the lock of the run. */
record Commits(Store store, Runs runs, Lifecycle lifecycle) {
    private static final String APPEND = Statements.of(Commits.class, "append");

    /**
     * Stores them in their order, but for those that came after the run's end, and completes each.
     *
     * @throws ContractException RUN_NOT_FOUND or STORE_UNAVAILABLE for all of them
     */
    void commit(UUID id, List<Arrival> group) {
        List<Arrival> stored = new ArrayList<>();
        List<Arrival> late = new ArrayList<>();
        long before = store.transact(sql -> {
            RunLock run = RunLock.take(sql, id).orElseThrow(() -> ContractException.runNotFound(id.toString()));
            group.forEach(
                    arrival -> (run.isRunning(lifecycle, arrival.receivedAt()) ? stored : late).add(arrival));
            if (!stored.isEmpty()) {
                insert(sql, run, stored);
            }
            return run.lastPosition();
        });
        for (Arrival arrival : stored) {
            arrival.outcome().complete(placed(id, before, arrival));
            before += arrival.readings().size();
        }
        if (!late.isEmpty()) {
            runs.find(id.toString()); // ends it, if it has only expired so far
            late.forEach(arrival -> arrival.outcome()
                    .completeExceptionally(ContractException.runNotRunning(id.toString())));
        }
    }

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
