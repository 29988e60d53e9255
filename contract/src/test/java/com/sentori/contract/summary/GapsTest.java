package com.sentori.contract.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GapsTest {
    @Test
    void finds_the_longest_whatever_the_order_of_those_that_are_near() {
        Random random = new Random(9);
        List<Long> times = new ArrayList<>(LongStream.range(0, 20_000)
                .map(i -> i * 10 + (i >= 7_000 ? 5_000 : 0))
                .boxed()
                .toList());
        for (int from = 0; from < times.size(); from += Gaps.WINDOW / 2) {
            Collections.shuffle(times.subList(from, Math.min(times.size(), from + Gaps.WINDOW / 2)), random);
        }
        Gaps gaps = new Gaps();
        times.forEach(gaps::add);
        assertThat(gaps.longest()).isEqualTo(5_010);
    }

    @Test
    void one_reading_has_none() {
        Gaps gaps = new Gaps();
        assertThat(gaps.longest()).isZero();
        gaps.add(7);
        assertThat(gaps.longest()).isZero();
        gaps.add(3);
        assertThat(gaps.longest()).isEqualTo(4);
    }
}
