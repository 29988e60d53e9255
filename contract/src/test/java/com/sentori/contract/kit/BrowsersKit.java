package com.sentori.contract.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Web pages: CORS on every answer, no write from a foreign page, no foreign name for a loopback server. */
abstract class BrowsersKit extends Topic {
    private static final String FOREIGN = "https://evil.example";

    @ParameterizedTest
    @ValueSource(strings = {"https://app-iot.sentori-studio.com", "http://localhost:4200"})
    void a_listed_origin_may_read_every_answer(String origin) {
        String run = started();
        for (Answer answer : List.of(get("/api/info", "Origin", origin), get("/api/runs/running", "Origin", origin),
                start("{}", "Origin", origin), post(DATA, "{\"sensorId\":\"s\",\"reading\":1}", "X-Run-Id", run,
                        "Origin", origin),
                start("{\"duration\":0}", "Origin", origin), start("x", "Origin", origin),
                get("/api/runs/none", "Origin", origin), get("/none", "Origin", origin),
                backend().send("PUT", "/api/runs", new byte[0], "Origin", origin),
                backend().send("POST", "/api/runs/start", "x".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        "Content-Type", "text/plain", "Origin", origin),
                start(" ".repeat(1024 * 1024 + 1), "Origin", origin),
                get(DATA + "?sensorId=%00", "Origin", origin), get(DATA + "?sensorId=%FF", "Origin", origin),
                get("/api/info", "Origin", origin, "X-User", "!"))) {
            answer.header("Access-Control-Allow-Origin").isEqualTo(origin);
            answer.that(answer.headerCount("Access-Control-Allow-Origin")).isEqualTo(1);
            answer.header("Access-Control-Allow-Credentials").isNull();
            answer.that(list(answer, "Access-Control-Expose-Headers"))
                    .contains("content-disposition", "x-truncated", "retry-after", "location");
            answer.that(list(answer, "Vary")).contains("origin");
        }
    }

    @Test
    void another_origin_may_not_read() {
        for (String origin : List.of(FOREIGN, "null", "https://app-iot.sentori-studio.com.evil.example",
                "http://app-iot.sentori-studio.com", "http://localhost:4201", "http://localhost")) {
            Answer answer = get("/api/info", "Origin", origin).is(200);
            answer.header("Access-Control-Allow-Origin").isNull();
            answer.that(list(answer, "Vary")).contains("origin");
        }
    }

    @Test
    void answers_without_an_origin_vary_by_it_too() {
        Answer answer = get("/api/info").is(200);
        answer.header("Access-Control-Allow-Origin").isNull();
        answer.that(list(answer, "Vary")).contains("origin");
    }

    @Test
    void a_preflight_of_a_listed_origin_allows_the_contracts_methods_and_headers() {
        for (String path : List.of("/api/runs/start", DATA, "/sensors/data", "/api/runs/x/finish", "/api/info",
                "/api/runs/interrupt-all", "/api/runs/can-start", "/api/runs/x/readings")) {
            Answer answer = backend().send("OPTIONS", path, new byte[0], "Origin", "http://localhost:4200",
                    "Access-Control-Request-Method", "POST", "Access-Control-Request-Headers",
                    "content-type,x-run-id,x-user").is(204);
            answer.that(answer.body().length).isEqualTo(0);
            answer.header("Access-Control-Allow-Origin").isEqualTo("http://localhost:4200");
            answer.that(list(answer, "Access-Control-Allow-Methods")).contains("get", "post", "options");
            answer.that(list(answer, "Access-Control-Allow-Headers"))
                    .contains("content-type", "x-user", "x-run-id", "idempotency-key", "authorization");
            answer.header("Access-Control-Allow-Credentials").isNull();
            answer.that(list(answer, "Vary")).contains("origin");
        }
    }

    @Test
    void a_preflight_of_another_origin_allows_nothing() {
        Answer answer = backend().send("OPTIONS", "/api/runs/start", new byte[0], "Origin", FOREIGN,
                "Access-Control-Request-Method", "POST").is(204);
        answer.header("Access-Control-Allow-Origin").isNull();
        answer.that(list(answer, "Vary")).contains("origin");
        backend().send("OPTIONS", "/api/runs/start", new byte[0]).is(204);
    }

    @Test
    void a_foreign_page_may_not_write() {
        String run = started();
        for (String origin : List.of(FOREIGN, "null", "http://localhost:1", "file://")) {
            start("{}", "Origin", origin).isRefused(403, "ORIGIN_NOT_ALLOWED");
            post("/api/runs/interrupt-all", "", "Origin", origin).isRefused(403, "ORIGIN_NOT_ALLOWED");
            post("/api/runs/" + run + "/finish", "{}", "Origin", origin).isRefused(403, "ORIGIN_NOT_ALLOWED");
            for (String path : List.of(DATA, "/sensors/data")) {
                post(path, "{\"sensorId\":\"s\",\"reading\":1}", "X-Run-Id", run, "Origin", origin)
                        .isRefused(403, "ORIGIN_NOT_ALLOWED");
            }
            // as a form would, with no type that wants a preflight
            backend().send("POST", "/api/runs/interrupt-all", new byte[0], "Origin", origin)
                    .isRefused(403, "ORIGIN_NOT_ALLOWED");
        }
        run(run).text("/status").isEqualTo("RUNNING");
        assertThat(readings(run)).isEmpty();
        get("/api/runs/can-start").number("/currentRunning").isEqualTo(1);
    }

    @Test
    void the_servers_own_pages_may_write() {
        start("{}", "Origin", target().baseUrl().getScheme() + "://" + target().baseUrl().getAuthority()).is(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example",
            "10.0.0.1:8080", "app-iot.sentori-studio.com"})
    void a_loopback_server_refuses_a_foreign_host(String host) {
        for (String path : List.of("/api/info", "/api/runs/running", DATA + "?sensorId=s")) {
            backend().raw("GET", path, host).isRefused(403, "ORIGIN_NOT_ALLOWED");
        }
        backend().raw("POST", "/api/runs/start", host).isRefused(403, "ORIGIN_NOT_ALLOWED");
        backend().raw("POST", "/api/runs/start", host, "Origin", "http://" + host)
                .isRefused(403, "ORIGIN_NOT_ALLOWED");
        get("/api/runs/running").is(200).node("").hasToString("[]");
    }

    @Test
    void a_loopback_server_answers_by_each_of_its_names() {
        int port = target().baseUrl().getPort();
        for (String host : List.of("localhost:" + port, "127.0.0.1:" + port, "LOCALHOST:" + port, "[::1]:" + port,
                "localhost")) {
            backend().raw("GET", "/api/info", host).is(200);
        }
    }

    private static List<String> list(Answer answer, String header) {
        String value = answer.headerValue(header);
        return value == null
                ? List.of()
                : Arrays.stream(value.toLowerCase(Locale.ROOT).split(",", -1))
                        .map(String::strip)
                        .toList();
    }
}
