package com.sentori.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.ecs.parts.Postgres;
import com.sentori.ecs.parts.RunningServer;
import com.sentori.ecs.parts.Together;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EcsServerIT {
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.on(Postgres.url(Postgres.newDatabase()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void health_is_on_both_ports_and_says_no_more_than_up(String path) {
        for (URI root : new URI[]{server.api(), server.management()}) {
            HttpResponse<String> answer = server.get(root, path);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"status\":\"UP\"").doesNotContain("components", "details");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/prometheus", "/actuator/info"})
    void metrics_and_build_are_on_the_management_port_alone(String path) {
        assertThat(server.get(server.management(), path).statusCode()).isEqualTo(200);
        assertThat(server.get(server.api(), path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/env", "/actuator/beans", "/actuator/health/db", "/actuator/metrics",
            "/actuator/loggers", "/error", "/"})
    void nothing_else_of_spring_is_on_either_port(String path) {
        assertThat(server.get(server.api(), path).statusCode()).isEqualTo(404);
        HttpResponse<String> management = server.get(server.management(), path);
        assertThat(management.statusCode()).isEqualTo(404);
        assertThat(management.body()).doesNotContain("trace", "Exception", "Tomcat", "<html");
    }

    @Test
    void an_unknown_path_of_the_management_port_gets_a_problem() {
        HttpResponse<String> answer = server.get(server.management(), "/nothing");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET //api/info", "GET /api/../api/nothing", "GET /api/%2e%2e/x", "GET /api%2Finfo",
            "GET /api/%00", "GET /api\\info", "GET /%5capi", "GET /api/%zz", "GET /api/info/", "GET /;x=1",
            "BREW /coffee", "TRACE /x", "HEAD /x", "CONNECT /x", "GET /../..", "GET /\u00e9", "get /x",
            "GET /api/info;x", "GET /%ff"})
    void odd_requests_get_a_problem_from_the_contract(String line) throws IOException {
        String answer = raw(line + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 4")
                .contains("Content-Type: application/problem+json")
                .doesNotContain("Tomcat", "java.", "<html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no http at all\r\n\r\n", "GET / HTTP/9.9\r\nHost: x\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
            "POST /api/runs/start HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n",
            "POST /api/runs/start HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: odd\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a b\r\n\r\n"})
    void what_is_no_http_gets_a_problem_without_name_or_stack(String request) throws IOException {
        String answer = raw(request);
        assertThat(answer).startsWith("HTTP/1.1 4")
                .contains("application/problem+json")
                .doesNotContain("Tomcat", "java.", "<html");
    }

    @Test
    void headers_that_are_too_long_get_a_problem() throws IOException {
        String answer = raw("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Long: " + "x".repeat(100_000) + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("Tomcat", "<html");
    }

    @Test
    void a_body_of_many_megabytes_is_refused_and_its_sender_hears_of_it() {
        HttpResponse<String> answer = server.post("/api/runs/start", " ".repeat(10 * 1024 * 1024));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("PAYLOAD_TOO_LARGE");
    }

    @Test
    void a_badly_encoded_query_is_400_and_at_an_unknown_path_404() throws IOException {
        assertThat(raw("GET /api/runs?limit=%zz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("VALIDATION_FAILED");
        assertThat(raw("GET /nothing?limit=%ff HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404");
    }

    @Test
    void two_tasks_may_start_at_once_on_a_new_database() {
        String url = Postgres.url(Postgres.newDatabase());
        List<String> ids = Together.call(2, task -> {
            try (RunningServer one = RunningServer.on(url)) {
                return instanceId(one);
            }
        });
        assertThat(ids.getFirst()).isEqualTo(ids.getLast());
    }

    @Test
    void the_store_keeps_its_identity_over_restarts() {
        String database = Postgres.newDatabase();
        String first;
        try (RunningServer one = RunningServer.on(Postgres.url(database))) {
            first = instanceId(one);
        }
        try (RunningServer again = RunningServer.on(Postgres.url(database))) {
            assertThat(instanceId(again)).isEqualTo(first).isNotEqualTo(instanceId(server));
        }
    }

    private static String instanceId(RunningServer of) {
        return of.get(of.api(), "/api/info").body().replaceAll("(?s).*\"instanceId\":\"([^\"]+)\".*", "$1");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port("server"))) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
