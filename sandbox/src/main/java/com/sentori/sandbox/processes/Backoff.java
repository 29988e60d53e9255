package com.sentori.sandbox.processes;

import java.time.Duration;

/** The pauses between restarts: doubled up to ten seconds, short again after a steady while. Not thread-safe. */
public final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration STEADY = Duration.ofSeconds(20);

    private Duration next = FIRST;

    /**
     * The pause before the next start.
     *
     * @param ran how long it had run
     */
    public Duration after(Duration ran) {
        Duration pause = ran.compareTo(STEADY) > 0 ? FIRST : next;
        Duration twice = pause.multipliedBy(2);
        next = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
        return pause;
    }
}
