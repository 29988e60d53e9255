package com.sentori.ecs.readings;

import com.sentori.contract.idempotency.Memo;
import com.sentori.contract.readings.NewReading;
import com.sentori.contract.readings.Reading;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One request's readings on their way into the store.
 *
 * @param readings of one run
 * @param receivedAt when they arrived
 * @param memo what is kept with them
 * @param outcome them as stored, after their commit, or why they are not
 */
record Arrival(List<NewReading> readings, Instant receivedAt, Memo<List<Reading>> memo,
        CompletableFuture<List<Reading>> outcome) {
    Arrival(List<NewReading> readings, Instant receivedAt, Memo<List<Reading>> memo) {
        this(readings, receivedAt, memo, new CompletableFuture<>());
    }
}
