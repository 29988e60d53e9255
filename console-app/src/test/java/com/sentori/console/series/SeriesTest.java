package com.sentori.console.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeriesTest {
    @Test
    void keeps_late_samples_in_the_order_of_time() {
        Series series = new Series(1_000);
        series.append(10, 1);
        series.append(30, 3);
        series.append(20, 2);
        assertThat(values(series)).containsExactly(1, 2, 3);
    }

    @Test
    void lets_go_of_the_older_half_when_full() {
        Series series = new Series(128);
        for (int i = 0; i < 129; i++) {
            series.append(i, i);
        }
        assertThat(values(series)).hasSize(65).startsWith(64).endsWith(128);
        assertThat(series.dropped()).isEqualTo(64);
    }

    @Test
    void extents_of_blocks_are_those_of_their_samples() {
        Random random = new Random(7);
        Series series = new Series(4_096);
        for (int i = 0; i < 10_000; i++) {
            // One in ten comes late.
            series.append(random.nextInt(10) == 0 ? i * 10L - 200 : i * 10L, random.nextGaussian());
        }
        boolean agrees = series.read((times, values, size, extents, cadence) -> {
            boolean same = extents.count() == size / 32;
            for (int block = 0; block < extents.count(); block++) {
                double[] part = Arrays.copyOfRange(values, block * 32, block * 32 + 32);
                same &= extents.min(block) == Arrays.stream(part).min().orElseThrow()
                        && extents.max(block) == Arrays.stream(part).max().orElseThrow();
            }
            for (int i = 1; i < size; i++) {
                same &= times[i - 1] <= times[i];
            }
            return same;
        });
        assertThat(agrees).isTrue();
    }

    @Test
    void learns_its_cadence_and_does_not_take_a_gap_for_one() {
        Series series = new Series(1_000);
        for (int i = 0; i < 100; i++) {
            series.append(i * 200L + (i > 50 ? 60_000 : 0), 1);
        }
        double learned = series.read((_, _, _, _, cadence) -> cadence);
        assertThat(learned).isBetween(190.0, 230.0);
    }

    private static double[] values(Series series) {
        return series.read((_, values, size, _, _) -> Arrays.copyOf(values, size));
    }
}
