package com.sentori.contract.runs;

import java.time.Instant;

/**
 * What interrupt-all did.
 *
 * @param interrupted how many runs it ended
 * @param message a sentence for people
 * @param timestamp when
 */
public record Interrupted(int interrupted, String message, Instant timestamp) {
    /** Of so many. */
    public static Interrupted of(int count, Instant at) {
        return new Interrupted(count, switch (count) {
            case 0 -> "No run was running.";
            case 1 -> "1 run was interrupted.";
            default -> count + " runs were interrupted.";
        }, at);
    }
}
