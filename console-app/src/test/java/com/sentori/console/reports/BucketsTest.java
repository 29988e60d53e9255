package com.sentori.console.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BucketsTest {
    @Test
    void are_as_few_however_long_it_goes_and_lose_no_peak() {
        Buckets buckets = new Buckets();
        SplittableRandom random = new SplittableRandom(1);
        double sum = 0;
        int count = 200_000;
        for (int i = 0; i < count; i++) {
            double value = i == 77_777 ? 1e6 : random.nextDouble();
            sum += value;
            buckets.add(1_767_225_600_000L + i * 433L - random.nextInt(5_000), value);
        }
        Curve curve = buckets.curve(Curve.Kind.VALUES, "t");
        assertThat(curve.points()).hasSize(Buckets.MOST);
        assertThat(curve.points().stream().mapToDouble(Curve.Point::high).max()).hasValue(1e6);
        assertThat(curve.points().stream().mapToLong(Curve.Point::count).sum()).isEqualTo(count);
        assertThat(curve.points().stream().mapToDouble(point -> point.middle() * point.count()).sum())
                .isCloseTo(sum, within(1e-3));
        assertThat(curve.points()).isSortedAccordingTo((a, b) -> Long.compare(a.time(), b.time()));
    }

    @Test
    void take_times_that_lie_far_apart_and_values_at_the_ends_of_a_double() {
        Buckets buckets = new Buckets();
        buckets.add(0, Double.MAX_VALUE);
        buckets.add(0, -Double.MAX_VALUE);
        buckets.add(253_402_300_799_999L, 1);
        Curve curve = buckets.curve(Curve.Kind.VALUES, "t");
        assertThat(curve.points()).allSatisfy(point -> assertThat(point.middle()).isFinite());
        assertThat(buckets.rate().points()).hasSizeLessThanOrEqualTo(Buckets.MOST);
    }
}
