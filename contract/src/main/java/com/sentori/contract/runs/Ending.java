package com.sentori.contract.runs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a run ends.
 *
 * @param status a final one
 * @param reason why
 * @param at when
 * @param errorMessage what its client reported; null without
 */
public record Ending(RunStatus status, EndReason reason, Instant at, @Nullable String errorMessage) {
    /** Nobody finished it in time. */
    public static Ending timeout(Instant at) {
        return new Ending(RunStatus.FAILED, EndReason.TIMEOUT, at, null);
    }

    /** An operator stopped it. */
    public static Ending interrupted(Instant at) {
        return new Ending(RunStatus.INTERRUPTED, EndReason.OPERATOR, at, null);
    }

    /** Whether a run that ended so may be asked to end as {@code wanted} once more and answer as before. */
    public static boolean isRepeat(Run ended, Ending wanted) {
        return ended.status() == wanted.status() && ended.endReason() != EndReason.TIMEOUT;
    }
}
