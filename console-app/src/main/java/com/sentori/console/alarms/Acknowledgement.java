package com.sentori.console.alarms;

import java.time.Instant;

/**
 * Somebody has seen an alarm.
 *
 * @param who the operator
 * @param at by this machine's clock
 * @param comment empty without
 */
public record Acknowledgement(String who, Instant at, String comment) {
    /** The longest comment. */
    public static final int LONGEST = 500;

    /** Cuts off what is too long. */
    public Acknowledgement {
        comment = comment.strip();
        comment = comment.substring(0, Math.min(LONGEST, comment.length()));
    }
}
