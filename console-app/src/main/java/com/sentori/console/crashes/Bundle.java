package com.sentori.console.crashes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes bundles into a folder, and lets the oldest go. Thread-safe. */
final class Bundle {
    private static final int KEPT = 10;
    private static final String PREFIX = "crash-";
    private static final String SUFFIX = ".zip";

    private final Path folder;
    private final UnaryOperator<String> redaction;

    Bundle(Path folder, UnaryOperator<String> redaction) {
        this.folder = folder;
        this.redaction = redaction;
    }

    /**
     * Writes a bundle of these texts, by the name of their file, each without its secrets.
     *
     * @return where it is
     * @throws IOException if it cannot be written; nothing is left of it then
     */
    synchronized Path write(Map<String, String> texts, Instant now) throws IOException {
        Files.createDirectories(folder);
        Path file = free(now);
        Path draft = Files.createTempFile(folder, PREFIX, ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(draft); ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, String> text : texts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(text.getKey()));
                    zip.write(redaction.apply(text.getValue()).getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
            Files.move(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
        makeRoom();
        return file;
    }

    /** A name of this moment that no other bundle has: threads can fail in the same millisecond. */
    private Path free(Instant now) {
        DateTimeFormatter name = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
        Path file = folder.resolve(PREFIX + name.format(now) + SUFFIX);
        for (int other = 2; Files.exists(file); other++) {
            file = folder.resolve(PREFIX + name.format(now) + "-" + other + SUFFIX);
        }
        return file;
    }

    private void makeRoom() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> old = files.filter(each -> isBundle(String.valueOf(each.getFileName())))
                    .sorted(Comparator.<Path>naturalOrder().reversed())
                    .skip(KEPT)
                    .toList();
            for (Path each : old) {
                Files.deleteIfExists(each);
            }
        }
    }

    private static boolean isBundle(String name) {
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }
}
