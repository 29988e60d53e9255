package com.sentori.console.backends;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * All time-outs and pauses of the console's calls.
 *
 * @param connect until a connection must stand
 * @param call until an answer must be complete: longer than any server of ours works at one, so that a time-out means "nobody is at work on it"
 * @param page until a page of a tail must be complete: the cursor keeps the place, so it may be asked for again
 * @param beat between two heartbeats of a watched connection
 * @param answer until a heartbeat must be answered
 * @param silence of a stream that is not alive any more: two of its heartbeats, and a second for the way
 * @param poll between two pages where there is no stream
 * @param firstPause at most before the first new try; doubled with each
 * @param longestPause at most before any
 */
public record Timing(Duration connect, Duration call, Duration page, Duration beat, Duration answer, Duration silence,
        Duration poll, Duration firstPause, Duration longestPause) {
    /** Of the product. */
    public static final Timing STANDARD = new Timing(Duration.ofSeconds(3), Duration.ofSeconds(32),
            Duration.ofSeconds(15), Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(21),
            Duration.ofMillis(200), Duration.ofMillis(300), Duration.ofSeconds(5));

    /** How long a watched connection may keep silent: two beats, for one answer may be slow. */
    public Duration heartbeat() {
        return beat.multipliedBy(2);
    }

    /** How long a stream may keep silent. */
    public Duration streamHeartbeat() {
        return silence.dividedBy(2);
    }

    /**
     * How long to wait before a try: anything from nothing to an end that doubles with every failure, so that consoles which lost a backend at the same moment
     * do not come back at the same moment.
     *
     * @param failures in a row, from 1
     */
    public Duration pause(int failures) {
        long most = Math.min(longestPause.toMillis(), firstPause.toMillis() << Math.min(failures - 1, 16));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most + 1));
    }
}
