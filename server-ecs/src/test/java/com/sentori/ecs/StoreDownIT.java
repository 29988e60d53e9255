package com.sentori.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sentori.ecs.parts.Postgres;
import com.sentori.ecs.parts.Relay;
import com.sentori.ecs.parts.RunningServer;
import com.sentori.ecs.parts.Together;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server on a store that goes away under it. */
class StoreDownIT {
    private Relay way;
    private RunningServer server;

    @BeforeEach
    void start() throws Exception {
        way = new Relay(Postgres.port());
        server = RunningServer.on("jdbc:postgresql://127.0.0.1:" + way.port() + "/" + Postgres.newDatabase());
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        way.close();
    }

    @Test
    void a_store_that_refuses_is_503_and_the_server_is_there_again_with_it() throws Exception {
        List<Supplier<HttpResponse<String>>> calls = calls();
        way.cut();
        areUnavailableInTime(calls);
        assertThat(server.get(server.api(), "/actuator/health/readiness").statusCode()).isEqualTo(503);
        assertThat(server.get(server.api(), "/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(server.get(server.api(), "/api/info").statusCode()).isEqualTo(200);

        way.mend();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> server.get(server.api(), "/api/runs/can-start").statusCode() == 200);
        assertThat(server.get(server.api(), "/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void a_store_that_falls_silent_is_503_in_time_also_for_many_callers() {
        List<Supplier<HttpResponse<String>>> calls = calls();
        way.silentWhile(() -> areUnavailableInTime(calls));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> server.get(server.api(), "/api/runs/can-start").statusCode() == 200);
    }

    /** Calls on the store, of which the one before was well; with a run. */
    private List<Supplier<HttpResponse<String>>> calls() {
        String run = server.post("/api/runs/start", "{}").body().replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
        String reading = "{\"runId\":\"" + run + "\",\"sensorId\":\"s\",\"reading\":1}";
        List<Supplier<HttpResponse<String>>> calls = List.of(() -> server.get(server.api(), "/api/runs/can-start"),
                () -> server.post("/api/runs/start", "{}"), () -> server.post("/api/sensors/data", reading),
                () -> server.post("/api/runs/" + run + "/finish", "{}"),
                () -> server.get(server.api(), "/api/runs/" + run + "/readings"),
                () -> server.get(server.api(), "/api/sensors/data?runId=" + run));
        assertThat(server.post("/api/sensors/data", reading).statusCode()).isEqualTo(201);
        return calls;
    }

    private static void areUnavailableInTime(List<Supplier<HttpResponse<String>>> calls) {
        List<Duration> taken = Together.call(10 * calls.size(), i -> {
            long begun = System.nanoTime();
            HttpResponse<String> answer = calls.get(i % calls.size()).get();
            Duration after = Duration.ofNanos(System.nanoTime() - begun);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("STORE_UNAVAILABLE");
            return after;
        });
        assertThat(Collections.max(taken)).isLessThan(Duration.ofSeconds(5));
    }
}
