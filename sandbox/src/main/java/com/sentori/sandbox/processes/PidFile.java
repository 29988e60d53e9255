package com.sentori.sandbox.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * A file that names a process by its id, its start and its program, so that a later owner finds what an earlier one
 * left behind and does not end a stranger that got the same id.
 *
 * @param file where
 */
public record PidFile(Path file) {
    /** Notes a process. */
    public void write(ProcessHandle process) throws IOException {
        ProcessHandle.Info info = process.info();
        Files.writeString(file, process.pid() + "\n" + info.startInstant().map(Instant::toString).orElse("") + "\n"
                + info.command().orElse("") + "\n");
    }

    /** Forgets it. */
    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /** The process that the file names, if it still runs. */
    public Optional<ProcessHandle> find() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 3 || !lines.get(0).matches("[0-9]{1,18}")) {
            return Optional.empty(); // its writer was killed while it wrote
        }
        Instant start;
        try {
            start = Instant.parse(lines.get(1));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
        return Processes.find(Long.parseLong(lines.get(0)), start, lines.get(2)::equals);
    }

    /** Ends the process that the file names if it still runs, and forgets it. */
    public void stopOrphan(String what) throws IOException {
        Optional<ProcessHandle> orphan = find();
        if (orphan.isPresent()) {
            Processes.stopOrphan(what, orphan.get());
        }
        delete();
    }
}
