package com.sentori.sandbox.metricmath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sentori.sandbox.metrics.Metric;
import com.sentori.sandbox.metrics.Window;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private static final List<Metric> KNOWN = List.of(
            Metric.of("AWS/Lambda", "Duration", Map.of("FunctionName", "lambda_run_api")),
            Metric.of("AWS/Lambda", "Duration", Map.of("FunctionName", "lambda_sensor_api")),
            Metric.of("AWS/Lambda", "Errors", Map.of("FunctionName", "lambda_run_api")),
            Metric.of("AWS/Lambda", "Duration", Map.of()),
            Metric.of("IoTPlayground/Sensors", "SensorReading", Map.of("SensorId", "sensor-1", "User", "alice")));

    /** Of two series: m1 has 1 2 4 at 0 60 180, m2 has 10 20 at 60 120; five periods of a minute are asked for. */
    private static final class Given implements Inputs {
        @Override
        public Value of(String id) {
            return switch (id) {
                case "m1" -> new Value.One(series("m1", 0, 1, 60, 2, 180, 4));
                case "m2" -> new Value.One(series("m2", 60, 10, 120, 20));
                default -> throw Expression.refuse("no " + id);
            };
        }

        @Override
        public List<TimeSeries> metrics(String part) {
            return Stream.of("m1", "m2").filter(id -> id.contains(part)).flatMap(id -> of(id).all().stream()).toList();
        }

        @Override
        public List<TimeSeries> search(Search search, String statistic, int period) {
            return KNOWN.stream()
                    .filter(search.predicate())
                    .map(metric -> series(KNOWN.indexOf(metric) + statistic + period, 0, 1))
                    .toList();
        }

        @Override
        public void spend(int points) {
            assertThat(points).isEqualTo(5);
        }

        @Override
        public Window window(int period) {
            return new Window(0, 300, period);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"m1 + 1 ; 0=2 60=3 180=5", "-m1 ; 0=-1 60=-2 180=-4", "m1 + m2 ; 60=12",
            "10 - 4 / m1 * 2 ; 0=2 60=6 180=8", "(m1 + 1) * 2 ^ 2 ; 0=8 60=12 180=20",
            "m1 / (m1 - 1) ; 60=2 180=1.3333",
            "m1 > 1 AND m1 < 4 ; 0=0 60=1 180=0", "m1 == 1 || m1 >= 4 ; 0=1 60=0 180=1", "ABS(-m1) ; 0=1 60=2 180=4",
            "SUM([m1, m2]) ; 0=1 60=12 120=20 180=4", "SUM(METRICS()) ; 0=1 60=12 120=20 180=4",
            "AVG(METRICS('m')) ; 0=1 60=6 120=20 180=4", "MAX(METRICS(\"2\")) ; 60=10 120=20",
            "MIN([m1,m2]) ; 0=1 60=2 120=20 180=4",
            "m1 / SUM(m1) ; 0=0.1429 60=0.2857 180=0.5714", "m1 * METRIC_COUNT(METRICS()) ; 0=2 60=4 180=8",
            "RATE(m1) * PERIOD(m1) ; 60=1 180=1", "DIFF(m1) ; 60=1 180=2", "RUNNING_SUM(m1) ; 0=1 60=3 180=7",
            "FILL(m1, 0) ; 0=1 60=2 120=0 180=4 240=0", "FILL(m2, REPEAT) ; 60=10 120=20 180=20 240=20",
            "FILL(m1, LINEAR) ; 0=1 60=2 120=3 180=4", "IF(m1 > 1, m1, 0) ; 0=0 60=2 180=4", "IF(m1 > 1, m2) ; 60=10",
            "TIME_SERIES(7) ; 0=7 60=7 120=7 180=7 240=7", "FIRST(SORT(METRICS(), MAX, DESC)) ; 60=10 120=20",
            "SLICE(METRICS(), 1) ; 60=10 120=20", "LOG10(m2) ; 60=1 120=1.301", "CEIL(m2 / 3) ; 60=4 120=7"})
    void is_calculated(String expression, String points) {
        assertThat(text(Expression.parse(expression).evaluate(new Given()))).isEqualTo(points);
    }

    @Test
    void numbers_and_arrays_stay_what_they_are() {
        assertThat(Expression.parse("DATAPOINT_COUNT(m1) + 2 * STDDEV(FILL(m2 * 0, 0))").evaluate(new Given()))
                .isEqualTo(new Value.Scalar(3));
        assertThat(Expression.parse("METRICS() * 2").evaluate(new Given()).all()).extracting(TimeSeries::label)
                .containsExactly("m1", "m2");
        assertThat(Expression.parse("REMOVE_EMPTY(METRICS() / 0)").evaluate(new Given()).all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{AWS/Lambda,FunctionName} MetricName=\"Duration\" | 0 1", "{AWS/Lambda, \"FunctionName\"} | 0 1 2",
            "{AWS/Lambda} Duration | 3", "Namespace=\"AWS/Lambda\" MetricName=\"Errors\" | 2", "alice | 4", "ALI | 4",
            "\"ali\" | ``", "Namespace=AWS AND NOT MetricName=Dur | 2",
            "\"FunctionName\"=(\"lambda_run_api\" OR \"none\") Duration | 0", "FunctionName=run OR User=alice | 0 2 4",
            "(Errors OR SensorReading) NOT alice | 2", "``| 0 1 2 3 4"})
    void a_search_finds_what_its_words_say(String search, String found) {
        String expression = "SEARCH('" + (search == null ? "" : search) + "', 'Sum', 60)";
        assertThat(Expression.parse(expression).evaluate(new Given()).all()).extracting(TimeSeries::label)
                .containsExactlyElementsOf(Stream.of(found.split(" "))
                        .filter(one -> !one.isEmpty())
                        .map(one -> one + "Sum60")
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m1 +", "m1 m2", "(m1", "[m1", "m1 # 2", "unknown", "nothing(m1)",
            "ANOMALY_DETECTION_BAND(m1)",
            "SUM()", "SUM(1)", "FILL(m1)", "FILL(m1, NEVER)", "FILL(m1, m2)", "RATE('m1')", "METRICS(1)", "[1, 2]",
            "METRICS() + METRICS()",
            "'text' + 1", "SEARCH('{AWS/Lambda', 'Sum')", "SEARCH('a = )', 'Sum')", "SEARCH('\"a', 'Sum')",
            "SORT(METRICS(), MEDIAN, ASC)",
            "IF(m1, METRICS(), 1)", "SELECT AVG(x) FROM y", "m1 = 1", "'open"})
    void what_cannot_be_is_refused_with_a_sentence(String expression) {
        assertThatExceptionOfType(MathFault.class)
                .isThrownBy(() -> Expression.parse(expression).evaluate(new Given()))
                .withMessageNotContaining("Exception");
    }

    @Test
    void nesting_has_an_end() {
        assertThatExceptionOfType(MathFault.class).isThrownBy(() -> Expression.parse("(".repeat(2_000)))
                .withMessageContaining("deep");
        assertThatExceptionOfType(MathFault.class)
                .isThrownBy(() -> Expression.parse("SEARCH('" + "(".repeat(2_000) + "', 'Sum')").evaluate(new Given()))
                .withMessageContaining("deep");
    }

    private static TimeSeries series(String label, double... timesAndValues) {
        NavigableMap<Long, Double> points = new TreeMap<>();
        for (int i = 0; i < timesAndValues.length; i += 2) {
            points.put((long) timesAndValues[i], timesAndValues[i + 1]);
        }
        return new TimeSeries(label, null, 60, points);
    }

    private static String text(Value value) {
        return value.all()
                .getFirst()
                .points()
                .entrySet()
                .stream()
                .map(point -> point.getKey() + "="
                        + BigDecimal.valueOf(Math.round(point.getValue() * 10_000), 4)
                                .stripTrailingZeros()
                                .toPlainString())
                .collect(Collectors.joining(" "));
    }
}
