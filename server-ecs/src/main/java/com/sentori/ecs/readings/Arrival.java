package com.sentori.ecs.readings;

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
 * @param outcome them as stored, after their commit, or why they are not
 */
record Arrival(List<NewReading> readings, Instant receivedAt, CompletableFuture<List<Reading>> outcome) {
    Arrival(List<NewReading> readings, Instant receivedAt) {
        this(readings, receivedAt, new CompletableFuture<>());
    }
}
