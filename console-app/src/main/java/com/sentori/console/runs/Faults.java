package com.sentori.console.runs;

import com.sentori.console.backends.BackendException;
import java.util.Map;
import java.util.TreeMap;

/** How many requests did not succeed, by what went wrong: the kind, and the HTTP status where there was an answer. Thread-safe. */
final class Faults {
    private final Map<String, Long> counts = new TreeMap<>();

    synchronized void add(BackendException fault) {
        String status = fault.status() == 0 ? "" : " " + fault.status();
        counts.merge(fault.kind().name() + status, 1L, Long::sum);
    }

    synchronized Map<String, Long> counts() {
        return Map.copyOf(counts);
    }
}
