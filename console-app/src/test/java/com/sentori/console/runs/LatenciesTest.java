package com.sentori.console.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sentori.console.runs.Latencies.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatenciesTest {
    @TempDir
    private Path folder;

    @Test
    void keeps_percentiles_to_a_thousandth_and_each_kind_apart() throws Exception {
        try (Latencies latencies = open()) {
            for (int millis = 1; millis <= 1_000; millis++) {
                latencies.record(Kind.DELAY, Duration.ofMillis(millis).toNanos());
            }
            latencies.record(Kind.REQUEST, Duration.ofMillis(7).toNanos());
            Latencies.Percentiles delay = latencies.percentiles(Kind.DELAY);
            assertThat(delay.count()).isEqualTo(1_000);
            assertThat(delay.p50()).isCloseTo(500, within(1.0));
            assertThat(delay.p99()).isCloseTo(990, within(1.0));
            assertThat(delay.max()).isCloseTo(1_000, within(1.0));
            assertThat(latencies.percentiles(Kind.REQUEST).count()).isEqualTo(1);
            assertThat(latencies.percentiles(Kind.LATENESS).count()).isZero();
        }
    }

    @Test
    void a_log_that_goes_on_counts_what_it_holds_already() throws Exception {
        try (Latencies before = open()) {
            before.record(Kind.DELAY, Duration.ofMillis(5).toNanos());
        }
        try (Latencies after = open()) {
            after.record(Kind.DELAY, Duration.ofMillis(50).toNanos());
            assertThat(after.percentiles(Kind.DELAY).count()).isEqualTo(2);
        }
        assertThat(Files.readAllLines(folder.resolve("log"))).filteredOn(line -> line.startsWith("Tag=DELAY"))
                .hasSize(2);
    }

    @Test
    void every_interval_counts_and_what_a_killed_console_left_unfinished_does_not() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-15T10:00:00Z"));
        Path file = folder.resolve("log");
        try (Latencies latencies = new Latencies(file, clock(now))) {
            for (int millis = 1; millis <= 30; millis++) {
                latencies.record(Kind.DELAY, Duration.ofMillis(millis).toNanos());
                now.set(now.get().plusSeconds(10));
                latencies.keep();
            }
        }
        List<String> lines = Files.readAllLines(file);
        Files.writeString(file, String.join("\n", lines.subList(0, lines.size() - 1)) + "\n"
                + lines.getLast().substring(0, lines.getLast().length() / 2));
        LatencyLog log = LatencyLog.read(file).orElseThrow();
        assertThat(log.percentiles(Kind.DELAY).count()).isEqualTo(29);
        assertThat(log.stretches(Kind.DELAY, 5)).hasSize(5)
                .extracting(stretch -> stretch.figures().count())
                .containsExactly(6L, 6L, 5L, 6L, 6L);
        Threshold threshold = Threshold.read("max<20").orElseThrow();
        assertThat(log.firstBroken(threshold)).contains(Instant.parse("2026-01-15T10:03:10Z"));
        assertThat(log.with(log).percentiles(Kind.DELAY).count()).isEqualTo(58);
    }

    private static Clock clock(AtomicReference<Instant> now) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }

    private Latencies open() throws Exception {
        return new Latencies(folder.resolve("log"), Clock.systemUTC());
    }
}
