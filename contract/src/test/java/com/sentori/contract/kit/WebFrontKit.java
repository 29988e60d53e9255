package com.sentori.contract.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The traffic of the web front that exists: it stops a whole simulation when a single reading is refused. */
abstract class WebFrontKit extends Topic {
    private static final int SENSORS = 100;
    private static final int TICKS = 3;
    private static final String[] HEADERS = {"X-User", "web-user", "Origin", "http://localhost:4200"};

    @Test
    void posts_100_single_readings_at_once_while_it_polls_and_none_is_refused() {
        Answer run = start("{\"params\":{\"sensorIds\":" + IntStream.rangeClosed(1, SENSORS)
                .mapToObj(i -> "\"sensor-" + i + "\"")
                .toList() + ",\"duration\":60,\"interval\":1}}", HEADERS).is(201);
        String id = run.textAt("/params/runId");

        for (int tick = 0; tick < TICKS; tick++) {
            int now = tick;
            List<Callable<Answer>> calls = new ArrayList<>();
            IntStream.rangeClosed(1, SENSORS)
                    .forEach(sensor -> calls.add(() -> backend().post(DATA,
                            "{\"sensorId\":\"sensor-" + sensor + "\",\"temperature\":" + (20 + now) + ".5}", "X-Run-Id",
                            id,
                            "X-User", "web-user", "Origin", "http://localhost:4200")));
            calls.add(() -> get("/api/runs/can-start", HEADERS).is(200));
            calls.add(() -> {
                Answer running = get("/api/runs/running", HEADERS).is(200);
                running.text("/0/params/runId").isEqualTo(id);
                running.text("/0/params/sensorIds/0").isEqualTo("sensor-1");
                return running;
            });
            Backend.atOnce(calls).stream().limit(SENSORS).forEach(answer -> answer.is(201));
        }

        List<JsonNode> stored = readings(id);
        assertThat(stored.stream()
                .collect(Collectors.groupingBy(reading -> reading.path("sensorId").asString(), Collectors.counting())))
                .hasSize(SENSORS)
                .allSatisfy((sensor, count) -> assertThat(count).as(sensor).isEqualTo(TICKS));
        Answer finished = backend().post("/api/runs/" + id + "/finish",
                "{\"status\":\"SUCCESS\",\"message\":\"Simulation completed\"}", HEADERS).is(200);
        finished.text("/status").isEqualTo("COMPLETED");
        finished.text("/errorMessage").isNull();
    }

    @Test
    void reports_a_failure_and_shows_the_message_of_an_error() {
        String id = start("{}", HEADERS).is(201).textAt("/id");
        Answer finished = backend().post("/api/runs/" + id + "/finish",
                "{\"status\":\"FAILED\",\"message\":\"The tab was closed\"}", HEADERS).is(200);
        finished.text("/errorMessage").isEqualTo("The tab was closed");
        backend().post(DATA, "{\"sensorId\":\"sensor-1\",\"temperature\":1}", "X-Run-Id", id)
                .isRefused(409, "RUN_NOT_RUNNING")
                .text("/message")
                .isNotBlank();
        get("/infra/latest-deployment", HEADERS).is(200);
    }
}
