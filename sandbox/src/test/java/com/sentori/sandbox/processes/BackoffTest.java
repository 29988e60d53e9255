package com.sentori.sandbox.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Duration AT_ONCE = Duration.ofMillis(10);

    private final Backoff backoff = new Backoff();

    @Test
    void doubles_the_pause_up_to_ten_seconds() {
        assertThat(Stream.generate(() -> backoff.after(AT_ONCE).toMillis()).limit(8)).containsExactly(250L, 500L,
                1_000L, 2_000L, 4_000L, 8_000L, 10_000L, 10_000L);
    }

    @Test
    void begins_anew_after_a_steady_while() {
        backoff.after(AT_ONCE);
        backoff.after(AT_ONCE);

        assertThat(backoff.after(Duration.ofMinutes(1))).isEqualTo(Duration.ofMillis(250));
        assertThat(backoff.after(AT_ONCE)).isEqualTo(Duration.ofMillis(500));
    }
}
