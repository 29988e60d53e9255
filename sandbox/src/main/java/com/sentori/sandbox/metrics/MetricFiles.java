package com.sentori.sandbox.metrics;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.cbor.CBORMapper;

/**
 * Metrics in a folder: generation N is a snapshot of all, and a journal of what came after it. A new generation begins at
 * each start and when the journal has grown. The last whole snapshot and all journals from its number on are the metrics; the end of
 * a journal that a crash tore is left out. Not thread-safe.
 */
final class MetricFiles {
    private static final Pattern NAME = Pattern.compile("(snapshot|journal)-([0-9]{1,15})\\.cbor");
    private static final CBORMapper CBOR = CBORMapper.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final Path folder;
    private final Metrics metrics;
    private long generation;

    /** Reads what the folder holds into the metrics. */
    MetricFiles(Path folder, Metrics metrics) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.metrics = metrics;
        List<Long> snapshots = numbers("snapshot");
        long from = snapshots.isEmpty() ? 0 : snapshots.getLast();
        if (!snapshots.isEmpty()) {
            read(file("snapshot", from));
        }
        for (long number : numbers("journal")) {
            if (number >= from) {
                read(file("journal", number));
                generation = number;
            }
        }
        generation = Math.max(generation, from);
        metrics.tidy();
        startGeneration();
    }

    /** Writes what came since the last time; begins a new generation when the journal is longer than so many bytes. */
    void save(long longest) throws IOException {
        Map<Metrics.Key, Series> unsaved = metrics.takeUnsaved();
        if (unsaved.isEmpty()) {
            return;
        }
        Path journal = file("journal", generation);
        try (OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(journal, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
                SequenceWriter writer = CBOR.writerFor(StoredSeries.class).writeValues(out)) {
            unsaved.forEach((key, series) -> writer.write(StoredSeries.of(key, series)));
        }
        if (Files.size(journal) > longest) {
            startGeneration();
        }
    }

    private void startGeneration() throws IOException {
        long next = generation + 1;
        Path written = folder.resolve("snapshot.new");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(written));
                SequenceWriter writer = CBOR.writerFor(StoredSeries.class).writeValues(out)) {
            metrics.writeAll(writer);
        }
        Files.move(written, file("snapshot", next), StandardCopyOption.ATOMIC_MOVE);
        generation = next;
        for (String kind : List.of("snapshot", "journal")) {
            for (long number : numbers(kind)) {
                if (number < next) {
                    Files.delete(file(kind, number));
                }
            }
        }
    }

    private void read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                MappingIterator<StoredSeries> all = CBOR.readerFor(StoredSeries.class).readValues(in)) {
            while (all.hasNextValue()) {
                all.nextValue().restoreTo(metrics);
            }
        } catch (JacksonException e) {
            System.err.println("The end of " + file + " is torn: the metrics of its last seconds are lost.");
        }
    }

    private List<Long> numbers(String kind) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(name -> name.matches() && name.group(1).equals(kind))
                    .map((Matcher name) -> Long.parseLong(name.group(2)))
                    .sorted()
                    .toList();
        }
    }

    private Path file(String kind, long number) {
        return folder.resolve(kind + "-" + number + ".cbor");
    }
}
