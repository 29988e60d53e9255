package com.sentori.console.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VitalsTest {
    private static final Duration BEAT = Duration.ofSeconds(2);

    private Instant now = Instant.EPOCH;
    private final Vitals vitals = new Vitals(() -> now, BEAT);

    @Test
    void is_fresh_with_news_and_held_when_only_heartbeats_come() {
        vitals.changed();
        assertThat(vitals.state()).isEqualTo(Vitality.FRESH);
        for (int i = 0; i < 3; i++) {
            pass(1_000);
            vitals.heard();
        }
        assertThat(vitals.state()).isEqualTo(Vitality.HELD);
        vitals.changed();
        assertThat(vitals.state()).isEqualTo(Vitality.FRESH);
    }

    @Test
    void is_late_after_one_heartbeat_of_silence_and_lost_after_two() {
        vitals.changed();
        pass(2_000);
        assertThat(vitals.state()).isEqualTo(Vitality.FRESH);
        pass(1);
        assertThat(vitals.state()).isEqualTo(Vitality.LATE);
        pass(1_999);
        assertThat(vitals.state()).isEqualTo(Vitality.LATE);
        pass(1);
        assertThat(vitals.state()).isEqualTo(Vitality.LOST);
        assertThat(vitals.silence()).isEqualTo(Duration.ofMillis(4_001));
    }

    @Test
    void a_broken_link_is_late_at_once_and_lost_when_it_does_not_come_back() {
        vitals.changed();
        vitals.broken();
        assertThat(vitals.state()).isEqualTo(Vitality.LATE);
        pass(900);
        vitals.broken();
        assertThat(vitals.state()).isEqualTo(Vitality.LATE);
        pass(101);
        assertThat(vitals.state()).isEqualTo(Vitality.LOST);
        vitals.heard();
        assertThat(vitals.state()).isEqualTo(Vitality.FRESH);
    }

    @Test
    void is_never_fresh_before_anything_was_heard() {
        assertThat(vitals.state()).isEqualTo(Vitality.LATE);
        pass(4_001);
        assertThat(vitals.state()).isEqualTo(Vitality.LOST);
    }

    @Test
    void waits_longer_for_a_source_that_beats_slower() {
        vitals.heard();
        vitals.expect(Duration.ofSeconds(10));
        pass(9_000);
        assertThat(vitals.state()).isEqualTo(Vitality.HELD);
    }

    @Test
    void a_series_is_no_fresher_than_its_source_and_held_when_its_sensor_is_overdue() {
        assertThat(Vitality.FRESH.ofSeries(100, 250)).isEqualTo(Vitality.FRESH);
        assertThat(Vitality.FRESH.ofSeries(251, 250)).isEqualTo(Vitality.HELD);
        assertThat(Vitality.FRESH.ofSeries(100, Double.NaN)).isEqualTo(Vitality.HELD);
        assertThat(Vitality.LATE.ofSeries(100, 250)).isEqualTo(Vitality.LATE);
        assertThat(Vitality.LOST.ofSeries(100, 250)).isEqualTo(Vitality.LOST);
    }

    private void pass(long millis) {
        now = now.plusMillis(millis);
    }
}
