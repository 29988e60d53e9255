package com.sentori.console.thresholds;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.thresholds.Threshold.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

class BandTest {
    private static final Band BOILER = new Band("b", "boiler", "temperature", new Band.Pair(18.0, 15.0),
            new Band.Pair(24.0, null), 0.5);

    @Test
    void is_kept_as_a_threshold_for_each_side_and_comes_back() {
        List<Threshold> sides = BOILER.thresholds();
        assertThat(sides).containsExactly(
                new Threshold("b-below", "boiler", "temperature", Side.BELOW, 18.0, 15.0, 0.5),
                new Threshold("b-above", "boiler", "temperature", Side.ABOVE, 24.0, null, 0.5));
        assertThat(Band.of(sides)).containsExactly(BOILER);
    }

    @Test
    void takes_a_threshold_that_was_made_otherwise_for_a_band_of_one_side() {
        Threshold hot = new Threshold("t", "hot", "temperature", Side.ABOVE, null, 30.0, 0);
        assertThat(Band.of(List.of(hot)))
                .containsExactly(new Band("t", "hot", "temperature", null, new Band.Pair(null, 30.0), 0));
    }

    @Test
    void loses_its_side_with_the_last_limit_of_it() {
        Threshold hot = new Threshold("t", "hot", "temperature", Side.ABOVE, 25.0, 30.0, 0);
        Threshold warning = hot.without(Severity.CRITICAL).orElseThrow();
        assertThat(warning.critical()).isNull();
        assertThat(warning.without(Severity.WARN)).isEmpty();
    }
}
