package com.sentori.console.reports;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.journal.Journal;
import com.sentori.console.runs.Driven;
import com.sentori.console.runs.LatencyLog;
import com.sentori.console.runs.Records;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import com.sentori.contract.json.Timestamps;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes reports of runs: from a backend's tail, or from this machine's journal when no backend that has the run answers; with what this machine kept of a run that it has driven,
 * also after a crash. Memory does not depend on the length of a run, but for two bits a reading of one whose plan is known. Each call waits for
 * network and disk, and can be cancelled by interrupting its thread.
 */
public final class Reports {
    /** What makes reports, where nobody has released it. */
    static final String FROM_SOURCE = "sentori from source";

    private final List<BackendClient> backends;
    private final Path dataFolder;
    private final Texts texts;
    private final ZoneId zone;
    private final Clock clock;

    /**
     * Of the runs of these backends.
     *
     * @param dataFolder where the journal, the records of runs and perhaps a price file are
     * @param texts in whose language people read it; not to be changed while a report is made
     * @param zone in which people read times
     */
    public Reports(List<BackendClient> backends, Path dataFolder, Texts texts, ZoneId zone, Clock clock) {
        this.backends = List.copyOf(backends);
        this.dataFolder = dataFolder;
        this.texts = texts;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * What is to be reported.
     *
     * @param runId of a run, or of a half of a twin run
     * @param baseline to compare it with; null for none
     * @param marks what people noted at its charts
     */
    public record Wanted(String runId, @Nullable Baseline baseline, List<Report.Mark> marks) {
        /** Keeps its own copy. */
        public Wanted {
            marks = List.copyOf(marks);
        }

        /** Of a run alone. */
        public static Wanted of(String runId) {
            return new Wanted(runId, null, List.of());
        }
    }

    /**
     * What was reported.
     *
     * @param report the model
     * @param verdict with what broke it, in a sentence or two
     * @param files that were written
     */
    public record Written(Report report, String verdict, List<Path> files) {
        /** Keeps its own copy. */
        public Written {
            files = List.copyOf(files);
        }
    }

    /**
     * Writes a report. Its files appear whole, all of them, or not at all.
     *
     * @param forms none to write nothing
     * @param folder made if it is not there and something is written
     * @param progress hears how many readings were read
     * @throws BackendException if no backend gives the run, and it was not seen here
     * @throws IOException if a file cannot be read or written, or {@link java.io.InterruptedIOException} when cancelled
     * @throws IllegalArgumentException with a sentence, if there is a price file that is none
     */
    public Written write(Wanted wanted, Set<Form> forms, Path folder, LongConsumer progress)
            throws BackendException, IOException {
        if (forms.isEmpty()) {
            return written(build(wanted, null, progress), List.of());
        }
        try (Drafts drafts = new Drafts(folder)) {
            Report report = build(wanted, forms.contains(Form.CSV) ? drafts : null, progress);
            for (Form form : Form.values()) {
                if (forms.contains(form)) {
                    write(report, form, drafts);
                    Source.requireWanted();
                }
            }
            return written(report, drafts.publish());
        }
    }

    private Written written(Report report, List<Path> files) {
        return new Written(report, new Pages(report, texts, new Figures(texts, zone), zone).verdict(), files);
    }

    private void write(Report report, Form form, Drafts drafts) throws IOException {
        String id = report.halves().getFirst().run().id();
        Figures figures = new Figures(texts, zone);
        Pages pages = new Pages(report, texts, figures, zone);
        switch (form) {
            case HTML -> {
                try (Writer out = drafts.text(".html", "report", id)) {
                    new HtmlForm(texts, figures, zone).write(pages.blocks(), pages.title(), out);
                }
            }
            case PDF -> {
                try (OutputStream out = drafts.bytes(".pdf", "report", id)) {
                    new PdfForm(texts, figures, zone).write(pages.blocks(), pages.title(), out);
                }
            }
            case CSV -> {
                try (Writer out = drafts.text(".csv", "report", id)) {
                    new FiguresCsv(report).write(out);
                }
            }
            case JSON -> {
                try (OutputStream out = drafts.bytes(".json", "report", id)) {
                    JsonForm.write(report, out);
                }
            }
        }
    }

    private Report build(Wanted wanted, @Nullable Drafts csv, LongConsumer progress)
            throws BackendException, IOException {
        Records records = new Records(dataFolder);
        Prices prices = Prices.in(dataFolder);
        try (Journal journal = Journal.reading(dataFolder)) {
            Search search = new Search(backends, journal, records, clock);
            Progress read = new Progress(progress);
            List<HalfBuilder.Built> built = halves(search.halves(wanted.runId), records, prices, csv, read);
            List<Half> halves = built.stream().map(HalfBuilder.Built::half).toList();
            List<Verdict.Finding> findings = new ArrayList<>(
                    built.stream().flatMap(one -> one.findings().stream()).toList());
            List<Comparison> comparisons = new ArrayList<>();
            if (halves.size() > 1) {
                comparisons.add(Comparison.of(halves.getLast(), halves.getFirst()));
            }
            Baseline baseline = wanted.baseline;
            if (baseline != null) {
                List<Comparison> against = Comparison.of(halves,
                        halves(search.halves(baseline.runId()), records, prices, null, read).stream()
                                .map(HalfBuilder.Built::half)
                                .toList());
                BaselineJudge judge = new BaselineJudge(baseline.tolerance());
                against.forEach(one -> findings.addAll(judge.findings(one)));
                comparisons.addAll(against);
            }
            return new Report(Report.SCHEMA, program(), Timestamps.now(clock), zone.getId(), Verdict.of(findings),
                    halves, together(built), comparisons, wanted.marks);
        }
    }

    private List<HalfBuilder.Built> halves(List<Source> sources, Records records, Prices prices, @Nullable Drafts csv,
            Progress read) throws BackendException, IOException {
        List<HalfBuilder.Built> built = new ArrayList<>();
        for (Source source : sources) {
            Driven driven = records.driven(source.run().id()).orElse(null);
            HalfBuilder builder = new HalfBuilder(source, driven, records.scenarios(), prices);
            if (csv == null) {
                built.add(builder.build(read::add, clock));
                continue;
            }
            try (ReadingsText text = new ReadingsText(
                    csv.bytes(".csv", "readings", source.backend().name(), source.run().id()));
                    Lane lane = new Lane("report-csv", text)) {
                built.add(builder.build(readings -> {
                    lane.take(readings);
                    read.add(readings);
                }, clock));
                lane.finish();
            }
        }
        return built;
    }

    private static @Nullable Latency together(List<HalfBuilder.Built> built) throws IOException {
        LatencyLog sum = built.getFirst().log();
        for (HalfBuilder.Built one : built.subList(1, built.size())) {
            sum = sum == null || one.log() == null ? null : sum.with(one.log());
        }
        return built.size() < 2 || sum == null ? null : Latency.of(sum);
    }

    private static String program() {
        String version = Reports.class.getPackage().getImplementationVersion();
        return version == null ? FROM_SOURCE : "sentori " + version;
    }

    private static final class Progress {
        private final LongConsumer hears;
        private long count;

        Progress(LongConsumer hears) {
            this.hears = hears;
        }

        void add(List<?> readings) {
            count += readings.size();
            hears.accept(count);
        }
    }
}
