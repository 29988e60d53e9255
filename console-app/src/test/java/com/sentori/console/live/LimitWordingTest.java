package com.sentori.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.rules.Rule;
import com.sentori.console.rules.Watch;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import com.sentori.console.thresholds.Severity;
import com.sentori.console.thresholds.Threshold;
import com.sentori.console.thresholds.Threshold.Side;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitWordingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"86.079 | 0.1 | 86.1 ms > 0.1 ms | 86,1 ms > 0,1 ms",
            "912.4 | 200 | 912 ms > 200 ms | 912 ms > 200 ms", "200.2 | 200 | 200.2 ms > 200 ms | 200,2 ms > 200 ms",
            "27.505 | 27.5 | 27.505 ms > 27.5 ms | 27,505 ms > 27,5 ms"})
    void a_figure_and_its_limit_have_the_same_unit_and_as_many_decimals_as_it_takes(double value, double limit,
            String english, String french) {
        Rule rule = new Rule(new Watch.Latency(95), new Threshold("slow", "Slow", "ms", Side.ABOVE, null, limit, 0),
                Duration.ZERO, 1, "", false);
        assertThat(in(Locale.ENGLISH, rule, value)).isEqualTo(english);
        assertThat(in(Locale.FRENCH, rule, value)).isEqualTo(french);
    }

    private static String in(Locale locale, Rule rule, double value) {
        Texts texts = new Texts(locale);
        return new LimitWording(texts, new Figures(texts, ZoneOffset.UTC)).against(rule, Severity.CRITICAL, value);
    }
}
