package com.sentori.console.runs;

import com.sentori.console.backends.BackendException;
import java.util.HashMap;
import java.util.Map;

/** How many requests did not succeed, by what went wrong. Thread-safe. */
public final class Faults {
    private final Map<Failure, Long> counts = new HashMap<>();

    Faults() {}

    synchronized void add(BackendException fault) {
        counts.merge(new Failure(fault.kind(), fault.status()), 1L, Long::sum);
    }

    synchronized Map<Failure, Long> counts() {
        return Map.copyOf(counts);
    }

    /**
     * What went wrong.
     *
     * @param status of HTTP; 0 where there was no answer
     */
    public record Failure(BackendException.Kind kind, int status) {
        /** As results name it. */
        @Override
        public String toString() {
            return status == 0 ? kind.name() : kind.name() + " " + status;
        }
    }
}
