package com.sentori.console.runs;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.jspecify.annotations.Nullable;

/**
 * How long things took on one half of a run or on several, as {@link Latencies} logged it: what stands in the log, also of a console that was killed.
 * Histograms are added up, never percentiles.
 */
public final class LatencyLog {
    private final List<Path> files;
    private final Map<Latencies.Kind, Histogram> totals = new EnumMap<>(Latencies.Kind.class);

    private LatencyLog(List<Path> files) throws IOException {
        this.files = List.copyOf(files);
        for (Latencies.Kind kind : Latencies.Kind.values()) {
            totals.put(kind, empty());
        }
        for (Path file : this.files) {
            each(file, (kind, interval) -> total(kind).add(interval));
        }
    }

    /** What a log holds; empty without one. */
    static Optional<LatencyLog> read(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(new LatencyLog(List.of(file))) : Optional.empty();
    }

    /** This one and another one together. */
    public LatencyLog with(LatencyLog other) throws IOException {
        List<Path> both = new ArrayList<>(files);
        both.addAll(other.files);
        return new LatencyLog(both);
    }

    /** Gives each interval; a last line that a killed console has left unfinished is left out. */
    static void each(Path file, BiConsumer<Latencies.Kind, Histogram> taker) throws IOException {
        boolean finished = finished(file) == Files.size(file);
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String line = lines.readLine();
            while (line != null) {
                String next = lines.readLine();
                Histogram interval = next == null && !finished ? null : interval(line);
                if (interval != null) {
                    taker.accept(Latencies.Kind.valueOf(interval.getTag()), interval);
                }
                line = next;
            }
        }
    }

    /** How long a log is without a line that is unfinished. */
    static long finished(Path file) throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long end = log.length();
            while (end > 0) {
                log.seek(end - 1);
                if (log.read() == '\n') {
                    break;
                }
                end--;
            }
            return end;
        }
    }

    private static @Nullable Histogram interval(String line) {
        try (HistogramLogReader reader = new HistogramLogReader(
                new ByteArrayInputStream((line + "\n").getBytes(StandardCharsets.UTF_8)))) {
            return reader.nextIntervalHistogram() instanceof Histogram interval && interval.getTag() != null
                    ? interval
                    : null;
        }
    }

    private static Histogram empty() {
        return new Histogram(Latencies.LONGEST, Latencies.DIGITS);
    }

    private Histogram total(Latencies.Kind kind) {
        return totals.computeIfAbsent(kind, _ -> empty());
    }

    /** Of all that is logged. */
    public Latencies.Percentiles percentiles(Latencies.Kind kind) {
        return Latencies.Percentiles.of(total(kind));
    }

    /** Whether nothing was measured. */
    public boolean isEmpty() {
        return totals.values().stream().allMatch(histogram -> histogram.getTotalCount() == 0);
    }

    /** How long all of a kind took together, in seconds. */
    public double seconds(Latencies.Kind kind) {
        Histogram total = total(kind);
        return total.getTotalCount() == 0 ? 0 : total.getMean() * total.getTotalCount() / 1e6;
    }

    /** What a threshold looks at, in milliseconds. */
    public double measured(Threshold threshold) {
        return measured(threshold, total(Latencies.Kind.DELAY));
    }

    /** The beginning of the first interval that does not hold a threshold by itself; empty if all do, and it is broken only by them together. */
    public Optional<Instant> firstBroken(Threshold threshold) throws IOException {
        List<Instant> broken = new ArrayList<>(1);
        for (Path file : files) {
            each(file, (kind, interval) -> {
                if (kind == Latencies.Kind.DELAY && broken.isEmpty()
                        && !threshold.isHeldBy(measured(threshold, interval))) {
                    broken.add(Instant.ofEpochMilli(interval.getStartTimeStamp()));
                }
            });
        }
        return broken.stream().findFirst();
    }

    private static double measured(Threshold threshold, Histogram histogram) {
        if (threshold.percentile().isPresent()) {
            return Latencies.Percentiles.millis(histogram, threshold.percentile().getAsDouble());
        }
        return switch (threshold.figure()) {
            case "avg" -> histogram.getMean() / Latencies.MICROS;
            case "min" -> histogram.getMinValue() / Latencies.MICROS;
            default -> histogram.getMaxValue() / Latencies.MICROS;
        };
    }

    /**
     * How a kind went over time. Goes through the log twice, with one histogram in memory.
     *
     * @param most stretches; intervals are put together until there are no more
     */
    public List<Stretch> stretches(Latencies.Kind kind, int most) throws IOException {
        Span span = new Span();
        for (Path file : files) {
            each(file, (_, interval) -> span.add(interval));
        }
        long width = Math.max(1, Math.ceilDiv(span.last - span.first + 1, most));
        Gathered gathered = new Gathered(span.first, width);
        for (Path file : files) {
            each(file, (of, interval) -> {
                if (of == kind) {
                    gathered.add(interval);
                }
            });
        }
        gathered.finish();
        return List.copyOf(gathered.stretches);
    }

    private static final class Span {
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;

        void add(Histogram interval) {
            first = Math.min(first, interval.getStartTimeStamp());
            last = Math.max(last, interval.getStartTimeStamp());
        }
    }

    private static final class Gathered {
        private final List<Stretch> stretches = new ArrayList<>();
        private final Histogram current = empty();
        private final long first;
        private final long width;
        private long place;
        private @Nullable Instant from;
        private long to;

        Gathered(long first, long width) {
            this.first = first;
            this.width = width;
        }

        void add(Histogram interval) {
            long at = (interval.getStartTimeStamp() - first) / width;
            if (at != place) {
                finish();
                place = at;
            }
            from = from == null ? Instant.ofEpochMilli(interval.getStartTimeStamp()) : from;
            to = interval.getEndTimeStamp();
            current.add(interval);
        }

        void finish() {
            if (from != null) {
                stretches.add(new Stretch(from, Instant.ofEpochMilli(to), Latencies.Percentiles.of(current)));
            }
            current.reset();
            from = null;
        }
    }

    /**
     * A stretch of time.
     *
     * @param from by this machine's clock
     * @param to by this machine's clock
     * @param figures of what was measured in it
     */
    public record Stretch(Instant from, Instant to, Latencies.Percentiles figures) {}
}
