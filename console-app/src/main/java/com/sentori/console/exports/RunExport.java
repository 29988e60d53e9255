package com.sentori.console.exports;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
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
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

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
        String name = backend.profile().name().replaceAll("[^A-Za-z0-9._-]", "_") + "-" + run.id();
        Path csv = folder.resolve(name + ".csv");
        Path json = folder.resolve(name + ".json");
        Path csvDraft = Files.createTempFile(folder, name, ".csv.tmp");
        Path jsonDraft = Files.createTempFile(folder, name, ".json.tmp");
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
        long written = 0;
        String cursor = null;
        List<Reading> items = new ArrayList<>();
        do {
            if (Thread.interrupted()) {
                throw new InterruptedIOException("The export was cancelled; no file was written.");
            }
            TailPage page = backend.tail(run.id(), cursor, PAGE);
            boolean moved = !page.cursor().equals(cursor);
            cursor = page.cursor();
            items = page.items();
            for (Form form : forms) {
                for (Reading reading : items) {
                    form.add(reading);
                }
            }
            written += items.size();
            progress.accept(written);
            if (page.complete() || !moved) {
                break;
            }
        } while (true);
        for (Form form : forms) {
            form.end(written);
        }
    }

    private static Writer writer(Path file) throws IOException {
        return new BufferedWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), 1 << 16);
    }
}
