package com.sentori.contract.reports;

import com.sentori.contract.json.Json;
import com.sentori.contract.pages.PageSize;
import com.sentori.contract.pages.Slice;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.Readings;
import com.sentori.contract.runs.Run;
import com.sentori.contract.summary.Summaries;
import com.sentori.contract.summary.Summary;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The archive of some runs: for each a folder with the run's id in its name, which holds {@code run.json},
 * {@code readings.csv} and {@code summary.json}. Written in pages, whatever the length of the runs, and the same for the same
 * ended runs: entries bear the time at which their run ended.
 *
 * @param readings of the runs
 * @param summaries of the runs, by their ids
 */
public record Report(Readings readings, Function<String, Summary> summaries) {
    private static final int PAGE = PageSize.TAIL.max();

    /** Of runs that one call can sum up. */
    public Report(Readings readings, Summaries summaries) {
        this(readings, summaries::of);
    }

    /**
     * Writes the archive.
     *
     * @param runs ended ones, as they are shown
     * @param out left open
     * @throws IOException if the reader of the archive is gone
     */
    public void write(List<Run> runs, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (Run run : runs) {
            add(zip, run);
        }
        zip.finish();
        zip.flush();
    }

    private void add(ZipOutputStream zip, Run run) throws IOException {
        begin(zip, run, "run.json");
        zip.write(Json.bytes(run));
        zip.write('\n');
        zip.closeEntry();
        begin(zip, run, "readings.csv");
        writeReadings(zip, run.id());
        zip.closeEntry();
        begin(zip, run, "summary.json");
        zip.write(Json.bytes(summaries.apply(run.id())));
        zip.write('\n');
        zip.closeEntry();
    }

    private void writeReadings(ZipOutputStream zip, String runId) throws IOException {
        Writer csv = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        csv.write(ReadingsCsv.HEADER);
        String after = null;
        boolean more = true;
        while (more) {
            Slice<Reading> slice = readings.tail(runId, after, PAGE);
            for (Slice.Entry<Reading> entry : slice.entries()) {
                csv.write(ReadingsCsv.line(entry.item()));
            }
            after = slice.lastPosition(after);
            more = slice.resume() != null;
        }
        csv.flush();
    }

    private static void begin(ZipOutputStream zip, Run run, String name) throws IOException {
        Instant ended = run.finishedAt();
        ZipEntry entry = new ZipEntry("run-" + run.id() + "/" + name);
        entry.setTimeLocal(LocalDateTime.ofInstant(ended == null ? run.startedAt() : ended, ZoneOffset.UTC));
        zip.putNextEntry(entry);
    }
}
