package com.sentori.console.runs;

import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.Folders;
import com.sentori.contract.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;

/** How many requests did not succeed, by what went wrong; kept in a file from the first on, and gone on with. Thread-safe. */
public final class Faults {
    private final Path file;
    private final Map<Failure, Long> counts;

    /** After what the file holds already, which counts. */
    Faults(Path file) {
        this.file = file;
        this.counts = new HashMap<>(read(file));
    }

    synchronized void add(BackendException fault) {
        counts.merge(new Failure(fault.kind(), fault.status()), 1L, Long::sum);
        List<Kept> all = counts.entrySet().stream().map(one -> new Kept(one.getKey(), one.getValue())).toList();
        try {
            Folders.replace(file, Json.bytes(all));
        } catch (IOException e) {
            // The next one is written with it; a disk that takes nothing ends the run by its spool.
        }
    }

    synchronized Map<Failure, Long> counts() {
        return Map.copyOf(counts);
    }

    /** What a file holds; nothing without one. */
    static Map<Failure, Long> read(Path file) {
        Map<Failure, Long> counts = new HashMap<>();
        if (Files.exists(file)) {
            try {
                for (Kept kept : Json.read(Files.readAllBytes(file), Kept[].class)) {
                    counts.put(kept.failure, kept.count);
                }
            } catch (IOException | JacksonException | NullPointerException e) {
                // Of another version of the console.
            }
        }
        return counts;
    }

    private record Kept(Failure failure, long count) {}

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
