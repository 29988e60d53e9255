package com.sentori.console.terraform;

import com.sentori.console.backends.Folders;
import com.sentori.contract.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** What was applied from this machine, by the window and by commands: the newest {@value #MOST}, in a file that charts take their marks from. Thread-safe; waits for the disk. */
public final class Applies {
    private static final String FILE = "applies.json";
    private static final int MOST = 200;
    private static final int LONGEST_REASON = 300;

    private final @Nullable Path file;

    /** In this folder; nowhere without one. */
    public Applies(@Nullable Path folder) {
        this.file = folder == null ? null : folder.resolve(FILE);
    }

    /**
     * One apply.
     *
     * @param at when it began
     * @param environment its name
     * @param backend the name of the backend that it may have touched; null without
     * @param reason why it was done while runs were running; empty while none were
     */
    public record Entry(Instant at, String environment, @Nullable String backend, String reason) {}

    /** All, the oldest first; none if they cannot be read, and then the file is set aside. */
    public synchronized List<Entry> all() throws IOException {
        if (file == null || !Files.exists(file)) {
            return List.of();
        }
        try {
            return Json.MAPPER.readValue(Files.readAllBytes(file), new TypeReference<List<Entry>>() {
            });
        } catch (JacksonException e) {
            Files.move(file, file.resolveSibling("applies-damaged.json"), StandardCopyOption.REPLACE_EXISTING);
            return List.of();
        }
    }

    /** Takes one up. */
    public synchronized void add(Entry entry) throws IOException {
        if (file == null) {
            return;
        }
        String reason = entry.reason().strip();
        List<Entry> all = new ArrayList<>(all());
        all.add(new Entry(entry.at(), entry.environment(), entry.backend(),
                reason.substring(0, Math.min(reason.length(), LONGEST_REASON))));
        Folders.replace(file, Json.bytes(all.subList(Math.max(0, all.size() - MOST), all.size())));
    }
}
