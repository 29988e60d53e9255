package com.sentori.console.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.runs.Order;
import com.sentori.console.runs.PlanFault.Field;
import com.sentori.console.runs.Threshold;
import com.sentori.console.simulator.SensorPlan;
import com.sentori.console.simulator.TypedDuration;
import com.sentori.console.simulator.Waveform;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanFormTest {
    @Test
    void reads_a_plan() {
        assertThat(read("20", "5", "20 s", "7").order().orElseThrow().plan())
                .isEqualTo(new SensorPlan(20, 5, Duration.ofSeconds(20), Waveform.SINE, 7));
    }

    @Test
    void reads_a_comma_and_blanks_in_numbers() {
        assertThat(read("1 000", "0,5", "20", "7").order().orElseThrow().source())
                .isEqualTo(new Order.Form(1_000, 0.5, Waveform.SINE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1001", "2.5", "many"})
    void refuses_such_sensors(String typed) {
        assertThat(read(typed, "5", "20 s", "7").faults()).containsOnlyKeys(Field.SENSORS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-5", "101", "NaN", "Infinity", "fast"})
    void refuses_such_rates(String typed) {
        assertThat(read("20", typed, "20 s", "7").faults()).containsOnlyKeys(Field.RATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "25h", "soon", "-3"})
    void refuses_such_durations(String typed) {
        assertThat(read("20", "5", typed, "7").faults()).containsOnlyKeys(Field.DURATION);
    }

    @Test
    void refuses_a_seed_that_is_no_number() {
        assertThat(read("20", "5", "20 s", "x")).satisfies(form -> {
            assertThat(form.seedReadable()).isFalse();
            assertThat(form.order()).isEmpty();
        });
    }

    @Test
    void refuses_a_run_that_is_too_large_to_be_checked() {
        assertThat(read("1000", "100", "24h", "7").faults()).containsOnlyKeys(Field.TOTAL);
    }

    @Test
    void keeps_thresholds_and_names_the_one_that_is_none() {
        assertThat(read("20", "5", "20 s", "7", "p(95)<200, temperature:max<=30").order().orElseThrow().thresholds())
                .extracting(Threshold::text)
                .containsExactly("p(95)<200", "temperature:max<=30");
        assertThat(read("20", "5", "20 s", "7", "p(95)<200, fast")).satisfies(form -> {
            assertThat(form.thresholdFault()).isEqualTo("fast");
            assertThat(form.order()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({"90, 90", "90 s, 90", "2m, 120", "2 min, 120", "1 h 30, 3630", "1h30m, 5400", "1 h 30 min, 5400"})
    void reads_durations_as_people_type_them(String typed, long seconds) {
        assertThat(TypedDuration.read(typed)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"250ms, 250", "1500 ms, 1500", "1s 500ms, 1500", "2m 5ms, 120005"})
    void takes_milliseconds_for_what_they_are(String typed, long millis) {
        assertThat(TypedDuration.read(typed)).contains(Duration.ofMillis(millis));
    }

    private static PlanForm read(String sensors, String rate, String duration, String seed) {
        return read(sensors, rate, duration, seed, "");
    }

    private static PlanForm read(String sensors, String rate, String duration, String seed, String thresholds) {
        return PlanForm.read(new PlanForm.Typed(sensors, rate, duration, Waveform.SINE, seed, thresholds, null), null);
    }
}
