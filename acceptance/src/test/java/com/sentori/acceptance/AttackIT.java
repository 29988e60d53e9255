package com.sentori.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.contract.json.Json;
import com.sentori.acceptance.parts.RunningSandbox;
import com.sentori.acceptance.parts.SharedSandbox;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no document describes: bytes that are no requests, and more of everything than anyone needs. */
class AttackIT {
    private static final String PLANTED = "eyJhbGciOiJSUzI1NiJ9.cGxhbnRlZA.c2VjcmV0";
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final RunningSandbox sandbox = SharedSandbox.OPEN.sandbox();

    @ParameterizedTest
    @ValueSource(strings = {"ecs", "serverless"})
    void requests_that_are_none_are_refused_and_nothing_else_happens(String backend) throws Exception {
        URI address = sandbox.address(backend);
        String run = start(address);
        List<String> attacks = List.of("GET /api/info HTTP/1.1\r\nX-User: alice\r\n X-Run-Id: x",
                "GET /api/info HTTP/1.1\r\nX-User: alice\nSet-Cookie: a=b",
                "GET /api/runs/x%0d%0aSet-Cookie:%20a=b HTTP/1.1",
                "GET /api/runs?lastKey=x%0d%0aSet-Cookie:%20a=b HTTP/1.1",
                "GET /api/info HTTP/1.1\r\nOrigin: http://localhost:4200\rSet-Cookie: a=b",
                "GET /api/../../../../etc/passwd HTTP/1.1", "GET /api/%2e%2e/%2e%2e/etc/passwd HTTP/1.1",
                "GET /..%2f..%2fetc%2fpasswd HTTP/1.1", "GET /api/runs/..%5c..%5cwindows HTTP/1.1",
                "GET /api/runs/%252e%252e%252f HTTP/1.1", "GET //evil.example/api/info HTTP/1.1",
                "GET http://evil.example/api/runs HTTP/1.1", "GET /api/runs/" + "x".repeat(6_000) + " HTTP/1.1",
                "GET /api/runs/%00 HTTP/1.1", "GET /api/runs/%ff%fe HTTP/1.1",
                "GET /api/runs?status='%20OR%201=1-- HTTP/1.1",
                "GET /api/sensors/data?sensorId=';DROP%20TABLE%20runs;-- HTTP/1.1",
                "GET /api/runs?from=2026-01-01T00:00:00Z'%3B-- HTTP/1.1",
                "POST /api/runs/start HTTP/1.1\r\nTransfer-Encoding: chunked\r\nX-Other: y\r\n\r\nzz\r\n",
                "GET /api/info HTTP/1.1\r\nAuthorization: Bearer " + PLANTED,
                "GET /api/runs/" + PLANTED + " HTTP/1.1\r\nX-User: " + PLANTED);
        for (String attack : attacks) {
            String answer = send(address, attack);
            assertThat(answer).as(attack)
                    .doesNotStartWith("HTTP/1.1 5")
                    .doesNotContain("\r\nSet-Cookie", "\nSet-Cookie:", "root:", "java.", "\tat ");
        }
        assertThat(get(address, "/api/runs/running").body()).contains(run);
        finish(address, run);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecs", "serverless"})
    void bodies_of_ten_megabytes_at_once_are_refused_and_calls_go_on(String backend) throws Exception {
        URI address = sandbox.address(backend);
        byte[] large = new byte[10 * 1024 * 1024];
        List<CompletableFuture<Integer>> senders = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> post(address, "/api/runs/start", large, "-"),
                        task -> Thread.ofVirtual().start(task)))
                .toList();
        for (int i = 0; i < 20; i++) {
            assertThat(get(address, "/api/runs/can-start").statusCode()).isEqualTo(200);
        }
        assertThat(senders).allSatisfy(sender -> assertThat(sender.join()).isEqualTo(413));
        assertThat(get(address, "/api/runs/can-start").statusCode()).isEqualTo(200);
    }

    @Test
    void a_million_sensors_leave_the_ecs_server_small() throws Exception {
        many("ecs", 200, 5_000);
        String metrics = get(sandbox.address("ecsManagement"), "/actuator/prometheus").body();
        assertThat(metrics.lines().filter(line -> line.startsWith("sensor_data_")).count()).isLessThan(12_100);
    }

    @Test
    void ten_thousand_sensors_in_ever_new_batches_are_no_matter_to_the_functions() throws Exception {
        many("serverless", 20, 500);
    }

    /** Batches of sensors that no one has seen before; then the backend still answers, and no answer is without bound. */
    private void many(String backend, int batches, int size) throws Exception {
        URI address = sandbox.address(backend);
        String run = start(address);
        for (int batch = 0; batch < batches; batch++) {
            int from = batch * size;
            byte[] body = IntStream.range(from, from + size)
                    .mapToObj(i -> "{\"sensorId\":\"s" + i + "\",\"reading\":1}")
                    .collect(Collectors.joining(",", "[", "]"))
                    .getBytes(StandardCharsets.UTF_8);
            assertThat(post(address, "/api/sensors/data", body, run)).isEqualTo(201);
        }
        assertThat(get(address, "/api/runs/" + run + "/readings?limit=10000").body().length()).isLessThan(5 << 20);
        HttpResponse<String> summary = get(address, "/api/runs/" + run + "/summary");
        assertThat(summary.statusCode()).isIn(200, 503);
        assertThat(summary.body().length()).isLessThan(5 << 20);
        finish(address, run);
        assertThat(get(address, "/api/runs/can-start").statusCode()).isEqualTo(200);
    }

    @Test
    void nothing_planted_comes_into_a_log() throws Exception {
        URI serverless = sandbox.address("serverless");
        for (String backend : List.of("ecs", "serverless")) {
            URI address = sandbox.address(backend);
            send(address, "GET /api/runs/running HTTP/1.1\r\nAuthorization: Bearer " + PLANTED);
            send(address, "GET /api/runs/" + PLANTED + " HTTP/1.1\r\nX-User: " + PLANTED);
            send(address, "GET /api/runs?lastKey=" + PLANTED + " HTTP/1.1\r\nIdempotency-Key: " + PLANTED);
            post(address, "/api/sensors/data", ("{\"runId\":\"" + PLANTED + "\",\"sensorId\":\"" + PLANTED + "\"}")
                    .getBytes(StandardCharsets.UTF_8), PLANTED);
        }
        assertThat(get(serverless, "/api/info").statusCode()).isEqualTo(200);
        try (Stream<Path> files = Files.walk(sandbox.data())) {
            List<Path> logs = files.filter(file -> file.toString().matches(".*\\.(log|err|out)")).toList();
            assertThat(logs).hasSizeGreaterThanOrEqualTo(4);
            for (Path log : logs) {
                assertThat(Files.readString(log)).as(log.toString()).doesNotContain(PLANTED);
            }
        }
    }

    private static String start(URI address) throws IOException, InterruptedException {
        HttpResponse<String> started = HTTP.send(HttpRequest.newBuilder(address.resolve("/api/runs/start"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"duration\":3600}"))
                .build(), BodyHandlers.ofString());
        return Json.MAPPER.readTree(started.body()).path("id").asString();
    }

    private static void finish(URI address, String run) {
        assertThat(post(address, "/api/runs/" + run + "/finish", "{}".getBytes(StandardCharsets.UTF_8), run))
                .isEqualTo(200);
    }

    private static HttpResponse<String> get(URI address, String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(90)).build(),
                BodyHandlers.ofString());
    }

    private static int post(URI address, String path, byte[] body, String run) {
        try {
            return HTTP.send(HttpRequest.newBuilder(address.resolve(path))
                    .timeout(Duration.ofSeconds(60))
                    .header("Content-Type", "application/json")
                    .header("X-Run-Id", run)
                    .POST(BodyPublishers.ofByteArray(body))
                    .build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String send(URI address, String head) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write((head + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
