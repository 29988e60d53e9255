package com.sentori.console.history;

import com.sentori.console.backends.Folders;
import com.sentori.console.live.BackendRun;
import com.sentori.contract.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * What the operator noted on runs, in a file of this machine: the newest {@value #MOST} notes. Thread-safe; {@link #read} and {@link #write} wait for the disk.
 */
final class Notes {
    static final int LONGEST = 500;
    private static final int MOST = 2_000;

    private final @Nullable Path file;
    private final Map<String, String> notes = new LinkedHashMap<>();

    /** In this folder; nowhere without one. */
    Notes(@Nullable Path folder) {
        this.file = folder == null ? null : folder.resolve("notes.json");
    }

    /**
     * Reads the file, if there is one; a damaged one is set aside.
     *
     * @throws IOException if it cannot be read
     */
    synchronized Notes read() throws IOException {
        if (file == null || !Files.exists(file)) {
            return this;
        }
        try {
            notes.putAll(Json.MAPPER.readValue(Files.readAllBytes(file),
                    new TypeReference<LinkedHashMap<String, String>>() {
                    }));
            return this;
        } catch (JacksonException | NullPointerException e) {
            Files.move(file, file.resolveSibling("notes-damaged.json"), StandardCopyOption.REPLACE_EXISTING);
            throw new IOException("The notes in " + file + " are damaged.", e);
        }
    }

    /** What was noted on a run; empty without. */
    synchronized String of(BackendRun run) {
        return notes.getOrDefault(key(run), "");
    }

    /** Notes something in place of what was noted; nothing for an empty text. */
    synchronized void put(BackendRun run, String text) {
        String kept = text.strip();
        notes.remove(key(run));
        if (!kept.isEmpty()) {
            notes.put(key(run), kept.substring(0, Math.min(kept.length(), LONGEST)));
        }
        if (notes.size() > MOST) {
            notes.remove(notes.keySet().iterator().next());
        }
    }

    /**
     * Writes the file whole or not at all.
     *
     * @throws IOException if the folder cannot be written
     */
    synchronized Notes write() throws IOException {
        if (file != null) {
            Folders.replace(file, Json.bytes(notes));
        }
        return this;
    }

    private static String key(BackendRun run) {
        return run.store() + "/" + run.run().id();
    }
}
