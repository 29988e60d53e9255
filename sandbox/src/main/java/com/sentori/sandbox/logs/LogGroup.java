package com.sentori.sandbox.logs;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The lines of a function in a file, and those before in another: at most twice {@value #MAX_BYTES} bytes. Thread-safe. */
public final class LogGroup implements AutoCloseable {
    /** As what a function writes is in one stream here. */
    public static final String STREAM = "local";
    private static final String PREFIX = "/aws/lambda/";
    private static final long MAX_BYTES = 4 * 1024 * 1024;

    private final String name;
    private final Path file;
    private final Path earlier;
    private BufferedWriter writer;
    private long length;

    LogGroup(String function, Path folder) throws IOException {
        this.name = PREFIX + function;
        this.file = folder.resolve(function + LogGroups.SUFFIX);
        this.earlier = folder.resolve(function + LogGroups.SUFFIX + ".1");
        this.writer = open();
        this.length = Files.size(file);
    }

    /** As Lambda calls it. */
    public String name() {
        return name;
    }

    /** How much it holds, in bytes. */
    public synchronized long bytes() throws IOException {
        return Files.size(file) + (Files.exists(earlier) ? Files.size(earlier) : 0);
    }

    synchronized void add(Instant time, String line) throws IOException {
        if (length > MAX_BYTES) {
            writer.close();
            Files.move(file, earlier, StandardCopyOption.REPLACE_EXISTING);
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

    /** Hands over its lines as they are now, from the oldest on, until one is answered with false. */
    public void read(Predicate<LogEvent> reader) throws IOException {
        for (byte[] part : parts()) {
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(new ByteArrayInputStream(part), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    Optional<LogEvent> event = event(line);
                    if (event.isPresent() && !reader.test(event.get())) {
                        return;
                    }
                }
            }
        }
    }

    /** Whole lines alone: who writes has to wait meanwhile. */
    private synchronized List<byte[]> parts() throws IOException {
        List<byte[]> parts = new ArrayList<>();
        if (Files.exists(earlier)) {
            parts.add(Files.readAllBytes(earlier));
        }
        parts.add(Files.readAllBytes(file));
        return parts;
    }

    /** What a crash cut off is no event. */
    private static Optional<LogEvent> event(String line) {
        int blank = line.indexOf(' ');
        try {
            return blank < 0
                    ? Optional.empty()
                    : Optional.of(new LogEvent(Instant.parse(line.substring(0, blank)), line.substring(blank + 1)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        writer.close();
    }
}
