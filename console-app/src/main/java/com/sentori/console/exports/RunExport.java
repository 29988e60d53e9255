package com.sentori.console.exports;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.runs.PlanNote;
import com.sentori.console.runs.RunCheck;
import com.sentori.console.runs.Tally;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.TailPage;
import com.sentori.contract.runs.Run;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a run as {@code BACKEND-RUNID.csv} and {@code .json}. Reads the tail once, page by page, so memory does not
 * depend on the run's length. A file appears whole or not at all.
 */
public final class RunExport {
    private static final int PAGE = 5_000;

    private final BackendClient backend;

    /** From this backend. */
    public RunExport(BackendClient backend) {
        this.backend = backend;
    }

    /**
     * Writes the files. Can be cancelled by interrupting the thread.
     *
     * @param folder made if it is not there
     * @param progress hears how many readings were written
     * @return the files, CSV first
     * @throws BackendException if the backend does not give the run
     * @throws IOException if a file cannot be written, or {@link InterruptedIOException} when cancelled
     */
    public List<Path> write(String runId, Path folder, LongConsumer progress) throws BackendException, IOException {
        Run run = backend.run(runId);
        Files.createDirectories(folder);
        // The id comes from the backend: it names a file, never a path.
        String name = fileName(backend.profile().name() + "-" + run.id());
        Path csv = folder.resolve(name + ".csv");
        Path json = folder.resolve(name + ".json");
        Path csvDraft = draft(csv);
        Path jsonDraft = draft(json);
        try {
            try (Writer csvOut = writer(csvDraft); Writer jsonOut = writer(jsonDraft)) {
                copy(run, List.of(new CsvForm(csvOut), new JsonForm(jsonOut)), progress);
            }
            Files.move(csvDraft, csv, StandardCopyOption.REPLACE_EXISTING);
            Files.move(jsonDraft, json, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(csvDraft);
            Files.deleteIfExists(jsonDraft);
        }
        return List.of(csv, json);
    }

    private void copy(Run run, List<Form> forms, LongConsumer progress) throws BackendException, IOException {
        for (Form form : forms) {
            form.begin(backend.profile().name(), run);
        }
        Optional<Tally> tally = run.isRunning() ? Optional.empty() : PlanNote.read(run).map(Tally::new);
        long written = 0;
        Instant begun = null;
        TailPage page = null;
        boolean more;
        do {
            String cursor = page == null ? null : page.cursor();
            page = tail(run, cursor);
            begun = begun == null ? page.serverTime() : begun;
            for (Form form : forms) {
                for (Reading reading : page.items()) {
                    form.add(reading);
                }
            }
            List<Reading> items = page.items();
            tally.ifPresent(counter -> counter.add(items));
            written += items.size();
            progress.accept(written);
            requireWanted();
            // A run that goes on is written as it stood when the export began, or the export would never end.
            boolean caughtUp = run.isRunning() && !items.isEmpty() && items.getLast().receivedAt().isAfter(begun);
            more = !page.complete() && !page.cursor().equals(cursor) && !caughtUp;
        } while (more);
        RunCheck check = tally.map(counter -> counter.check(run)).orElse(null);
        for (Form form : forms) {
            form.end(written, check);
        }
    }

    private TailPage tail(Run run, @Nullable String cursor) throws BackendException, InterruptedIOException {
        try {
            return backend.tail(run.id(), cursor, PAGE);
        } catch (BackendException e) {
            // An interrupt also breaks a call off: then that is the news, and not that the backend did not answer.
            requireWanted();
            throw e;
        }
    }

    private static void requireWanted() throws InterruptedIOException {
        if (Thread.interrupted()) {
            throw new InterruptedIOException("The export was cancelled; no file was written.");
        }
    }

    private static String fileName(String text) {
        return text.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    private static Path draft(Path file) {
        return file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    }

    private static Writer writer(Path file) throws IOException {
        return new BufferedWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), 1 << 16);
    }
}
