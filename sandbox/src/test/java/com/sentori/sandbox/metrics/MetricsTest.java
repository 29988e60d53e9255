package com.sentori.sandbox.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {
    private static final Instant NOW = Instant.parse("2026-01-15T10:30:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Metric METRIC = metric("sensor-1");

    @TempDir
    private Path folder;

    @Test
    void a_million_dimension_sets_take_no_more_than_the_bound() {
        Metrics metrics = new Metrics(CLOCK, Limits.STANDARD);
        for (int i = 0; i < 1_000_000; i++) {
            metrics.put(List.of(datum(metric("sensor-" + i), NOW, i)));
        }

        assertThat(metrics.list(_ -> true)).hasSizeLessThanOrEqualTo(Limits.STANDARD.metrics()).isNotEmpty();
        assertThat(metrics.bytes()).isLessThanOrEqualTo(Limits.STANDARD.bytes());
        assertThat(metrics.forgotten()).isEqualTo(1_000_000 - metrics.list(_ -> true).size());
        assertThat(sums(metrics, metric("sensor-999999"), 60)).containsExactly(
                entry(NOW.getEpochSecond(), 999_999d));
        // What is to be saved is bounded with it.
        assertThat(metrics.takeUnsaved()).hasSizeLessThanOrEqualTo(Limits.STANDARD.metrics());
    }

    @Test
    void many_points_make_room_among_the_metrics_that_nobody_uses() {
        Metrics metrics = new Metrics(CLOCK, new Limits(1_000, 1_000_000, Duration.ofHours(3), Duration.ofDays(15)));
        metrics.put(List.of(datum(METRIC, NOW, 1)));
        metrics.put(List.of(datum(metric("unused"), NOW, 1)));
        for (int i = 0; i < 5_000 && metrics.forgotten() == 0; i++) {
            metrics.put(List.of(datum(metric("busy"), NOW.minus(Duration.ofMinutes(i)), i)));
            metrics.read(METRIC, null, new Window(0, 1, 60));
        }

        assertThat(metrics.list(_ -> true)).contains(METRIC).doesNotContain(metric("unused"));
        assertThat(metrics.bytes()).isLessThanOrEqualTo(1_000_000);
    }

    @Test
    void seconds_become_minutes_and_minutes_end() {
        Metrics metrics = new Metrics(CLOCK, Limits.STANDARD);
        Instant old = NOW.minus(Duration.ofHours(4));
        metrics.put(List.of(fine(old, 1), fine(old.plusSeconds(1), 2), fine(NOW, 4),
                datum(METRIC, NOW.minus(Duration.ofDays(16)), 8)));
        metrics.tidy();

        assertThat(sums(metrics, METRIC, 1)).containsExactly(entry(old.getEpochSecond(), 3d),
                entry(NOW.getEpochSecond(), 4d));
    }

    @Test
    void a_metric_without_points_is_none() {
        Metrics metrics = new Metrics(CLOCK, Limits.STANDARD);
        metrics.put(List.of(datum(METRIC, NOW.minus(Duration.ofDays(16)), 8)));
        metrics.tidy();

        assertThat(metrics.list(_ -> true)).isEmpty();
        assertThat(metrics.bytes()).isZero();
    }

    @Test
    void what_was_saved_is_there_after_a_crash_and_again_after_another() throws IOException {
        for (int start = 1; start <= 3; start++) {
            Metrics metrics = new Metrics(CLOCK, Limits.STANDARD);
            MetricFiles files = new MetricFiles(folder, metrics);
            metrics.put(List.of(datum(METRIC, NOW, 1), fine(NOW.plusSeconds(60), 2)));
            files.save(Long.MAX_VALUE);
            metrics.put(List.of(datum(METRIC, NOW, 10)));
            files.save(Long.MAX_VALUE);
            metrics.put(List.of(datum(METRIC, NOW, 1_000))); // never saved

            Metrics after = new Metrics(CLOCK, Limits.STANDARD);
            MetricFiles again = new MetricFiles(folder, after);
            again.save(0);
            assertThat(sums(after, METRIC, 60)).containsExactly(entry(NOW.getEpochSecond(), 11d * start),
                    entry(NOW.getEpochSecond() + 60, 2d * start));
            assertThat(after.read(METRIC, "Count", new Window(0, Long.MAX_VALUE / 2, 60))
                    .firstEntry()
                    .getValue()
                    .percentile(100)).hasValue(10);
        }
    }

    @Test
    void a_journal_that_has_grown_gives_way_to_a_snapshot() throws IOException {
        Metrics metrics = new Metrics(CLOCK, Limits.STANDARD);
        MetricFiles files = new MetricFiles(folder, metrics);
        for (int i = 0; i < 5; i++) {
            metrics.put(List.of(datum(METRIC, NOW, 1)));
            files.save(0);
        }

        try (var left = Files.list(folder)) {
            assertThat(left).singleElement().asString().contains("snapshot-");
        }
        Metrics after = new Metrics(CLOCK, Limits.STANDARD);
        new MetricFiles(folder, after);
        assertThat(sums(after, METRIC, 60)).containsExactly(entry(NOW.getEpochSecond(), 5d));
    }

    @Test
    void a_torn_end_costs_the_end_only() throws IOException {
        Metrics metrics = new Metrics(CLOCK, Limits.STANDARD);
        MetricFiles files = new MetricFiles(folder, metrics);
        metrics.put(List.of(datum(METRIC, NOW, 1)));
        files.save(Long.MAX_VALUE);
        Path journal = folder.resolve("journal-1.cbor");
        byte[] whole = Files.readAllBytes(journal);
        Files.write(journal, whole, StandardOpenOption.APPEND);
        Files.write(journal, Arrays.copyOf(whole, whole.length / 2), StandardOpenOption.APPEND);

        Metrics after = new Metrics(CLOCK, Limits.STANDARD);
        new MetricFiles(folder, after);
        assertThat(sums(after, METRIC, 60)).containsExactly(entry(NOW.getEpochSecond(), 2d));
    }

    private static Map<Long, Double> sums(Metrics metrics, Metric metric, int period) {
        NavigableMap<Long, Double> sums = new TreeMap<>();
        metrics.read(metric, null, new Window(0, NOW.getEpochSecond() + 3_600, period))
                .forEach((time, values) -> sums.put(time, values.sum()));
        return sums;
    }

    private static Metric metric(String sensor) {
        return Metric.of("Test", "Reading", Map.of("SensorId", sensor, "User", "alice"));
    }

    private static Datum datum(Metric metric, Instant time, double value) {
        return Datum.of(metric, "Count", time, value);
    }

    private static Datum fine(Instant time, double value) {
        return new Datum(METRIC, "Count", time, true, Aggregate.of(value));
    }
}
