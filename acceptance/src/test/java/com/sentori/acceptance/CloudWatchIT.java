package com.sentori.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sentori.contract.json.Json;
import com.sentori.acceptance.parts.RunningSandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/** A run on the serverless backend, as its figures come back from the sandbox's CloudWatch. */
class CloudWatchIT {
    private static final int READINGS = 20;
    private static final Map<String, String> API = Map.of("ApiName", "sentori-serverless", "Stage", "local", "Method",
            "POST", "Resource", "/api/sensors/data");
    private static final Map<String, String> FUNCTION = Map.of("FunctionName", "lambda_sensor_api");

    @TempDir
    private Path data;

    @Test
    void a_run_leaves_figures_that_outlive_a_crash() throws Exception {
        Instant begun = Instant.now();
        try (RunningSandbox sandbox = RunningSandbox.on(data)) {
            String run = run(sandbox.address("serverless"));
            try (CloudWatchClient client = sandbox.cloudWatch()) {
                assertThat(sum(client, begun, "AWS/Lambda", "Invocations", FUNCTION)).isEqualTo(READINGS + 1);
                assertThat(sum(client, begun, "AWS/Lambda", "Errors", FUNCTION)).isZero();
                assertThat(sum(client, begun, "AWS/Lambda", "Duration", FUNCTION)).isPositive();
                assertThat(sum(client, begun, "AWS/ApiGateway", "Count", API)).isEqualTo(READINGS + 1);
                assertThat(sum(client, begun, "AWS/ApiGateway", "4XXError", API)).isEqualTo(1);
                assertThat(sum(client, begun, "AWS/ApiGateway", "5XXError", API)).isZero();
                assertThat(sum(client, begun, "AWS/ApiGateway", "Latency", API))
                        .isGreaterThanOrEqualTo(sum(client, begun, "AWS/ApiGateway", "IntegrationLatency", API));
                assertThat(sum(client, begun, "AWS/DynamoDB", "ConsumedWriteCapacityUnits",
                        Map.of("TableName", "SensorData"))).isGreaterThanOrEqualTo(READINGS);
                assertThat(client.listMetricsPaginator(list -> list.namespace("AWS/DynamoDB")).metrics())
                        .extracting(metric -> metric.metricName())
                        .contains("ConsumedReadCapacityUnits", "SuccessfulRequestLatency");

                Map<String, String> sensor = Map.of("SensorId", "s", "User", "anonymous", "RunId", run, "Type",
                        "temperature");
                assertThat(sum(client, begun, "IoTPlayground/Sensors", "DataIngested", sensor)).isEqualTo(READINGS);
                assertThat(sum(client, begun, "IoTPlayground/Sensors", "SensorReading", sensor))
                        .isEqualTo(READINGS * 1.5);
                assertThat(sum(client, begun, "IoTPlayground/Sensors", "run_started", Map.of())).isEqualTo(1);

                client.putMetricData(put -> put.namespace("Test")
                        .metricData(MetricDatum.builder().metricName("Saved").value(7d).build()));
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> isSaved("Saved"));
            sandbox.kill();
        }
        try (RunningSandbox again = RunningSandbox.on(data); CloudWatchClient client = again.cloudWatch()) {
            assertThat(sum(client, begun, "AWS/Lambda", "Invocations", FUNCTION)).isEqualTo(READINGS + 1);
            assertThat(sum(client, begun, "Test", "Saved", Map.of())).isEqualTo(7);
        }
    }

    private static String run(URI backend) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String run = Json.MAPPER.readTree(post(http, backend, "/api/runs/start", "{}", "-")).path("id").asString();
            for (int i = 0; i < READINGS; i++) {
                post(http, backend, "/api/sensors/data", "{\"sensorId\":\"s\",\"reading\":1.5}", run);
            }
            post(http, backend, "/api/sensors/data", "no JSON", run);
            return run;
        }
    }

    private static String post(HttpClient http, URI backend, String path, String body, String run)
            throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(backend.resolve(path))
                .header("Content-Type", "application/json")
                .header("X-Run-Id", run)
                .POST(BodyPublishers.ofString(body))
                .build(), BodyHandlers.ofString()).body();
    }

    private static double sum(CloudWatchClient client, Instant from, String namespace, String name,
            Map<String, String> dimensions) {
        List<Dimension> wanted = dimensions.entrySet()
                .stream()
                .map(one -> Dimension.builder().name(one.getKey()).value(one.getValue()).build())
                .toList();
        List<Double> values = client.getMetricData(get -> get.startTime(from)
                .endTime(Instant.now().plusSeconds(1))
                .metricDataQueries(MetricDataQuery.builder()
                        .id("m")
                        .metricStat(stat -> stat.stat("Sum")
                                .period(60)
                                .metric(metric -> metric.namespace(namespace).metricName(name).dimensions(wanted)))
                        .build()))
                .metricDataResults()
                .getFirst()
                .values();
        assertThat(values).as(name).isNotEmpty();
        return values.stream().mapToDouble(value -> value).sum();
    }

    private boolean isSaved(String name) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("cloudwatch"))) {
            for (Path file : files.toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(name)) {
                    return true;
                }
            }
        }
        return false;
    }
}
