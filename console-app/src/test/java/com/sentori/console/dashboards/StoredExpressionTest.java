package com.sentori.console.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.sources.Line;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.RunParams;
import com.sentori.contract.runs.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredExpressionTest {
    private static final Instant BEGIN = Instant.parse("2026-01-15T10:00:00Z");

    /** Two sensors that measure once a second for a minute: one its second, the other ten times that. */
    private static List<Track> tracks() {
        Run run = new Run("r1", "alice", RunStatus.RUNNING, BEGIN, null, null, null,
                new RunParams("r1", List.of("s1", "s2"), 60, 1), Meta.EMPTY, null);
        List<Track> tracks = new ArrayList<>();
        for (int sensor = 1; sensor <= 2; sensor++) {
            Track track = new Track(run, "s" + sensor, "temperature");
            for (int second = 1; second <= 60; second++) {
                track.add(BEGIN.plusSeconds(second).toEpochMilli(), second * (sensor == 1 ? 1.0 : 10.0));
            }
            tracks.add(track);
        }
        return tracks;
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"sum(sensor_data_value);660",
            "avg by (run) (sensor_data_value{user=~\"ali.*\"});330",
            "count(count by (run, sensor_id) (sensor_data_ingested_total));2",
            "max(sensor_data_value{sensor_id!=\"s2\"});60",
            "sum(rate(sensor_data_ingested_total{run=\"r1\"}[30s]));2",
            "60 * sum(rate(sensor_data_ingested_total[30s]));120",
            "sum(max_over_time(sensor_data_ingested_total[1h]));120", "topk(1, sensor_data_value);600",
            "min_over_time(sensor_data_value{sensor_id=\"s1\"}[10s]);51",
            "sum without (type) (sensor_data_value{sensor_id=\"s1\"});60"})
    void answers_what_the_dashboards_ask_of_readings(String expression, double expected) {
        List<Line> lines = new Evaluation(tracks(), "A", true, timing(60)).of(StoredExpression.read(expression)
                .orElseThrow());
        assertThat(lines).singleElement().satisfies(line -> assertThat(line.values()).containsExactly(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "histogram_quantile(0.5, x)", "sum(sensor_data_value) or vector(0)",
            "sum(sensor_data_value",
            "rate(sensor_data_ingested_total[5m:1m])", "sensor_data_value{x=~\"(\"}", "1"})
    void leaves_to_prometheus_what_readings_cannot_tell(String expression) {
        assertThat(StoredExpression.read(expression)).isEmpty();
    }

    @Test
    void gives_a_value_at_each_moment_from_the_first_reading_until_the_end_of_the_run() {
        List<Track> tracks = tracks();
        tracks.forEach(each -> each.endedAt(BEGIN.plusSeconds(70)));
        List<Line> lines = new Evaluation(tracks, "A", false, timing(100)).of(StoredExpression.read("sensor_data_value")
                .orElseThrow());
        assertThat(lines).hasSize(2).first().satisfies(line -> {
            assertThat(line.labels()).isEqualTo(Map.of("user", "alice", "run", "r1", "sensor_id", "s1", "type",
                    "temperature"));
            assertThat(line.values()).containsExactly(10, 20, 30, 40, 50, 60, 60);
        });
    }

    private static Timing timing(int seconds) {
        return new Timing(BEGIN, BEGIN.plusSeconds(seconds), Duration.ofSeconds(10), Timing.USUAL_SCRAPE);
    }
}
