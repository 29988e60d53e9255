package com.sentori.console.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {
    private static final Instant NOW = Instant.parse("2026-03-29T10:30:15Z");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @CsvSource({"now, false, 2026-03-29T10:30:15Z", "now-15m, false, 2026-03-29T10:15:15Z",
            "now-1d, false, 2026-03-28T11:30:15Z", "now/d, false, 2026-03-28T23:00:00Z",
            "now/d, true, 2026-03-29T21:59:59.999Z", "now-1w/w, false, 2026-03-15T23:00:00Z",
            "2026-01-15T10:30:00+01:00, false, 2026-01-15T09:30:00Z", "1768473000000, false, 2026-01-15T10:30:00Z"})
    void reads_moments_as_grafana_writes_them_also_across_a_change_of_clocks(String text, boolean end,
            Instant expected) {
        assertThat(TimeText.moment(text, NOW, PARIS, end)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "now-", "now-1x", "now+999999999y", "2026-01-15"})
    void says_what_a_time_looks_like(String text) {
        assertThatThrownBy(() -> TimeText.moment(text, NOW, PARIS, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("now-1h");
    }

    @Test
    void reads_and_writes_lengths() {
        assertThat(TimeText.length("1h30m")).isEqualTo(Duration.ofMinutes(90));
        assertThat(TimeText.length(">10s")).isEqualTo(Duration.ofSeconds(10));
        assertThat(TimeText.of(Duration.ofMinutes(90))).isEqualTo("90m");
        assertThat(TimeText.of(Duration.ofMillis(1_500))).isEqualTo("1500ms");
        assertThatThrownBy(() -> TimeText.length("soon")).isInstanceOf(IllegalArgumentException.class);
    }
}
