package com.sentori.console.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SensorPlanTest {
    private static final double[] KEPT_WALK = {16.197, 22.113, 16.857, 18.637};
    private static final double[] KEPT_SINE = {27.934, 15.94};
    private static final SensorPlan PLAN = new SensorPlan(20, 5, Duration.ofSeconds(20), Waveform.SINE, 1);

    @Test
    void makes_sensors_times_rate_times_duration() {
        assertThat(PLAN.total()).isEqualTo(2_000).isEqualTo(PLAN.count());
        assertThat(new SensorPlan(3, 0.1, Duration.ofSeconds(60), Waveform.SINE, 1).total()).isEqualTo(18);
    }

    @ParameterizedTest
    @EnumSource
    void same_seed_same_values(Waveform waveform) {
        SensorPlan one = new SensorPlan(7, 3, Duration.ofMinutes(10), waveform, 99);
        SensorPlan same = new SensorPlan(7, 3, Duration.ofMinutes(10), waveform, 99);
        SensorPlan other = new SensorPlan(7, 3, Duration.ofMinutes(10), waveform, 100);
        long differing = 0;
        for (long seq = 0; seq < one.total(); seq++) {
            assertThat(one.value(seq)).isEqualTo(same.value(seq)).isFinite().isBetween(0.0, 40.0);
            differing += one.value(seq) != other.value(seq) ? 1 : 0;
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
    void values_are_the_same_on_every_machine() {
        // Kept from another run of the program: a change of these breaks the check of every run that was stored before.
        SensorPlan plan = new SensorPlan(2, 1, Duration.ofMinutes(1), Waveform.WALK, 42);
        assertThat(new double[]{plan.value(0), plan.value(1), plan.value(50), plan.value(119)})
                .containsExactly(KEPT_WALK);
        SensorPlan sine = new SensorPlan(2, 1, Duration.ofMinutes(1), Waveform.SINE, 42);
        assertThat(new double[]{sine.value(0), sine.value(119)}).containsExactly(KEPT_SINE);
    }

    @Test
    void spreads_its_sensors_over_the_interval() {
        assertThat(PLAN.dueNanos(0)).isZero();
        assertThat(PLAN.dueNanos(10)).isEqualTo(100_000_000);
        assertThat(PLAN.dueNanos(20)).isEqualTo(200_000_000);
    }
}
