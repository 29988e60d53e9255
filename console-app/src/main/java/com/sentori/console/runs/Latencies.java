package com.sentori.console.runs;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/**
 * How long things took on one half of a run, in microseconds up to an hour, each three digits exact; and the log of them, interval by
 * interval, whose histograms can be added up with those of other runs. Thread-safe.
 */
public final class Latencies implements AutoCloseable {
    static final double MICROS = 1000.0;
    static final long LONGEST = TimeUnit.HOURS.toMicros(1);
    static final int DIGITS = 3;
    private static final long INTERVAL_MILLIS = 10_000;

    /** What is measured. */
    public enum Kind {
        /** A request, from when it was begun until it was answered. */
        REQUEST,
        /**
         * A reading, from when it was due until it was sent: until the first request that holds it was begun. What follows, building the request
         * and writing it to the connection, counts for the request. It tells whether the sensors keep time, whatever the backend does with it.
         */
        LATENESS,
        /** A reading, from when it was due until it was acknowledged, and so durable. */
        DELAY
    }

    private final Map<Kind, Track> tracks = new EnumMap<>(Kind.class);
    private final Clock clock;
    private final PrintStream out;
    private final HistogramLogWriter log;
    private long since;

    /**
     * Logged to a file, after what it holds already, which counts.
     *
     * @throws IOException if it cannot be written
     */
    Latencies(Path file, Clock clock) throws IOException {
        this.clock = clock;
        this.since = clock.millis();
        for (Kind kind : Kind.values()) {
            tracks.put(kind, new Track(kind));
        }
        boolean goesOn = Files.exists(file);
        if (goesOn) {
            try (FileChannel kept = FileChannel.open(file, StandardOpenOption.WRITE)) {
                kept.truncate(LatencyLog.finished(file));
            }
            LatencyLog.each(file, (kind, interval) -> track(kind).total.add(interval));
        }
        out = new PrintStream(new FileOutputStream(file.toFile(), true), false, StandardCharsets.UTF_8);
        log = new HistogramLogWriter(out);
        if (!goesOn) {
            log.outputLogFormatVersion();
            log.outputLegend();
        }
    }

    /** Records a length in nanoseconds. */
    void record(Kind kind, long nanos) {
        track(kind).recorder.recordValue(Math.clamp(TimeUnit.NANOSECONDS.toMicros(nanos), 0, LONGEST));
    }

    /** So far. */
    public synchronized Percentiles percentiles(Kind kind) {
        Track track = track(kind);
        track.roll();
        return Percentiles.of(track.total);
    }

    /** A percentile of all so far, in milliseconds; NaN as long as nothing was measured. */
    public synchronized double percentile(Kind kind, double percentile) {
        Track track = track(kind);
        track.roll();
        return track.total.getTotalCount() == 0
                ? Double.NaN
                : track.total.getValueAtPercentile(percentile) / 1000.0;
    }

    /** Writes an interval to the log, if one is over. */
    void keep() {
        if (clock.millis() - since >= INTERVAL_MILLIS) {
            write();
        }
    }

    private synchronized void write() {
        long now = clock.millis();
        for (Track track : tracks.values()) {
            track.roll();
            if (track.unwritten.getTotalCount() > 0) {
                // A histogram that is reset forgets its tag.
                track.unwritten.setTag(track.kind.name());
                track.unwritten.setStartTimeStamp(since);
                track.unwritten.setEndTimeStamp(now);
                log.outputIntervalHistogram(track.unwritten);
            }
            track.unwritten.reset();
        }
        out.flush();
        since = now;
    }

    private Track track(Kind kind) {
        Track track = tracks.get(kind);
        if (track == null) {
            throw new IllegalStateException("every kind has its track");
        }
        return track;
    }

    /** Writes the rest. */
    @Override
    public void close() {
        write();
        log.close();
    }

    private static final class Track {
        private final Kind kind;
        private final Recorder recorder = new Recorder(LONGEST, DIGITS);
        private final Histogram total = new Histogram(LONGEST, DIGITS);
        private final Histogram unwritten = new Histogram(LONGEST, DIGITS);
        private @Nullable Histogram interval;

        Track(Kind kind) {
            this.kind = kind;
        }

        void roll() {
            Histogram now = recorder.getIntervalHistogram(interval);
            interval = now;
            total.add(now);
            unwritten.add(now);
        }
    }

    /**
     * Percentiles, in milliseconds.
     *
     * @param count how many were measured; all others are 0 without one
     */
    public record Percentiles(long count, double p50, double p90, double p95, double p99, double p999, double max) {
        static Percentiles of(Histogram histogram) {
            return new Percentiles(histogram.getTotalCount(), millis(histogram, 50), millis(histogram, 90),
                    millis(histogram, 95), millis(histogram, 99), millis(histogram, 99.9),
                    histogram.getMaxValue() / MICROS);
        }

        static double millis(Histogram histogram, double percentile) {
            return histogram.getValueAtPercentile(percentile) / MICROS;
        }

        /** For scripts and logs. */
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms", p50, p95, p99,
                    max);
        }
    }
}
