package com.sentori.sandbox.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sentori.contract.json.Json;
import com.sentori.sandbox.logs.LogGroups;
import com.sentori.sandbox.metrics.Limits;
import com.sentori.sandbox.metrics.Metrics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** boto3, unmodified, against the endpoint; skipped where python3 or boto3 is not installed. */
class BotoIT {
    @TempDir
    private static Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"default", "smithy-rpc-v2-cbor", "json", "query"})
    void boto3_is_answered_in_each_protocol_that_it_knows(String protocol) throws Exception {
        JsonNode seen = run(protocol);

        if (!protocol.equals("default")) {
            assertThat(seen.path("protocol").asString()).isEqualTo(protocol);
        }
        assertThat(seen.path("results")).isEqualTo(Json.MAPPER.readTree("""
                [{"id": "sum", "label": "Reading", "seconds": [0.0, 120.0, 240.0], "values": [12.0, 20.0, 7.0],
                  "status": "Complete"},
                 {"id": "double", "label": "twice", "seconds": [0.0, 120.0, 240.0], "values": [24.0, 40.0, 14.0],
                  "status": "Complete"}]"""));
        assertThat(seen.path("statistics")).isEqualTo(Json.MAPPER.readTree("""
                [{"SampleCount": 9.0, "Maximum": 8.0, "Unit": "Count"}]"""));
        assertThat(seen.path("metrics")).isEqualTo(Json.MAPPER.valueToTree(new Object[]{
                Map.of("Namespace", "Boto/" + protocol, "MetricName", "Reading", "Dimensions", new Object[]{
                        Map.of("Name", "SensorId", "Value", "sensor-1 <&> ü"),
                        Map.of("Name", "User", "Value", "alice")})}));
        assertThat(seen.path("many").asInt()).isEqualTo(600);
        assertThat(seen.path("refused").path("Code").asString()).isEqualTo("ValidationError");
        assertThat(seen.path("refused").path("Message").asString()).contains("ends too early");
        assertThat(seen.path("late").asString()).startsWith("InvalidParameterValue");
    }

    private static JsonNode run(String protocol) throws IOException, InterruptedException {
        Metrics metrics = new Metrics(Clock.systemUTC(), Limits.STANDARD);
        try (CloudWatchServer server = new CloudWatchServer(metrics, new LogGroups(folder), 0, Clock.systemUTC())) {
            Path script = Path.of(Objects.requireNonNull(BotoIT.class.getResource("client.py")).getPath());
            Process python = new ProcessBuilder("python3", script.toString(), "http://127.0.0.1:" + server.port(),
                    protocol).redirectErrorStream(true)
                    .start();
            String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = python.waitFor();
            assumeTrue(!said.startsWith("ABSENT "), () -> "boto3 is not there, or too old: " + said);
            assertThat(code).as(said).isZero();
            return Json.MAPPER.readTree(said);
        } catch (IOException e) {
            assumeTrue(false, "python3 is not there: " + e.getMessage());
            throw e;
        }
    }
}
