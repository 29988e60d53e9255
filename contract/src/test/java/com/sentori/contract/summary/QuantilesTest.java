package com.sentori.contract.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class QuantilesTest {
    private static final int MILLION = 1_000_000;

    @Test
    void are_exact_while_there_are_few() {
        SplittableRandom random = new SplittableRandom(3);
        for (int count : new int[]{1, 2, 3, 20, 100, Quantiles.EXACT}) {
            check(count, 0, i -> random.nextInt(50));
        }
    }

    @Test
    void are_within_1_percent_of_rank_of_a_million_in_any_order() {
        SplittableRandom random = new SplittableRandom(3);
        check(MILLION, 0.01, i -> random.nextDouble());
        check(MILLION, 0.01, i -> i);
        check(MILLION, 0.01, i -> -i);
        check(MILLION, 0.01, i -> i % 2 == 0 ? i : -i);
        check(MILLION, 0.01, i -> Math.sin(i / 100.0));
    }

    private static void check(int count, double tolerance, IntToDoubleFunction source) {
        Quantiles quantiles = new Quantiles();
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = source.applyAsDouble(i);
            quantiles.add(values[i]);
        }
        Arrays.sort(values);
        for (double fraction : new double[]{0.5, 0.95, 0.99}) {
            int rank = (int) Math.ceil(fraction * count) - 1;
            int slack = (int) (tolerance * count);
            assertThat(quantiles.at(fraction)).as("%s of %d", fraction, count)
                    .isBetween(values[Math.max(0, rank - slack)], values[Math.min(count - 1, rank + slack)]);
        }
    }
}
