package com.sentori.console.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SensorPlanTest {
    private static final SensorPlan PLAN = new SensorPlan(20, 5, Duration.ofSeconds(20), Waveform.SINE, 1);

    @Test
    void makes_sensors_times_rate_times_duration() {
        assertThat(PLAN.total()).isEqualTo(2_000);
        assertThat(new SensorPlan(3, 0.1, Duration.ofSeconds(60), Waveform.SINE, 1).total()).isEqualTo(18);
    }

    @ParameterizedTest
    @EnumSource
    void same_seed_same_values(Waveform waveform) {
        SensorPlan one = new SensorPlan(7, 3, Duration.ofMinutes(10), waveform, 99);
        SensorPlan same = new SensorPlan(7, 3, Duration.ofMinutes(10), waveform, 99);
        SensorPlan other = new SensorPlan(7, 3, Duration.ofMinutes(10), waveform, 100);
        long differing = 0;
        for (long number = 0; number < one.total(); number++) {
            assertThat(one.value(number)).isEqualTo(same.value(number)).isFinite().isBetween(0.0, 40.0);
            differing += one.value(number) != other.value(number) ? 1 : 0;
        }
        assertThat(differing).isGreaterThan(one.total() / 2);
    }

    @Test
    void does_not_drift_over_ten_thousand_ticks() {
        SensorPlan plan = new SensorPlan(3, 7, Duration.ofSeconds(2_000), Waveform.SINE, 1);
        for (long tick = 0; tick <= 10_000; tick++) {
            double exact = tick * 1e9 / 7;
            assertThat(plan.dueNanos(tick * 3)).isBetween((long) exact - 1, (long) exact + 1);
        }
    }

    @Test
    void on_a_virtual_clock_each_reading_is_due_once_and_in_order() {
        SensorPlan plan = new SensorPlan(20, 7, Duration.ofSeconds(500), Waveform.SINE, 1);
        long sent = 0;
        // The clock moves in uneven steps, as a busy machine's would.
        for (long now = 0; sent < plan.total(); now += 1 + (now * 31) % 97_000_003) {
            long due = plan.dueBy(now);
            assertThat(due).isGreaterThanOrEqualTo(sent);
            if (due > 0) {
                assertThat(plan.dueNanos(due - 1)).isLessThanOrEqualTo(now);
            }
            if (due < plan.total()) {
                assertThat(plan.dueNanos(due)).isGreaterThan(now);
            }
            sent = due;
        }
        assertThat(sent).isEqualTo(plan.total());
    }

    @Test
    void spreads_its_sensors_over_the_interval() {
        assertThat(PLAN.dueNanos(0)).isZero();
        assertThat(PLAN.dueNanos(10)).isEqualTo(100_000_000);
        assertThat(PLAN.dueNanos(20)).isEqualTo(200_000_000);
    }
}
