package com.sentori.sandbox.scraping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sentori.contract.json.Json;
import com.sentori.sandbox.processes.PidFile;
import com.sentori.sandbox.processes.Ports;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debian's Prometheus, on a page of metrics. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class PrometheusIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int NOT_READY = 503;

    @TempDir
    private Path folder;
    private Path program;
    private HttpServer target;
    private Ports ports;
    private int port;

    @BeforeEach
    void open() throws IOException {
        assumeTrue(Prometheus.program().isPresent(), Prometheus.MISSING);
        program = Prometheus.program().orElseThrow();
        ports = new Ports();
        port = ports.free();
        target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        target.createContext("/actuator/prometheus", exchange -> {
            byte[] page = "answer 42\n".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        target.start();
    }

    @AfterEach
    void close() {
        if (target != null) {
            target.stop(0);
            ports.close();
        }
    }

    @Test
    void scrapes_what_it_is_told_to_and_loads_the_rules_that_there_are() throws Exception {
        Path rules = Files.createDirectories(folder.resolve("the rules"));
        Files.writeString(rules.resolve("a.rules.yaml"),
                "groups: [{name: g, rules: [{record: twice, expr: 'answer * 2'}]}]\n");
        try (Prometheus _ = start(rules)) {
            await().atMost(PATIENCE).until(() -> value("answer{job=\"sentori-ecs\"}"), "42"::equals);
            await().atMost(PATIENCE).until(() -> value("twice"), "84"::equals);
        }
    }

    @Test
    void ends_when_it_is_closed_and_ends_what_a_killed_sandbox_left() throws Exception {
        PidFile pidFile = new PidFile(folder.resolve("prometheus").resolve("prometheus.pid"));
        try (Prometheus lost = start(folder.resolve("none"))) {
            await().atMost(PATIENCE).until(() -> value("answer"), "42"::equals);
            ProcessHandle orphan = pidFile.find().orElseThrow();
            lost.expectEnd(); // as if nobody watched it any more
            ProcessHandle second;
            try (Prometheus _ = start(folder.resolve("none"))) {
                assertThat(orphan.isAlive()).isFalse();
                second = pidFile.find().orElseThrow();
                await().atMost(PATIENCE).until(() -> value("answer"), "42"::equals);
            }
            assertThat(second.isAlive()).isFalse();
        }
    }

    private Prometheus start(Path rules) throws IOException {
        return new Prometheus(program, folder.resolve("prometheus"), port,
                URI.create("http://127.0.0.1:" + target.getAddress().getPort()), rules);
    }

    /** Of an expression now; empty while there is none. */
    private String value(String expression) throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = http.send(HttpRequest
                    .newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/query?query="
                            + URLEncoder.encode(expression, StandardCharsets.UTF_8)))
                    .build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() == NOT_READY) {
                return "";
            }
            return Json.body(answer.body()).path("data").path("result").path(0).path("value").path(1).asString("");
        } catch (IOException e) {
            return ""; // not up yet
        }
    }
}
