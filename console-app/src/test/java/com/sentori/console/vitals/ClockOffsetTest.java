package com.sentori.console.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClockOffsetTest {
    private final ClockOffset clock = new ClockOffset();

    @Test
    void knows_nothing_before_the_first_round_trip() {
        assertThat(clock.best()).isNull();
    }

    @Test
    void the_truth_lies_within_the_uncertainty_however_crooked_the_way() {
        Random random = new Random(1);
        Duration truth = Duration.ofMillis(-3_723);
        Instant now = Instant.ofEpochSecond(1_000);
        for (int i = 0; i < 500; i++) {
            long there = random.nextInt(200);
            long back = random.nextInt(200);
            Instant read = now.plusMillis(there).plus(truth);
            clock.add(now, now.plusMillis(there + back), Instant.ofEpochMilli(read.toEpochMilli()));
            ClockOffset.Offset best = Objects.requireNonNull(clock.best());
            assertThat(best.offset().minus(truth).abs()).isLessThanOrEqualTo(best.uncertainty());
            now = now.plusMillis(1_000);
        }
        assertThat(Objects.requireNonNull(clock.best()).uncertainty()).isLessThan(Duration.ofMillis(60));
    }

    @Test
    void follows_a_clock_that_was_set() {
        Instant now = Instant.ofEpochSecond(1_000);
        clock.add(now, now, now);
        for (int i = 0; i < ClockOffset.KEPT; i++) {
            clock.add(now, now.plusMillis(10), now.plusMillis(5).plusSeconds(60));
        }
        assertThat(Objects.requireNonNull(clock.best()).offset()).isBetween(Duration.ofSeconds(60),
                Duration.ofMillis(60_001));
    }

    @Test
    void an_age_is_reckoned_by_the_other_clock_and_never_negative() {
        ClockOffset.Offset offset = new ClockOffset.Offset(Duration.ofSeconds(10), Duration.ZERO);
        Instant now = Instant.ofEpochSecond(100);
        assertThat(offset.age(108_000, now)).isEqualTo(Duration.ofSeconds(2));
        assertThat(offset.age(111_000, now)).isEqualTo(Duration.ZERO);
    }
}
