package com.sentori.console.thresholds;

import static com.sentori.console.thresholds.Severity.CRITICAL;
import static com.sentori.console.thresholds.Severity.OK;
import static com.sentori.console.thresholds.Severity.WARN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sentori.contract.json.Json;
import org.junit.jupiter.api.Test;

class ThresholdTest {
    private final Threshold hot = new Threshold("t", "hot", "°C", Threshold.Side.ABOVE, 30.0, 40.0, 2);
    private final Threshold cold = new Threshold("u", "cold", "°C", Threshold.Side.BELOW, 5.0, null, 1);

    @Test
    void a_value_is_bad_at_once_and_good_only_when_it_came_back_by_the_hysteresis() {
        assertThat(hot.severity(30, OK)).isEqualTo(OK);
        assertThat(hot.severity(30.1, OK)).isEqualTo(WARN);
        assertThat(hot.severity(28.5, WARN)).isEqualTo(WARN);
        assertThat(hot.severity(28, WARN)).isEqualTo(OK);
        assertThat(hot.severity(40.1, OK)).isEqualTo(CRITICAL);
        assertThat(hot.severity(38.5, CRITICAL)).isEqualTo(CRITICAL);
        assertThat(hot.severity(38, CRITICAL)).isEqualTo(WARN);
        assertThat(cold.severity(4.9, OK)).isEqualTo(WARN);
        assertThat(cold.severity(5.9, WARN)).isEqualTo(WARN);
        assertThat(cold.severity(6, WARN)).isEqualTo(OK);
    }

    @Test
    void a_limit_that_is_moved_stops_at_the_other() {
        assertThat(hot.moved(WARN, 35).warn()).isEqualTo(35);
        assertThat(hot.moved(WARN, 55).warn()).isEqualTo(40);
        assertThat(hot.moved(CRITICAL, 10).critical()).isEqualTo(30);
        assertThat(cold.moved(WARN, -3).warn()).isEqualTo(-3);
    }

    @Test
    void refuses_what_makes_no_sense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Threshold("t", "", "", Threshold.Side.ABOVE, 40.0, 30.0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Threshold("t", "", "", Threshold.Side.ABOVE, null, null, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Threshold("t", "", "", Threshold.Side.ABOVE, 1.0, null, -1));
    }

    @Test
    void is_the_same_after_json() {
        assertThat(Json.read(Json.bytes(cold), Threshold.class)).isEqualTo(cold);
    }
}
