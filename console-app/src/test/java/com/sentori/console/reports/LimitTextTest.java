package com.sentori.console.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Too warm: sensor-3 temperature > 27.5 | Too warm: sensor-3 temperature > 27.5 | Too warm : sensor-3 temperature > 27,5",
            "A: b: sensor-1 x < -1250 | A: b: sensor-1 x < -1,250 | A: b : sensor-1 x < -1\u202f250",
            "Slow: p(99.9) > 200 | Slow: latency, 99.9 % > 200 | Slow : latence, 99,9 % > 200",
            "Silent: age > 5 | Silent: age of the newest reading (s) > 5 | Silent : âge de la dernière mesure (s) > 5",
            "of another form | of another form | of another form"})
    void it_is_written_as_its_reader_writes(String kept, String english, String french) {
        assertThat(in(Locale.ENGLISH, kept)).isEqualTo(english);
        assertThat(in(Locale.FRENCH, kept)).isEqualTo(french);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2026-11-01 | Nov 1, 2026 | 1 nov. 2026", "soon | soon | soon"})
    void a_day_is_written_as_its_reader_writes(String written, String english, String french) {
        assertThat(new Figures(new Texts(Locale.ENGLISH), ZoneOffset.UTC).day(written)).isEqualTo(english);
        assertThat(new Figures(new Texts(Locale.FRENCH), ZoneOffset.UTC).day(written)).isEqualTo(french);
    }

    private static String in(Locale locale, String kept) {
        Texts texts = new Texts(locale);
        return LimitText.of(kept, texts, new Figures(texts, ZoneOffset.UTC));
    }
}
