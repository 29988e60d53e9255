package com.sentori.contract.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
    private static final long LAST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    @Test
    void whatever_is_written_is_read_back() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            Instant instant = Instant.ofEpochMilli(random.nextLong(LAST + 1));
            assertThat(Timestamps.write(instant)).hasSize(24).endsWith("Z");
            assertThat(Timestamps.parse(Timestamps.write(instant))).isEqualTo(instant);
        }
    }

    @Test
    void every_offset_names_the_same_instant() {
        Instant instant = Instant.parse("2026-01-15T10:30:00.123Z");
        for (int minutes = -18 * 60; minutes <= 18 * 60; minutes += 15) {
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(minutes * 60);
            assertThat(Timestamps.parse(instant.atOffset(offset).toString())).isEqualTo(instant);
            assertThat(Timestamps.parse(instant.atOffset(offset).toString().replaceAll("([+-]..):(..)$", "$1$2")))
                    .isEqualTo(instant);
            assertThat(Timestamps.parseQuery(instant.atOffset(offset).toString().replace('+', ' ')))
                    .isEqualTo(instant);
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-01-15T10:30Z,2026-01-15T10:30:00.000Z", "2026-01-15t10:30:00z,2026-01-15T10:30:00.000Z",
            "2026-01-15T12:30:00+02,2026-01-15T10:30:00.000Z",
            "2026-01-15T10:30:00.9999Z,2026-01-15T10:30:00.999Z",
            "2026-01-15T10:30:00.00000000000000000001Z,2026-01-15T10:30:00.000Z",
            "1970-01-01T00:00:00Z,1970-01-01T00:00:00.000Z", "9999-12-31T23:59:59.9999Z,9999-12-31T23:59:59.999Z"})
    void cuts_to_milliseconds(String text, String written) {
        assertThat(Timestamps.write(Timestamps.parse(text))).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "2026-01-15", "2026-01-15T10:30:00", "2026-01-15T10:30:00 Z",
            "1969-12-31T23:59:59.9999Z", "10000-01-01T00:00:00Z", "+10000-01-01T00:00:00Z",
            "9999-12-31T23:59:59-01:00", "2026-02-29T00:00:00Z", "2026-01-15T24:00:00Z", "2026-01-15T10:30:00+19:00",
            "2026-01-15T10:30:00Z[Europe/Paris]", "-999999999-01-01T00:00:00Z"})
    void refuses_what_is_no_instant_of_1970_to_9999(String text) {
        assertThatThrownBy(() -> Timestamps.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> Timestamps.parseQuery(text)).isInstanceOf(DateTimeException.class);
    }
}
