package com.sentori.lambda.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sentori.contract.json.Json;
import com.sentori.contract.readings.NewReading;
import com.sentori.contract.readings.Reading;
import com.sentori.lambda.ManualClock;
import com.sentori.lambda.tally.Tally;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JournalTest {
    private static final int EVENT_BYTES = 256 * 1024;
    private static final String RUN = "019b76da-a800-7000-8000-000000000000";

    private final ManualClock clock = new ManualClock();
    private final List<String> lines = new ArrayList<>();

    @Test
    void says_one_line_of_a_request_with_its_latency_by_route() {
        write(Figures.STANDARD, 503, List.of());
        assertThat(lines).hasSize(1).allSatisfy(line -> assertThat(line).doesNotContain("\n"));
        JsonNode line = node(0);
        assertThat(line.get("requestId").stringValue()).isEqualTo("request-1");
        assertThat(line.get("level").stringValue()).isEqualTo("WARN");
        assertThat(line.get("runId").stringValue()).isEqualTo(RUN);
        assertThat(line.get("user").stringValue()).isEqualTo("alice");
        assertThat(line.get("status").intValue()).isEqualTo(503);
        assertThat(line.get("request_latency").doubleValue()).isEqualTo(12.5);
        assertThat(line.get("traceId").stringValue()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        JsonNode metric = line.get("_aws").get("CloudWatchMetrics").get(0);
        assertThat(metric.get("Namespace").stringValue()).isEqualTo("IoTPlayground/Sensors");
        assertThat(metric.get("Dimensions").get(0).get(0).stringValue()).isEqualTo("Route");
        assertThat(line.get("_aws").get("Timestamp").longValue()).isEqualTo(clock.instant().toEpochMilli());
    }

    @Test
    void counts_what_the_request_did() {
        Tally tally = new Tally();
        tally.during(() -> {
            Tally.runStarted(RUN);
            Tally.runEnded();
            Tally.runEnded();
            Tally.running(3);
            return true;
        });
        new Journal(Figures.STANDARD, clock, lines::add).write(answered(201), tally);
        assertThat(node(0).get("run_started").intValue()).isEqualTo(1);
        assertThat(node(0).get("run_completed").intValue()).isEqualTo(2);
        assertThat(node(0).get("runs_running").intValue()).isEqualTo(3);
        assertThat(node(0).get("_aws").get("CloudWatchMetrics").get(1).get("Dimensions").get(0)).isEmpty();
    }

    @Test
    void gathers_the_values_of_a_batch_by_sensor_and_type() {
        write(Figures.STANDARD, 201, readings(500, 100));
        assertThat(lines).hasSize(101);
        JsonNode sensor = node(0);
        assertThat(sensor.get("SensorReading")).hasSize(5);
        assertThat(sensor.get("DataIngested").intValue()).isEqualTo(5);
        assertThat(sensor.get("SensorId").stringValue()).isEqualTo("sensor-0");
        assertThat(sensor.get("User").stringValue()).isEqualTo("alice");
        assertThat(sensor.get("RunId").stringValue()).isEqualTo(RUN);
        assertThat(sensor.get("Type").stringValue()).isEqualTo("temperature");
        assertThat(node(100).get("readings_ingested").intValue()).isEqualTo(500);
        assertThat(node(100).has("readings_without_metric")).isFalse();
    }

    @Test
    void leaves_out_what_is_too_much_and_counts_it() {
        write(Figures.STANDARD, 201, readings(5_000, 5_000));
        assertThat(lines).hasSize(101);
        assertThat(node(100).get("readings_without_metric").intValue()).isEqualTo(4_900);
    }

    @Test
    void puts_no_more_than_a_hundred_values_in_a_line() {
        write(Figures.STANDARD, 201, readings(5_000, 1));
        assertThat(lines).hasSize(51)
                .allSatisfy(
                        line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(EVENT_BYTES));
        assertThat(node(0).get("SensorReading")).hasSize(100);
    }

    @Test
    void sums_up_over_the_dimensions_that_are_configured() {
        write(new Figures("Own/Space", List.of("RunId"), 100), 201, readings(90, 90));
        assertThat(lines).hasSize(2);
        assertThat(node(0).get("SensorReading")).hasSize(90);
        assertThat(node(0).has("SensorId")).isFalse();
        lines.clear();
        write(new Figures("Own/Space", List.of(), 100), 201, readings(90, 90));
        assertThat(lines).hasSize(1);
        assertThat(node(0).has("readings_without_metric")).isFalse();
    }

    @Test
    void leaves_out_what_cloudwatch_does_not_take() {
        write(Figures.STANDARD, 201, List.of(reading("ok", 1), reading("ä", 1), reading(":x", 1), reading(" ", 1),
                reading("ok", 1e300), reading("ok", Double.MIN_VALUE)));
        assertThat(lines).hasSize(2);
        assertThat(node(1).get("readings_without_metric").intValue()).isEqualTo(5);
    }

    @Test
    void refuses_settings_that_cloudwatch_would_drop() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Figures("AWS/Lambda", List.of(), 1))
                .withMessageContaining("AWS/Lambda");
        assertThatIllegalArgumentException().isThrownBy(() -> new Figures("N", List.of("Colour"), 1))
                .withMessageContaining("SensorId,User,RunId,Type");
    }

    @Test
    void takes_the_callers_trace_before_that_of_lambda() {
        String xRay = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";
        assertThat(TraceId.of(null, xRay)).isEqualTo("1-5759e988-bd862e3fe1be46a994272793");
        assertThat(TraceId.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", xRay))
                .isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(TraceId.of("a\nb", "c")).isNull();
        assertThat(TraceId.of(null, null)).isNull();
    }

    private void write(Figures figures, int status, List<Reading> readings) {
        Tally tally = new Tally();
        if (!readings.isEmpty()) {
            tally.during(() -> {
                Tally.stored(RUN, readings);
                return true;
            });
        }
        new Journal(figures, clock, lines::add).write(answered(status), tally);
    }

    private static Journal.Answered answered(int status) {
        return new Journal.Answered("request-1", "POST", "/api/sensors/data", "alice", RUN,
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", status, Duration.ofNanos(12_500_000));
    }

    private List<Reading> readings(int count, int sensors) {
        return IntStream.range(0, count).mapToObj(i -> reading("sensor-" + i % sensors, i + 0.5)).toList();
    }

    private Reading reading(String sensor, double value) {
        return Reading.of(RUN, 1, new NewReading(sensor, "temperature", value, clock.instant(), null), clock.instant());
    }

    private JsonNode node(int line) {
        return Json.MAPPER.readTree(lines.get(line));
    }
}
