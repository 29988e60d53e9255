package com.sentori.console.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void knows_what_a_set_would_know(long seed) {
        Random random = new Random(seed);
        Places places = new Places();
        TreeSet<Long> set = new TreeSet<>();
        for (int i = 0; i < 200; i++) {
            long from = 1L + random.nextInt(500);
            long to = from + random.nextInt(12) - 1;
            places.add(from, to);
            for (long place = from; place <= to; place++) {
                set.add(place);
            }
            for (long place = 1; place < 520; place++) {
                assertThat(places.contains(place)).isEqualTo(set.contains(place));
            }
            long unbroken = 0;
            while (set.contains(unbroken + 1)) {
                unbroken++;
            }
            assertThat(places.unbroken()).isEqualTo(unbroken);
        }
    }

    @Test
    void what_comes_in_order_is_one_range() {
        Places places = new Places();
        for (long place = 0; place < 1_000; place += 10) {
            places.add(place + 1, place + 10);
        }
        assertThat(places.unbroken()).isEqualTo(1_000);
        assertThat(places.holes()).isZero();
        places.add(1_500, 1_600);
        assertThat(places.holes()).isEqualTo(1);
    }
}
