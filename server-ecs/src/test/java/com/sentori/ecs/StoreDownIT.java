package com.sentori.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sentori.ecs.parts.Postgres;
import com.sentori.ecs.parts.Relay;
import com.sentori.ecs.parts.RunningServer;
import java.net.http.HttpResponse;
import java.time.Duration;
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
        assertThat(server.get(server.api(), "/api/runs/can-start").statusCode()).isEqualTo(200);
        way.cut();
        calls().forEach(StoreDownIT::isUnavailableInTime);
        assertThat(server.get(server.api(), "/actuator/health/readiness").statusCode()).isEqualTo(503);
        assertThat(server.get(server.api(), "/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(server.get(server.api(), "/api/info").statusCode()).isEqualTo(200);

        way.mend();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> server.get(server.api(), "/api/runs/can-start").statusCode() == 200);
        assertThat(server.get(server.api(), "/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void a_store_that_falls_silent_is_503_in_time() {
        assertThat(server.get(server.api(), "/api/runs/can-start").statusCode()).isEqualTo(200);
        way.silentWhile(() -> calls().forEach(StoreDownIT::isUnavailableInTime));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> server.get(server.api(), "/api/runs/can-start").statusCode() == 200);
    }

    private List<Supplier<HttpResponse<String>>> calls() {
        return List.of(() -> server.get(server.api(), "/api/runs/can-start"),
                () -> server.post("/api/runs/start", "{}"),
                () -> server.post("/api/sensors/data",
                        "{\"runId\":\"00000000-0000-4000-8000-000000000000\",\"sensorId\":\"s\",\"reading\":1}"));
    }

    private static void isUnavailableInTime(Supplier<HttpResponse<String>> call) {
        long begun = System.nanoTime();
        HttpResponse<String> answer = call.get();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("STORE_UNAVAILABLE");
    }
}
