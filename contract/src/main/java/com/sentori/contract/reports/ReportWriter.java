package com.sentori.contract.reports;

import com.sentori.contract.json.Json;
import com.sentori.contract.pages.PageSize;
import com.sentori.contract.pages.Slice;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.runs.Run;
import com.sentori.contract.summary.RunMeter;
import com.sentori.contract.summary.Summary;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes the archive of some ended runs piece by piece: for each run a folder with its id in the name, which holds
 * {@code run.json}, {@code readings.csv} and {@code summary.json}. The same runs make the same bytes: entries bear the time at
 * which their run ended. It can be put down after any piece and taken up by another process. Not thread-safe.
 */
public final class ReportWriter implements AutoCloseable {
    private static final int PAGE = PageSize.TAIL.max();
    private static final int LINE = 160;

    private final Report report;
    private final List<Run> runs;
    private final Archive archive;
    private final ReadingsCsv csv = new ReadingsCsv();
    private RunMeter meter;
    private int at;
    private @Nullable String position;

    ReportWriter(Report report, List<Run> runs, Archive archive, RunMeter meter) {
        this.report = report;
        this.runs = List.copyOf(runs);
        this.archive = archive;
        this.meter = meter;
    }

    static ReportWriter restore(Report report, List<Run> runs, DataInput from, OutputStream out) throws IOException {
        ReportWriter writer = new ReportWriter(report, runs, Archive.restore(from, out), RunMeter.restore(from));
        writer.at = from.readInt();
        writer.position = from.readBoolean() ? from.readUTF() : null;
        return writer;
    }

    /** Puts it down. */
    public void save(DataOutput to) throws IOException {
        archive.save(to);
        meter.save(to);
        to.writeInt(at);
        to.writeBoolean(position != null);
        if (position != null) {
            to.writeUTF(position);
        }
    }

    /**
     * Writes the next piece: a page of readings, and what stands before and behind.
     *
     * @return whether there are more
     * @throws IOException if the reader of the archive is gone
     */
    public boolean writeNext() throws IOException {
        if (at == runs.size()) {
            archive.finish();
            return false;
        }
        Run run = runs.get(at);
        if (position == null) {
            begin(run, "run.json");
            writeJson(run);
            begin(run, "readings.csv");
        }
        Slice<Reading> slice = report.readings().tail(run.id(), position, PAGE);
        archive.write(csv(slice, position == null));
        position = slice.lastPosition(position);
        if (slice.resume() == null) {
            archive.end();
            begin(run, "summary.json");
            writeJson(summary(run));
            meter = new RunMeter();
            position = null;
            at++;
        }
        return true;
    }

    private CharSequence csv(Slice<Reading> slice, boolean first) {
        StringBuilder lines = new StringBuilder(LINE * (slice.entries().size() + 1));
        if (first) {
            lines.append(ReadingsCsv.HEADER);
        }
        for (Slice.Entry<Reading> entry : slice.entries()) {
            csv.append(lines, entry.item());
            if (report.summaries() == null) {
                meter.add(entry.item());
            }
        }
        return lines;
    }

    private Summary summary(Run run) {
        Function<String, Summary> summaries = report.summaries();
        return summaries == null ? meter.summary(run.id(), true) : summaries.apply(run.id());
    }

    /** How many runs are written to their end. */
    int runsWritten() {
        return at;
    }

    private void begin(Run run, String name) throws IOException {
        Instant ended = Objects.requireNonNullElse(run.finishedAt(), run.startedAt());
        archive.begin("run-" + run.id() + "/" + name, ended);
    }

    private void writeJson(Object value) throws IOException {
        archive.write(Json.bytes(value));
        archive.write("\n");
        archive.end();
    }

    /** Gives memory back; what it writes to stays open. */
    @Override
    public void close() {
        archive.close();
    }
}
