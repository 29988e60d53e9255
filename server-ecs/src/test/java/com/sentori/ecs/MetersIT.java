package com.sentori.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sentori.ecs.parts.Postgres;
import com.sentori.ecs.parts.RunningServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a scraper finds on the management port. */
class MetersIT {
    private static final int MOST = 20;
    private static RunningServer server;
    private static RunningServer other;

    @BeforeAll
    static void start() {
        String url = Postgres.url(Postgres.newDatabase());
        server = RunningServer.on(url, "--sentori.max-series=" + MOST, "--sentori.grace=1s",
                "--sentori.max-running=50");
        other = RunningServer.on(url, "--sentori.grace=1s", "--sentori.max-running=50");
    }

    @AfterAll
    static void stop() {
        server.close();
        other.close();
    }

    @Test
    void shows_the_latest_value_and_the_count_of_each_sensor() {
        String run = startRun(60);
        post(run, "[{\"sensorId\":\"a\",\"reading\":1.5},{\"sensorId\":\"a\",\"reading\":2.5,\"type\":\"p\"}]");
        post(run, "{\"sensorId\":\"a\",\"reading\":-3}");
        assertThat(seriesOf(run)).containsExactlyInAnyOrder(
                "sensor_data_value{run=\"%s\",sensor_id=\"a\",type=\"temperature\",user=\"anonymous\"} -3.0"
                        .formatted(run),
                "sensor_data_value{run=\"%s\",sensor_id=\"a\",type=\"p\",user=\"anonymous\"} 2.5".formatted(run),
                "sensor_data_ingested_total{run=\"%s\",sensor_id=\"a\",user=\"anonymous\"} 3.0".formatted(run));
        finish(server, run);
    }

    @Test
    void forgets_a_run_that_another_server_has_ended() {
        String run = startRun(60);
        post(run, "{\"sensorId\":\"a\",\"reading\":1}");
        assertThat(seriesOf(run)).hasSize(2);
        finish(other, run);
        assertThat(seriesOf(run)).isEmpty();
    }

    @Test
    void forgets_a_run_that_has_expired() {
        String run = startRun(1);
        post(run, "{\"sensorId\":\"a\",\"reading\":1}");
        assertThat(seriesOf(run)).hasSize(2);
        Awaitility.await().untilAsserted(() -> assertThat(seriesOf(run)).isEmpty());
    }

    @Test
    void keeps_the_most_series_and_counts_what_is_left_out() {
        String run = startRun(60);
        double before = value("sensor_data_left_out_total");
        post(run, IntStream.range(0, 100)
                .mapToObj(i -> "{\"sensorId\":\"sensor-" + i + "\",\"reading\":" + i + "}")
                .collect(Collectors.joining(",", "[", "]")));
        assertThat(seriesOf(run)).hasSize(MOST);
        assertThat(value("sensor_data_left_out_total") - before).isEqualTo(100 - MOST / 2.0);
        finish(server, run);
        scrape();
        assertThat(value("sensor_data_series")).isZero();
    }

    @Test
    void stays_under_12_000_series_with_five_runs_of_a_thousand_sensors_and_at_its_most_beyond() {
        List<String> runs = IntStream.range(0, 5).mapToObj(_ -> startRun(60)).toList();
        runs.forEach(run -> thousand(run, "temperature"));
        List<String> scraped = scrape(other);
        assertThat(scraped.stream().filter(line -> line.startsWith("sensor_data_value{"))).hasSize(5_000);
        assertThat(scraped).contains("sensor_data_series 10000.0", "sensor_data_left_out_total 0.0");
        assertThat(scraped.stream().filter(line -> !line.startsWith("#"))).hasSizeLessThan(12_000);

        thousand(runs.getFirst(), "humidity");
        List<String> beyond = scrape(other);
        assertThat(beyond).contains("sensor_data_series 10000.0", "sensor_data_left_out_total 1000.0");
        assertThat(beyond.stream().filter(line -> !line.startsWith("#"))).hasSizeLessThan(12_000);
        runs.forEach(run -> finish(other, run));
    }

    private static void thousand(String run, String type) {
        String readings = IntStream.range(0, 1_000)
                .mapToObj(i -> "{\"sensorId\":\"sensor-" + i + "\",\"type\":\"" + type + "\",\"reading\":" + i + "}")
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(other.post("/api/sensors/data", "{\"runId\":\"" + run + "\",\"readings\":" + readings + "}")
                .statusCode()).isEqualTo(201);
    }

    @Test
    void measures_requests_by_the_template_of_their_route() {
        String run = startRun(60);
        server.get(server.api(), "/api/runs/" + run);
        server.get(server.api(), "/nothing/" + run);
        finish(server, run);
        Awaitility.await()
                .untilAsserted(() -> assertThat(scrape())
                        .anyMatch(line -> line.startsWith("http_server_requests_seconds_bucket")
                                && line.contains("uri=\"/api/runs/{id}\"") && line.contains("status=\"200\""))
                        .anyMatch(line -> line.startsWith("http_server_requests_seconds_count")
                                && line.contains("uri=\"/api/runs/{id}/finish\""))
                        .noneMatch(line -> line.contains("/nothing") || line.contains("uri=\"UNKNOWN\"")));
    }

    @Test
    void measures_commits_the_pool_and_the_virtual_machine() {
        assertThat(scrape()).anyMatch(line -> line.startsWith("sentori_ingest_commit_seconds_bucket"))
                .anyMatch(line -> line.startsWith("sentori_ingest_group_requests_count"))
                .anyMatch(line -> line.startsWith("sentori_ingest_group_readings_sum"))
                .anyMatch(line -> line.startsWith("sentori_ingest_waiting "))
                .anyMatch(line -> line.startsWith("sentori_requestlog_dropped_total "))
                .anyMatch(line -> line.startsWith("hikaricp_connections_active"))
                .anyMatch(line -> line.startsWith("jvm_memory_used_bytes"))
                .anyMatch(line -> line.startsWith("jvm_gc_"));
    }

    @Test
    void promtool_finds_no_fault() throws IOException, InterruptedException {
        assumeTrue(
                Stream.of("/usr/bin/promtool", "/usr/local/bin/promtool").anyMatch(path -> Files.exists(Path.of(path))),
                "promtool is not installed");
        String run = startRun(60);
        post(run, "{\"sensorId\":\"a\\n\\\"b\",\"reading\":1}");
        Process promtool = new ProcessBuilder("promtool", "check", "metrics").redirectErrorStream(true).start();
        try (var in = promtool.getOutputStream()) {
            in.write(String.join("\n", scrape()).concat("\n").getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        promtool.waitFor();
        finish(server, run);
        assertThat(said).doesNotContain("sensor_data", "sentori_", "error while linting");
    }

    private static String startRun(int duration) {
        return other.post("/api/runs/start", "{\"duration\":" + duration + "}")
                .body()
                .replaceAll("(?s).*\"runId\":\"([^\"]+)\".*", "$1");
    }

    private static void post(String run, String readings) {
        String body = readings.startsWith("[")
                ? "{\"runId\":\"" + run + "\",\"readings\":" + readings + "}"
                : "{\"runId\":\"" + run + "\"," + readings.substring(1);
        assertThat(server.post("/api/sensors/data", body).statusCode()).isEqualTo(201);
    }

    private static void finish(RunningServer at, String run) {
        assertThat(at.post("/api/runs/" + run + "/finish", "{}").statusCode()).isEqualTo(200);
    }

    private static List<String> scrape() {
        return scrape(server);
    }

    private static List<String> scrape(RunningServer at) {
        return at.get(at.management(), "/actuator/prometheus").body().lines().toList();
    }

    private static List<String> seriesOf(String run) {
        return scrape().stream().filter(line -> line.contains("run=\"" + run + "\"")).toList();
    }

    private static double value(String name) {
        return scrape().stream()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }
}
