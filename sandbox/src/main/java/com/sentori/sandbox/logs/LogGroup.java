package com.sentori.sandbox.logs;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** The lines of a function in a file, and those before in another: at most twice {@value #MAX_BYTES} bytes. Thread-safe. */
final class LogGroup implements AutoCloseable {
    private static final long MAX_BYTES = 4 * 1024 * 1024;

    private final Path file;
    private BufferedWriter writer;
    private long length;

    LogGroup(Path file) throws IOException {
        this.file = file;
        Files.createDirectories(file.toAbsolutePath().getParent());
        this.writer = open();
        this.length = Files.size(file);
    }

    synchronized void add(Instant time, String line) throws IOException {
        if (length > MAX_BYTES) {
            writer.close();
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            writer = open();
            length = 0;
        }
        String entry = time + " " + line + "\n";
        writer.write(entry);
        writer.flush();
        length += entry.length();
    }

    private BufferedWriter open() throws IOException {
        return Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Override
    public synchronized void close() throws IOException {
        writer.close();
    }
}
