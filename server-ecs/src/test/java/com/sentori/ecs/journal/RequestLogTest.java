package com.sentori.ecs.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.contract.auth.Callers;
import com.sentori.contract.http.ApiRequest;
import com.sentori.contract.http.Call;
import com.sentori.contract.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestLogTest {
    private static final String RUN = "019aa0c0-0000-7000-8000-000000000001";
    private static final String ROUTE = "/api/runs/{id}";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final Instant TIME = Instant.parse("2026-01-15T10:30:00.123Z");

    @Test
    void says_who_called_what_for_which_run_and_how_it_went() {
        Map<String, String> headers = Map.of("X-Request-Id", "r-1", "traceparent",
                "00-" + TRACE + "-00f067aa0ba902b7-01",
                "Authorization", "Bearer secret");
        RequestLine line = line(call(Map.of("id", RUN), headers), headers, "GET", 200);
        assertThat(new String(Json.bytes(line), StandardCharsets.UTF_8))
                .isEqualTo("{\"time\":\"2026-01-15T10:30:00.123Z\","
                        + "\"level\":\"INFO\",\"message\":\"request\",\"requestId\":\"r-1\",\"traceId\":\"" + TRACE
                        + "\",\"runId\":\"" + RUN + "\",\"user\":\"alice\",\"method\":\"GET\",\"route\":\"" + ROUTE
                        + "\",\"status\":200,\"ms\":1.235}");
    }

    @Test
    void takes_the_run_of_an_ingest_from_its_header() {
        assertThat(line(call(Map.of(), Map.of("X-Run-Id", RUN)), Map.of(), "POST", 201).runId()).isEqualTo(RUN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\nb", "a\"b", "\u001b[31m", "x\u2028"})
    void makes_an_id_where_the_callers_is_none(String sent) {
        assertThat(line(null, Map.of("X-Request-Id", sent), "GET", 200).requestId()).hasSize(36);
    }

    @Test
    void repeats_nothing_that_is_not_of_a_known_form() {
        Map<String, String> headers = Map.of("X-User", "a\nb", "traceparent", "00-x\ny", "X-Run-Id", "\n");
        RequestLine line = line(null, headers, "BR\nEW", 503);
        assertThat(new String(Json.bytes(line), StandardCharsets.UTF_8))
                .doesNotContain("\n", "BR", "runId", "user", "trace")
                .contains("\"method\":\"other\"", "\"level\":\"WARN\"");
    }

    @Test
    void writes_what_waits_when_it_is_closed() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RequestLog log = new RequestLog(out);
        for (int i = 0; i < 1_000; i++) {
            log.accept(line(null, Map.of(), "GET", 200));
        }
        log.close();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(1_000);
        assertThat(log.dropped()).isZero();
    }

    @Test
    void drops_and_counts_what_it_cannot_write_in_time_and_lets_no_request_wait() {
        CountDownLatch stuck = new CountDownLatch(1);
        RequestLog log = new RequestLog(new OutputStream() {
            @Override
            public void write(int b) {
                try {
                    stuck.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        int sent = 3 * RequestLog.BOUND;
        for (int i = 0; i < sent; i++) {
            log.accept(line(null, Map.of(), "GET", 200));
        }
        assertThat(log.dropped()).isBetween(1L, (long) sent);
        stuck.countDown();
        log.close();
    }

    private static Call call(Map<String, String> variables, Map<String, String> headers) {
        return new Call(new ApiRequest("GET", "/", headers, Map.of(), new byte[0]), variables,
                Callers.OPEN.identify(null, "alice"));
    }

    private static RequestLine line(@Nullable Call call, Map<String, String> headers, String method, int status) {
        return RequestLine.of(TIME, call, headers::get, method, ROUTE, status, 1_234_567, false);
    }
}
