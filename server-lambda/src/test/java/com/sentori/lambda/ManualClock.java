package com.sentori.lambda;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that a test moves. Thread-safe. It begins now and not on a day of the past, because DynamoDB Local goes by the machine's clock when it deletes
 * what has expired.
 */
public final class ManualClock extends Clock {
    private final AtomicReference<Instant> now;

    public ManualClock() {
        this(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    public ManualClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    /** Moves it on. */
    public Instant forward(Duration time) {
        return now.updateAndGet(instant -> instant.plus(time));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("always UTC");
    }
}
