package com.sentori.console.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sentori.console.runs.Latencies.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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

    private Latencies open() throws Exception {
        return new Latencies(folder.resolve("log"), Clock.systemUTC());
    }
}
