package com.sentori.console.reports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a run. Every form of it is written from this, and as JSON it is this, by the schema {@value #SCHEMA}. What is not known is null, never 0.
 * Instants are UTC with milliseconds, lengths milliseconds where nothing else is said.
 *
 * @param schema {@value #SCHEMA}
 * @param program the version that made it
 * @param madeAt when, by this machine's clock
 * @param zone in which people are shown times; its id
 * @param verdict first of all
 * @param halves one, or the two of a twin run
 * @param together latencies of both halves of a twin run, from their histograms added up; null for one half, or if one was not measured here
 * @param comparisons against the other half, or against a baseline
 * @param marks what people noted at the charts of the run
 */
public record Report(String schema, String program, Instant madeAt, String zone, Verdict verdict, List<Half> halves,
        @Nullable Latency together, List<Comparison> comparisons, List<Mark> marks) {
    /** The form of its JSON. */
    public static final String SCHEMA = "sentori.report/1";

    /** Keeps its own copies. */
    public Report {
        halves = List.copyOf(halves);
        comparisons = List.copyOf(comparisons);
        marks = List.copyOf(marks);
    }

    /**
     * Something that people noted.
     *
     * @param time that it is about
     * @param text as it was written
     */
    public record Mark(Instant time, String text) {}
}
