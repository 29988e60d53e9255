package com.sentori.console.alarms;

import com.sentori.console.thresholds.Severity;
import java.time.Instant;

/**
 * Something that became of an alarm, for the log.
 *
 * @param at by this machine's clock
 * @param what became of it
 * @param key which alarm
 * @param name of its rule
 * @param severity that it had
 * @param value its figure then
 * @param who did it; empty where nobody did
 * @param comment of who did it; empty without
 */
public record Entry(Instant at, What what, Key key, String name, Severity severity, double value, String who,
        String comment) {
    /** What became of it. */
    public enum What {
        /** It was raised, or got worse. */
        RAISED,
        /** What it is about is good again. */
        CLEARED,
        /** Somebody has seen it. */
        ACKNOWLEDGED,
        /** It keeps quiet for a time. */
        SHELVED,
        /** It does not any more. */
        UNSHELVED,
        /** Its run has ended, or its rule is gone. */
        OVER
    }
}
