package com.sentori.console.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RingTest {
    private record Entry(long time, double value) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void levels_and_order_equal_brute_force_whatever_comes_late(long seed) {
        Random random = new Random(seed);
        Ring ring = new Ring(1_024);
        List<Entry> expected = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            long late = random.nextInt(10) == 0 ? random.nextInt(random.nextInt(10) == 0 ? 5_000 : 40) : 0;
            Entry entry = new Entry(i * 3L - late, random.nextGaussian());
            if (ring.add(entry.time(), entry.value())) {
                insert(expected, entry);
            } else {
                assertThat(entry.time()).isLessThan(expected.getFirst().time());
            }
            if (i % 37 == 0) {
                check(ring, expected);
            }
            if (i == 600) {
                ring = ring.doubled();
            }
        }
        check(ring, expected);
    }

    private static void insert(List<Entry> expected, Entry entry) {
        if (expected.size() == 1_024 + 1_024) {
            expected.removeFirst();
        }
        expected.add(entry);
        expected.sort(Comparator.comparingLong(Entry::time));
    }

    private static void check(Ring ring, List<Entry> expected) {
        assertThat(ring.tail() - ring.head()).isEqualTo(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(ring.time(ring.head() + i)).isEqualTo(expected.get(i).time());
            assertThat(ring.value(ring.head() + i)).isEqualTo(expected.get(i).value());
        }
        for (int level = 0; level < ring.levels(); level++) {
            int size = ring.blockSize(level);
            for (long place = Math.ceilDiv(ring.head(), size) * size; place + size <= ring.tail(); place += size) {
                int from = (int) (place - ring.head());
                List<Double> values = expected.subList(from, from + size).stream().map(Entry::value).sorted().toList();
                assertThat(ring.low(level, place)).isEqualTo(values.getFirst());
                assertThat(ring.high(level, place)).isEqualTo(values.getLast());
            }
        }
    }
}
