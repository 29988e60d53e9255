package com.sentori.console.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"none|1234.5|1,234", "none|1.25|1.25", "short|1234|1.23 K",
            "short|2500000|2.5 Mil",
            "percent|12.345|12.3%", "percentunit|0.123|12.3%", "ms|12|12 ms", "ms|1500|1.5 s", "s|0.0042|4.2 ms",
            "s|90|1.5 min", "bytes|1536|1.5 KiB", "decbytes|1500|1.5 kB", "reqps|0.5|0.5 req/s",
            "reqps|2500|2.5K req/s", "ops|12|12 ops/s", "opm|60|60 ops/min", "celsius|21.53|21.5 °C",
            "currencyUSD|1.5|$1.5", "parsecs|3|3 parsecs", "suffix:beats|3|3 beats", "suffix:/s|22.24|22.2 /s",
            "Bps|2000|2 kB/s", "bytes|0|0 B"})
    void writes_values_in_the_step_of_their_size(String unit, double value, String expected) {
        assertThat(Unit.of(unit).text(value, null, Locale.ENGLISH)).isEqualTo(expected);
    }

    @Test
    void keeps_to_the_decimals_that_are_wanted_and_to_the_language() {
        assertThat(Unit.of("ms").text(1_250, 3, Locale.FRENCH)).isEqualTo("1,250 s");
        assertThat(Unit.of("none").text(Double.NaN, null, Locale.ENGLISH)).isEqualTo("NaN");
        assertThat(Unit.of("bytes").text(Double.POSITIVE_INFINITY, null, Locale.ENGLISH)).startsWith("∞");
    }
}
