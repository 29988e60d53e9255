package com.sentori.console.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendProfile;
import com.sentori.console.backends.Telemetry;
import com.sentori.console.faults.RunningSandbox;
import com.sentori.console.sources.SourceException.Kind;
import com.sentori.contract.readings.NewReading;
import com.sentori.contract.runs.StartRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prometheus and CloudWatch as a sandbox has them, after a run on both backends. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class SourcesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int REQUESTS = 20;
    private static final Map<String, String> FUNCTION = Map.of("FunctionName", "lambda_sensor_api");
    private static final OkHttpClient HTTP = new OkHttpClient();

    @TempDir
    private static Path folder;
    private static RunningSandbox sandbox;
    private static Instant begun;

    @BeforeAll
    static void run() throws Exception {
        sandbox = RunningSandbox.start(folder, "--observe");
        begun = Instant.now();
        for (BackendProfile profile : sandbox.profiles()) {
            drive(new BackendClient(profile, () -> HTTP, "tester"));
        }
    }

    @AfterAll
    static void end() {
        sandbox.close();
    }

    private static void drive(BackendClient backend) throws Exception {
        String run = backend.start(
                StartRequest.parse("{\"duration\":60,\"interval\":1,\"sensorIds\":[\"s-1\"]}"
                        .getBytes(StandardCharsets.UTF_8)),
                UUID.randomUUID().toString()).id();
        for (int i = 0; i < REQUESTS; i++) {
            backend.ingest(run, List.of(new NewReading("s-1", "temperature", i, Instant.now(), (long) i)),
                    UUID.randomUUID().toString());
        }
    }

    private static PrometheusSource prometheus() {
        assumeFalse(sandbox.address("prometheus").isEmpty(), "Prometheus is not installed: package 'prometheus'");
        return new PrometheusSource(URI.create(sandbox.address("prometheus")), () -> HTTP, Clock.systemUTC());
    }

    private static CloudWatchSource cloudWatch() {
        return new CloudWatchSource(
                Objects.requireNonNull(sandbox.profiles().getLast().telemetry().cloudWatch()), Clock.systemUTC());
    }

    @Test
    void prometheus_tells_a_series_and_until_when_it_is_complete() {
        PrometheusSource source = prometheus();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(source
                        .instant("up", "up{job=\"sentori-ecs\"}", Instant.now())
                        .lines()).singleElement().satisfies(line -> assertThat(line.values()).containsExactly(1)));
        await().atMost(PATIENCE).untilAsserted(() -> {
            Instant now = Instant.now();
            Frame frame = source.range("requests",
                    "sum(http_server_requests_seconds_count{job=\"sentori-ecs\", uri=~\".*sensors/data\"})",
                    Span.before(now, MINUTE, Duration.ofSeconds(1)).aligned());
            assertThat(frame.lines()).extracting(Line::query).containsExactly("requests");
            Line line = frame.lines().getFirst();
            assertThat(line.values()[line.size() - 1]).isGreaterThanOrEqualTo(REQUESTS);
            assertThat(frame.completeUntil()).isBetween(now.minusSeconds(20), now.plusSeconds(1));
            assertThat(frame.lastComplete(line)).isPresent();
            assertThat(Duration.between(frame.at(), now).abs()).isLessThan(Duration.ofSeconds(5));
        });
    }

    @Test
    void prometheus_names_labels_and_the_values_that_they_have() throws Exception {
        PrometheusSource source = prometheus();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(source.labelValues("job", "", begun.minusSeconds(60), Instant.now()))
                                .containsExactly("sentori-ecs"));
        Frame frame = source.instant("up", "up", Instant.now());
        assertThat(frame.lines().getFirst().name()).isEqualTo("up");
        assertThat(frame.lines().getFirst().labels()).containsEntry("job", "sentori-ecs").doesNotContainKey("__name__");
    }

    @Test
    void prometheus_refuses_what_is_no_expression_and_says_why() {
        PrometheusSource source = prometheus();
        assertThatThrownBy(() -> source.instant("x", "sum(", Instant.now()))
                .isInstanceOfSatisfying(SourceException.class, fault -> {
                    assertThat(fault.kind()).isEqualTo(Kind.REFUSED);
                    assertThat(fault.sentence()).contains("parse error");
                });
    }

    @Test
    void cloudwatch_tells_what_functions_did_and_leaves_the_begun_bucket_open() throws Exception {
        try (CloudWatchSource source = cloudWatch()) {
            Frame frame = source.data(List.of(
                    new MetricQuery.Metric("calls", "", true, "AWS/Lambda", "Invocations", FUNCTION, "Sum", MINUTE),
                    MetricQuery.Metric.of("slow", "AWS/Lambda", "Duration", FUNCTION, "p99", MINUTE),
                    new MetricQuery.Expression("rate", "a second", false, "calls / 60", MINUTE)),
                    begun.minusSeconds(60), Instant.now().plusSeconds(60));
            assertThat(frame.of("calls")).isEmpty();
            assertThat(frame.of("slow").getFirst().values()[0]).isPositive();
            Line rate = frame.of("rate").getFirst();
            assertThat(rate.name()).isEqualTo("a second");
            double calls = 0;
            for (double value : rate.values()) {
                calls += value * 60;
            }
            assertThat(calls).isBetween((double) REQUESTS - 1e-6, REQUESTS + 1e-6);
            boolean over = !Instant.ofEpochMilli(rate.end(rate.size() - 1))
                    .isAfter(Objects.requireNonNull(frame.completeUntil()));
            assertThat(frame.isComplete(rate, rate.size() - 1)).isEqualTo(over);
            assertThat(frame.completeUntil()).isBefore(frame.at());
        }
    }

    @Test
    void cloudwatch_lists_its_metrics_by_a_part_of_their_dimensions() throws Exception {
        try (CloudWatchSource source = cloudWatch()) {
            assertThat(source.metrics("AWS/Lambda", "Invocations", Map.of("FunctionName", "")))
                    .extracting(MetricName::dimensions)
                    .contains(FUNCTION);
            assertThat(source.metrics("AWS/DynamoDB", "", Map.of("TableName", "SensorData")))
                    .extracting(MetricName::metric)
                    .contains("ConsumedWriteCapacityUnits");
        }
    }

    @Test
    void logs_tell_what_functions_wrote_and_refuse_what_is_no_query() throws Exception {
        try (LogsSource source = new LogsSource(
                Objects.requireNonNull(sandbox.profiles().getLast().telemetry().cloudWatch()), Clock.systemUTC())) {
            List<String> groups = source.groups("/aws/lambda/");
            assertThat(groups).contains("/aws/lambda/lambda_sensor_api");

            LogRows found = source.query(groups,
                    "fields @timestamp, method, status | filter Route = '/api/sensors/data' and status = 201",
                    begun.minusSeconds(1), Instant.now());
            assertThat(found.rows()).hasSize(REQUESTS).allSatisfy(row -> {
                assertThat(row.time()).isBetween(begun.minusSeconds(1), found.at().plusSeconds(1));
                assertThat(row.fields()).isEqualTo(Map.of("method", "POST", "status", "201"));
            });
            assertThat(found.partial()).isFalse();
            assertThatThrownBy(() -> source.query(groups, "stats count(*)", begun, Instant.now()))
                    .isInstanceOfSatisfying(SourceException.class, fault -> {
                        assertThat(fault.kind()).isEqualTo(Kind.REFUSED);
                        assertThat(fault.sentence()).contains("stats is not known");
                    });
        }
    }

    @Test
    void cloudwatch_refuses_what_is_no_math_and_says_why() {
        try (CloudWatchSource source = cloudWatch()) {
            assertThatThrownBy(() -> source.data(
                    List.of(new MetricQuery.Expression("x", "", false, "NONSENSE(1)", MINUTE)),
                    begun, Instant.now().plusSeconds(60)))
                    .isInstanceOfSatisfying(SourceException.class,
                            fault -> assertThat(fault.kind()).isEqualTo(Kind.REFUSED));
        }
    }

    @Test
    void who_does_not_answer_is_unreachable() {
        URI nobody = URI.create("http://127.0.0.1:9");
        assertThatThrownBy(() -> new PrometheusSource(nobody, () -> HTTP, Clock.systemUTC()).instant("x", "up", begun))
                .isInstanceOfSatisfying(SourceException.class,
                        fault -> assertThat(fault.kind()).isEqualTo(Kind.UNREACHABLE));
        try (CloudWatchSource source = new CloudWatchSource(new Telemetry.CloudWatch("local", "", nobody, ""),
                Clock.systemUTC())) {
            assertThatThrownBy(() -> source.metrics("AWS/Lambda", "", Map.of()))
                    .isInstanceOfSatisfying(SourceException.class,
                            fault -> assertThat(fault.kind()).isEqualTo(Kind.UNREACHABLE));
        }
    }
}
