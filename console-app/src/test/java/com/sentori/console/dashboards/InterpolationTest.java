package com.sentori.console.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.dashboards.Interpolation.Place;
import com.sentori.console.dashboards.Variable.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;

class InterpolationTest {
    private static final Instant FROM = Instant.parse("2026-01-15T10:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"$run;(a\\\\.b|c\\\\'d)", "${run};(a\\\\.b|c\\\\'d)",
            "[[run]];(a\\\\.b|c\\\\'d)", "${run:regex};(a\\.b|c'd)", "${run:pipe};a.b|c'd", "${run:csv};a.b,c'd",
            "[[run:csv]];a.b,c'd", "${run:json};[\"a.b\",\"c'd\"]", "${run:glob};{a.b,c'd}",
            "${run:singlequote};'a.b','c\\'d'", "${run:doublequote};\"a.b\",\"c'd\"", "${run:sqlstring};'a.b','c''d'",
            "${run:queryparam};var-run=a.b&var-run=c%27d", "${run:text};A + C",
            "$nobody ${nobody:csv};$nobody ${nobody:csv}"})
    void puts_values_into_texts_in_every_format(String text, String expected) {
        assertThat(names(two()).text(text, Place.PROMQL)).isEqualTo(expected);
    }

    @Test
    void a_single_value_stands_in_quotes_and_what_stands_for_all_as_it_is_written() {
        Chosen one = chosen("user", false, false, "", List.of("o\"k"), false);
        Chosen all = chosen("sensor", true, true, ".*", List.of("s1", "s2"), true);
        assertThat(names(one, all).text("x{user=\"$user\", sensor=~\"$sensor\"}", Place.PROMQL))
                .isEqualTo("x{user=\"o\\\"k\", sensor=~\".*\"}");
        assertThat(names(one, all).text("of $sensor", Place.TEXT)).isEqualTo("of s1 + s2");
    }

    @Test
    void knows_the_names_that_grafana_gives_to_times() {
        Timing timing = Timing.of(FROM, FROM.plusSeconds(3_600), 100, Duration.ofSeconds(1), Timing.USUAL_SCRAPE);
        assertThat(new Interpolation(Map.of(), timing).text(
                "$__interval $__interval_ms [$__rate_interval] $__range ${__range_s} $__from ${__to:date:iso}",
                Place.PROMQL)).isEqualTo("1m 60000 [75s] 3600s 3600 " + FROM.toEpochMilli() + " 2026-01-15T11:00:00Z");
    }

    @Test
    void steps_are_round_and_no_shorter_than_wanted() {
        assertThat(Timing.of(FROM, FROM.plusSeconds(900), 1_000, Duration.ofSeconds(1), Timing.USUAL_SCRAPE).step())
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(Timing.of(FROM, FROM.plusSeconds(900), 100, Duration.ofSeconds(1), Timing.USUAL_SCRAPE).step())
                .isEqualTo(Duration.ofSeconds(10));
        assertThat(Timing.of(FROM, FROM.plusSeconds(900), 100, Duration.ofSeconds(15), Timing.USUAL_SCRAPE).step())
                .isEqualTo(Duration.ofSeconds(15));
    }

    private static Chosen two() {
        return chosen("run", true, true, "", List.of("a.b", "c'd"), false);
    }

    private static Chosen chosen(String name, boolean many, boolean withAll, String allValue, List<String> values,
            boolean all) {
        Variable variable = new Variable(name, name, Kind.CUSTOM, JsonNodeFactory.instance.stringNode(""),
                Datasource.NONE, "", 0, many, withAll, allValue, List.of(), List.of(), false);
        List<String> texts = name.equals("run") ? List.of("A", "C") : values;
        return new Chosen(variable, values, texts, all, List.of(), "");
    }

    private static Interpolation names(Chosen... chosen) {
        Map<String, Chosen> all = new HashMap<>();
        for (Chosen each : chosen) {
            all.put(each.variable().name(), each);
        }
        return new Interpolation(all);
    }
}
