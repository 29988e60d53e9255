package com.sentori.console.runs;

import com.sentori.contract.json.Json;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a run that this process drives: locked until it is closed. Thread-safe. */
final class RunFolder implements AutoCloseable {
    static final String RECORD = "record.json";

    private final Path folder;
    private final FileLock lock;
    private int users = 1;

    RunFolder(Path folder, FileLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Where the readings of a half wait. */
    Path spool(String runId) {
        return folder.resolve("spool-" + runId);
    }

    /** Where the latencies of a half are logged. */
    Path latencies(String runId) {
        return latencies(folder, runId);
    }

    static Path latencies(Path folder, String runId) {
        return folder.resolve("latencies-" + runId + ".hlog");
    }

    /** Where the requests of a half that did not succeed are counted. */
    Path faults(String runId) {
        return faults(folder, runId);
    }

    static Path faults(Path folder, String runId) {
        return folder.resolve("faults-" + runId + ".json");
    }

    /** Writes the record, whole or not at all. */
    synchronized void write(RunRecord record) throws IOException {
        Path draft = Files.createTempFile(folder, "record", ".tmp");
        Files.write(draft, Json.bytes(record));
        Files.move(draft, folder.resolve(RECORD), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Writes how a half ended. */
    synchronized void end(RunRecord.Half half) throws IOException {
        RunRecord before = Json.read(Files.readAllBytes(folder.resolve(RECORD)), RunRecord.class);
        write(before.with(half));
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> inside = Files.walk(folder)) {
            files = inside.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    /** One more uses it; each closes it once. */
    synchronized RunFolder shared() {
        users++;
        return this;
    }

    @Override
    public synchronized void close() throws IOException {
        users--;
        if (users == 0) {
            lock.acquiredBy().close();
            if (!Files.exists(folder.resolve(RECORD))) {
                // Nothing was started.
                delete(folder);
            }
        }
    }
}
