package com.sentori.sandbox.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DistributionTest {
    @Test
    void percentiles_are_right_to_a_percent() {
        double[] values = new Random(7).doubles(10_000, 1, 100).toArray();
        Aggregate aggregate = new Aggregate();
        DoubleStream.of(values).forEach(value -> aggregate.add(value, 1));
        double[] sorted = DoubleStream.of(values).sorted().toArray();

        for (int percent : new int[]{1, 10, 50, 90, 95, 99}) {
            double exact = sorted[sorted.length * percent / 100 - 1];
            assertThat(aggregate.percentile(percent).orElseThrow()).isCloseTo(exact, within(exact * 0.0101));
        }
        assertThat(aggregate.percentile(0)).hasValue(sorted[0]);
        assertThat(aggregate.percentile(100)).hasValue(sorted[sorted.length - 1]);
    }

    @Test
    void stays_small_and_nearly_right_over_many_orders_of_magnitude() {
        Distribution distribution = new Distribution();
        for (int exponent = -300; exponent <= 100; exponent++) {
            distribution.add(Math.pow(10, exponent), 1);
        }
        distribution.add(0, 1);

        assertThat(distribution.keys().length).isLessThanOrEqualTo(Distribution.MAX_BINS);
        assertThat(distribution.at(0.5)).isZero();
        assertThat(Math.log10(distribution.at(202))).isCloseTo(-100, within(1d));
    }

    @Test
    void parts_together_are_the_whole() {
        Random random = new Random(3);
        Aggregate whole = new Aggregate();
        Aggregate sum = new Aggregate();
        for (int part = 0; part < 10; part++) {
            Aggregate one = new Aggregate();
            random.doubles(1_000, 0, Math.pow(10, part)).forEach(value -> {
                one.add(value, 1);
                whole.add(value, 1);
            });
            sum.add(one);
        }
        assertThat(sum.count()).isEqualTo(whole.count());
        assertThat(sum.maximum()).isEqualTo(whole.maximum());
        double p50 = whole.percentile(50).orElseThrow();
        assertThat(sum.percentile(50).orElseThrow()).isCloseTo(p50, within(p50 * 0.1));
    }

    @Test
    void negative_values_and_statistics_have_no_percentiles() {
        assertThat(Aggregate.of(-1).percentile(50)).isEmpty();
        assertThat(Aggregate.of(2, 3, 1, 2).percentile(50)).isEmpty();
        assertThat(Aggregate.of(3, 6, 2, 2).percentile(50)).hasValue(2);
        assertThat(Aggregate.of(1).add(Aggregate.of(2, 3, 1, 2)).percentile(50)).isEmpty();
        assertThat(new Aggregate().percentile(50)).isEmpty();
    }
}
