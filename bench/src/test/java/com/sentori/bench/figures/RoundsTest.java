package com.sentori.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
    @Test
    void takes_ratios_within_a_round_and_their_median() throws Exception {
        Iterator<Double> values = List.of(10.0, 5.0, 90.0, 30.0, 8.0, 8.0).iterator();
        Rounds rounds = Rounds.of(3, List.of(values::next, values::next));
        assertThat(rounds.compare(0, 1)).isEqualTo(new Rounds.Pair(10, 8, 2));
    }

    @Test
    void takes_the_mean_of_the_middle_two_of_an_even_number() {
        assertThat(Rounds.median(4, 1, 3, 2)).isEqualTo(2.5);
    }
}
