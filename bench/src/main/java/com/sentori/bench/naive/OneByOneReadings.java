package com.sentori.bench.naive;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.idempotency.Memo;
import com.sentori.contract.pages.Slice;
import com.sentori.contract.readings.NewReading;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.ReadingQuery;
import com.sentori.contract.readings.Readings;
import com.sentori.ecs.store.Statements;
import com.sentori.ecs.store.Store;
import com.sentori.ecs.store.Times;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sees that the run is running, inserts a row for the reading, commits. No lock of the run, no number in the order of the
 * commits, no key: it does less than the contract asks for, and is faster than what would do it all in this way.
 */
record OneByOneReadings(Store store) implements Readings {
    private static final String RUNNING = Statements.of(OneByOneReadings.class, "running");
    private static final String INSERT = Statements.of(OneByOneReadings.class, "insert");

    OneByOneReadings {
        store.ask(sql -> sql.sql(Statements.of(OneByOneReadings.class, "table")).update());
    }

    @Override
    public List<Reading> append(String runId, List<NewReading> readings, Instant receivedAt,
            Memo<List<Reading>> memo) {
        UUID run = UUID.fromString(runId);
        return store.transact(sql -> {
            if (sql.sql(RUNNING).param("run", run).query(Boolean.class).optional().isEmpty()) {
                throw ContractException.runNotFound(runId);
            }
            for (NewReading reading : readings) {
                sql.sql(INSERT)
                        .param("run", run)
                        .param("sensorId", reading.sensorId())
                        .param("type", reading.type())
                        .param("value", reading.value())
                        .param("timestamp", Times.sql(reading.timestamp()))
                        .param("seq", reading.seq())
                        .param("received", Times.sql(receivedAt))
                        .update();
            }
            return IntStream.range(0, readings.size())
                    .mapToObj(i -> Reading.of(runId, i + 1L, readings.get(i), receivedAt))
                    .toList();
        });
    }

    @Override
    public Slice<Reading> tail(String runId, @Nullable String after, int limit) {
        return new Slice<>(List.of(), null);
    }

    @Override
    public Slice<Reading> search(ReadingQuery query, @Nullable String after, int limit) {
        return new Slice<>(List.of(), null);
    }
}
