package com.sentori.contract.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals: the problem document, each status, and the order of the checks. */
abstract class ErrorsKit extends Topic {
    private static final int MAX_BODY = 1024 * 1024;
    private static final String FOREIGN = "https://evil.example";

    @Test
    void a_refusal_is_a_problem_document_with_the_members_that_clients_read() {
        Answer problem = start("{\"duration\":0,\"interval\":0}").isRefused(400, "VALIDATION_FAILED");
        problem.that(List.copyOf(problem.json().propertyNames()))
                .containsExactlyInAnyOrder("type", "title", "status", "detail", "code", "error", "message", "errors");
        problem.that(problem.textsAt("/errors", "field")).containsExactlyInAnyOrder("duration", "interval");
        problem.node("/errors").matches(errors -> errors.values().stream().noneMatch(error -> error.has("index")));

        Answer single = run("none").isRefused(404, "RUN_NOT_FOUND");
        single.that(List.copyOf(single.json().propertyNames()))
                .containsExactlyInAnyOrder("type", "title", "status", "detail", "code", "error", "message");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api", "/api/", "/api/run", "/api/runs/", "/api/runs/start/", "/api/runs//readings",
            "/api/sensors", "/api/sensors/data/", "/sensors", "/index.html", "/favicon.ico", "/error", "/API/RUNS",
            "/api/runs/x/y", "/api/runs/x/readings/y", "/v3/api-docs", "/api/info/x", "/prod/api/info"})
    void an_unknown_route_is_not_found(String path) {
        get(path).isRefused(404, "NOT_FOUND");
        post(path, "{}").isRefused(404, "NOT_FOUND");
        backend().send("DELETE", path, new byte[0]).isRefused(404, "NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({"/api/runs/can-start,GET", "/api/runs/start,POST", "/api/runs/running,GET", "/api/runs/all,GET",
            "/api/runs,GET", "/api/runs/interrupt-all,POST", "/api/runs/00000000-0000-0000-0000-000000000000,GET",
            "/api/runs/00000000-0000-0000-0000-000000000000/finish,POST",
            "/api/runs/00000000-0000-0000-0000-000000000000/readings,GET",
            "/api/runs/00000000-0000-0000-0000-000000000000/summary,GET", "/api/reports/download,GET",
            "/api/info,GET",
            "/infra/latest-deployment,GET"})
    void another_method_is_refused_with_those_that_are_allowed(String path, String allowed) {
        for (String method : List.of("GET", "POST", "PUT", "DELETE", "PATCH")) {
            if (!method.equals(allowed)) {
                Answer refused = backend().send(method, path, new byte[0]).isRefused(405, "METHOD_NOT_ALLOWED");
                refused.that(allow(refused)).contains(allowed).doesNotContain(method);
            }
        }
    }

    @Test
    void both_paths_of_readings_allow_get_and_post() {
        for (String path : List.of("/api/sensors/data", "/sensors/data")) {
            for (String method : List.of("PUT", "DELETE", "PATCH")) {
                Answer refused = backend().send(method, path, new byte[0]).isRefused(405, "METHOD_NOT_ALLOWED");
                refused.that(allow(refused)).contains("GET", "POST").doesNotContain(method);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/runs", "/api/runs/can-start", "/api/runs/running", "/api/info", "/api/sensors/data",
            "/sensors/data", "/infra/latest-deployment", "/api/runs/start"})
    void head_is_no_method(String path) {
        Answer refused = backend().send("HEAD", path, new byte[0]).is(405);
        refused.that(allow(refused)).isNotEmpty().doesNotContain("HEAD");
        refused.that(refused.body().length).isEqualTo(0);
    }

    @Test
    void takes_a_body_of_1_MiB_and_no_more() {
        String run = started();
        ingest(run, padded(MAX_BODY)).is(201);
        ingest(run, padded(MAX_BODY + 1)).isRefused(413, "PAYLOAD_TOO_LARGE");
        // before parsing
        backend().post("/api/runs/start", " ".repeat(MAX_BODY + 1)).isRefused(413, "PAYLOAD_TOO_LARGE");
        backend().post("/api/runs/" + run + "/finish", "x".repeat(MAX_BODY + 5)).isRefused(413, "PAYLOAD_TOO_LARGE");
        backend().post("/api/runs/interrupt-all", "[".repeat(2 * MAX_BODY)).isRefused(413, "PAYLOAD_TOO_LARGE");
        assertThat(readings(run)).hasSize(1);
    }

    @Test
    void takes_a_body_in_chunks_up_to_the_same_size() {
        String run = started();
        backend().postInChunks(DATA, padded(MAX_BODY).getBytes(StandardCharsets.UTF_8), "X-Run-Id", run).is(201);
        backend().postInChunks(DATA, padded(MAX_BODY + 1).getBytes(StandardCharsets.UTF_8), "X-Run-Id", run)
                .isRefused(413, "PAYLOAD_TOO_LARGE");
        backend().postInChunks("/api/runs/start", "{\"duration\":34}".getBytes(StandardCharsets.UTF_8))
                .is(201)
                .number("/duration")
                .isEqualTo(34);
        assertThat(readings(run)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "text/html", "application/xml", "application/x-ndjson;q=0", "nonsense"})
    void answers_json_whatever_is_accepted(String accepted) {
        get("/api/runs/can-start", "Accept", accepted).is(200);
        get("/api/runs/none", "Accept", accepted).isRefused(404, "RUN_NOT_FOUND");
    }

    @Test
    void trace_is_no_method() {
        backend().raw("TRACE", "/api/runs", "localhost").isRefused(405, "METHOD_NOT_ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "multipart/form-data",
            "application/json; charset=iso-8859-1", "text/json", "nonsense"})
    void wants_a_body_declared_as_json(String type) {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        backend().send("POST", "/api/runs/start", body, "Content-Type", type)
                .isRefused(415, "UNSUPPORTED_MEDIA_TYPE");
        backend().send("POST", DATA, body, "Content-Type", type, "X-Run-Id", started())
                .isRefused(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json;charset=UTF-8", "application/json; charset=\"utf-8\"",
            "APPLICATION/JSON", "application/problem+json"})
    void takes_json_by_each_of_its_names(String type) {
        backend().send("POST", "/api/runs/start", "{\"duration\":33}".getBytes(StandardCharsets.UTF_8), "Content-Type",
                type).is(201).number("/duration").isEqualTo(33);
    }

    @Test
    void checks_in_the_order_of_the_contract() {
        byte[] tooLarge = new byte[MAX_BODY + 1];
        Arrays.fill(tooLarge, (byte) 'x');
        byte[] bad = "x".getBytes(StandardCharsets.UTF_8);
        String[] everything = {"Content-Type", "text/plain", "Origin", FOREIGN, "X-User", "!"};
        String[] butType = {"Content-Type", "application/json", "Origin", FOREIGN, "X-User", "!"};
        String[] butOrigin = {"Content-Type", "application/json", "X-User", "!"};
        String unknown = "/api/runs/" + UUID.randomUUID() + "/finish";

        backend().send("POST", "/api/none", bad, everything).isRefused(404, "NOT_FOUND");
        backend().send("PUT", unknown, bad, everything).isRefused(405, "METHOD_NOT_ALLOWED");
        backend().send("POST", unknown, tooLarge, everything).isRefused(413, "PAYLOAD_TOO_LARGE");
        backend().send("POST", unknown, bad, everything).isRefused(415, "UNSUPPORTED_MEDIA_TYPE");
        backend().send("POST", unknown, bad, butType).isRefused(403, "ORIGIN_NOT_ALLOWED");
        backend().send("POST", unknown, bad, butOrigin)
                .is(target().mint() == null ? 400 : 403);
        backend().post(unknown, "x").isRefused(400, "MALFORMED_JSON");
        backend().post(unknown, "{\"status\":\"x\"}").isRefused(400, "VALIDATION_FAILED");
        backend().post(unknown, "{}").isRefused(404, "RUN_NOT_FOUND");

        String ended = started();
        finish(ended, "{}").is(200);
        ingest(ended, "{\"sensorId\":\"s\"}").isRefused(400, "VALIDATION_FAILED");
        ingest(ended, "{\"sensorId\":\"s\",\"reading\":1}").isRefused(409, "RUN_NOT_RUNNING");
        finish(ended, "{\"status\":\"x\"}").isRefused(400, "VALIDATION_FAILED");
        Backend.atOnce(5, this::started);
        start("{\"duration\":0}").isRefused(400, "VALIDATION_FAILED");
        start("{}").isRefused(409, "RUN_LIMIT_REACHED");
        tail(UUID.randomUUID().toString(), "?limit=0").isRefused(400, "VALIDATION_FAILED");
    }

    private static List<String> allow(Answer answer) {
        String allow = answer.headerValue("Allow");
        return allow == null ? List.of() : List.of(allow.replace(" ", "").split(",", -1));
    }

    private static String padded(int size) {
        String reading = "{\"sensorId\":\"s\",\"reading\":1}";
        return reading + " ".repeat(size - reading.length());
    }
}
