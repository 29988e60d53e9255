package com.sentori.contract.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starting runs: what may be asked, what the run looks like, and the limit. */
abstract class StartKit extends Topic {
    @Test
    void answers_the_whole_run() {
        Instant before = serverTime();
        Answer run = start("""
                {"sensorIds":["sensor-1","sensor-2"],"duration":90,"interval":7,"meta":{"seed":42}}""",
                "X-User", "alice").is(201);
        Instant after = serverTime();

        run.text("/id").matches(UUID_FORM);
        run.text("/runId").isEqualTo(run.textAt("/id"));
        run.text("/username").isEqualTo("alice");
        run.text("/status").isEqualTo("RUNNING");
        run.text("/startedAt").matches(INSTANT);
        assertThat(Instant.parse(run.textAt("/startedAt"))).as(run::toString).isBetween(before, after);
        run.text("/finishedAt").isNull();
        run.text("/endReason").isNull();
        run.text("/errorMessage").isNull();
        run.number("/duration").isEqualTo(90);
        run.number("/interval").isEqualTo(7);
        run.text("/params/runId").isEqualTo(run.textAt("/id"));
        run.node("/params/sensorIds").hasToString("[\"sensor-1\",\"sensor-2\"]");
        run.number("/params/duration").isEqualTo(90);
        run.number("/params/interval").isEqualTo(7);
        run.node("/meta").hasToString("{\"seed\":42}");
        run.that(List.copyOf(run.json().propertyNames()))
                .containsExactlyInAnyOrder("id", "runId", "username", "status", "startedAt", "finishedAt", "endReason",
                        "errorMessage", "duration", "interval", "params", "meta", "grafanaUrl");
        run.that(List.copyOf(run.at("/params").propertyNames()))
                .containsExactlyInAnyOrder("runId", "sensorIds", "duration", "interval");
        assertThat(run(run.textAt("/id")).is(200).json()).as(run::toString).isEqualTo(run.json());
    }

    @Test
    void an_empty_body_starts_a_run_of_a_minute_without_sensors() {
        for (String body : List.of("", "{}", "  ", "{\"params\":{}}", "{\"duration\":null,\"sensorIds\":null}")) {
            Answer run = start(body).is(201);
            run.text("/username").isEqualTo("anonymous");
            run.number("/duration").isEqualTo(60);
            run.number("/interval").isEqualTo(5);
            run.node("/params/sensorIds").hasToString("[]");
            run.node("/meta").hasToString("{}");
        }
    }

    @Test
    void takes_the_same_inside_params() {
        Answer run = start("""
                {"params":{"sensorIds":["a"],"duration":61,"interval":6,"meta":{"k":"v"}}}""").is(201);
        run.node("/params/sensorIds").hasToString("[\"a\"]");
        run.number("/duration").isEqualTo(61);
        run.number("/interval").isEqualTo(6);
        run.node("/meta").hasToString("{\"k\":\"v\"}");
    }

    @Test
    void ignores_unknown_members() {
        start("{\"colour\":\"red\",\"deep\":{\"er\":[1]},\"id\":\"mine\",\"status\":\"COMPLETED\"}").is(201)
                .text("/status")
                .isEqualTo("RUNNING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"duration\":0}", "{\"duration\":-1}", "{\"duration\":86401}", "{\"duration\":1.5}",
            "{\"duration\":\"60\"}", "{\"duration\":true}", "{\"duration\":[60]}", "{\"duration\":{}}",
            "{\"duration\":1e400}", "{\"duration\":1e999999999}", "{\"duration\":1e-999999999}",
            "{\"duration\":99999999999999999999999999}", "{\"params\":{\"duration\":0}}"})
    void refuses_a_duration_that_is_no_whole_number_of_1_to_86400(String body) {
        start(body).isInvalid("duration");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"interval\":0}", "{\"interval\":3601}", "{\"interval\":0.5}", "{\"interval\":\"5\"}"})
    void refuses_an_interval_that_is_no_whole_number_of_1_to_3600(String body) {
        start(body).isInvalid("interval");
    }

    @Test
    void takes_the_bounds_of_duration_and_interval() {
        start("{\"duration\":1,\"interval\":1}").is(201).number("/duration").isEqualTo(1);
        Answer longest = start("{\"duration\":86400,\"interval\":3600}").is(201);
        longest.number("/duration").isEqualTo(86_400);
        longest.number("/interval").isEqualTo(3_600);
    }

    @Test
    void names_every_fault_at_once() {
        Answer refused = start("{\"duration\":0,\"interval\":0,\"sensorIds\":7,\"meta\":[]}");
        refused.isRefused(400, "VALIDATION_FAILED");
        refused.that(refused.textsAt("/errors", "field"))
                .containsExactlyInAnyOrder("duration", "interval", "sensorIds", "meta");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"sensorIds\":\"a\"}", "{\"sensorIds\":{}}", "{\"sensorIds\":[1]}",
            "{\"sensorIds\":[null]}", "{\"sensorIds\":[\"\"]}", "{\"sensorIds\":[\"a\",\"b\",\"a\"]}"})
    void refuses_sensor_ids_that_are_no_list_of_different_texts(String body) {
        start(body).isInvalid("sensorIds");
    }

    @Test
    void takes_1000_sensors_and_no_more() {
        start(sensors(1_000, "sensor-")).is(201).node("/params/sensorIds").matches(ids -> ids.size() == 1_000);
        start(sensors(1_001, "sensor-")).isInvalid("sensorIds");
    }

    @Test
    void takes_sensor_ids_of_128_characters_and_64_KiB_together() {
        start("{\"sensorIds\":[\"" + "🎉".repeat(128) + "\"]}").is(201);
        start("{\"sensorIds\":[\"" + "x".repeat(129) + "\"]}").isInvalid("sensorIds");
        // 512 ids of 128 bytes are 64 KiB to the byte.
        start(sensors(512, "x".repeat(124))).is(201);
        start(sensors(513, "x".repeat(124))).isInvalid("sensorIds");
    }

    @Test
    void gives_meta_back_verbatim() {
        String meta = "{\"zebra\":1.10,\"alpha\":123456789012345678901234567890,\"price\":1e5,\"tiny\":-0.0,"
                + "\"long\":3.14159265358979323846264338327950288,\"max\":1.7976931348623157E308,"
                + "\"nested\":{\"b\":[1,[2.50,{\"c\":null}],true],\"a\":{}},\"\":\"empty\",\"text\":\"שלום \\\"🎉\\\"\"}";
        Answer run = start("{\"meta\":" + meta + "}").is(201);
        String id = run.textAt("/id");
        run.that(run.bodyText()).contains("\"meta\":" + meta);
        Answer read = run(id).is(200);
        read.that(read.bodyText()).contains("\"meta\":" + meta);
        Answer running = get("/api/runs/running").is(200);
        running.that(running.bodyText()).contains("\"meta\":" + meta);
        Answer finished = finish(id, "{}").is(200);
        finished.that(finished.bodyText()).contains("\"meta\":" + meta);
        Answer page = get("/api/runs?limit=1").is(200);
        page.that(page.bodyText()).contains("\"meta\":" + meta);
    }

    @Test
    void takes_4_KiB_of_meta_and_no_more() {
        // {"k":"…"} has eight characters around the text
        String most = "{\"k\":\"" + "x".repeat(4 * 1024 - 8) + "\"}";
        Answer run = start("{\"meta\":" + most + "}").is(201);
        run.that(run.bodyText()).contains(most);
        start("{\"meta\":{\"k\":\"" + "x".repeat(4 * 1024 - 7) + "\"}}").isInvalid("meta");
        start("{\"meta\":{\"k\":\"" + "é".repeat(2 * 1024) + "\"}}").isInvalid("meta");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "7", "true"})
    void refuses_meta_that_is_no_object(String meta) {
        start("{\"meta\":" + meta + "}").isInvalid("meta");
    }

    @Test
    void names_the_dashboard_of_the_run_where_there_is_a_grafana() {
        Answer run = start("{}").is(201);
        String grafana = target().grafanaUrl();
        if (grafana == null) {
            run.text("/grafanaUrl").isNull();
            get("/api/info").text("/grafanaUrl").isNull();
        } else {
            run.text("/grafanaUrl").startsWith(grafana).contains(run.textAt("/id")).matches("https?://[!-~]+");
            run(run.textAt("/id")).text("/grafanaUrl").isEqualTo(run.textAt("/grafanaUrl"));
        }
    }

    @Test
    void counts_down_to_the_limit_and_then_refuses() {
        for (int running = 0; running < 5; running++) {
            Answer capacity = get("/api/runs/can-start").is(200);
            capacity.node("")
                    .hasToString("{\"canStart\":true,\"currentRunning\":" + running
                            + ",\"maxAllowed\":5,\"available\":" + (5 - running) + "}");
            start("{}").is(201);
        }
        get("/api/runs/can-start").is(200)
                .node("")
                .hasToString("{\"canStart\":false,\"currentRunning\":5,\"maxAllowed\":5,\"available\":0}");
        Answer refused = start("{}").isRefused(409, "RUN_LIMIT_REACHED");
        refused.number("/currentRunning").isEqualTo(5);
        refused.number("/maxAllowed").isEqualTo(5);
    }

    @RepeatedTest(3)
    void of_100_concurrent_starts_exactly_5_succeed() {
        List<Answer> answers = Backend.atOnce(100, () -> start("{}"));

        assertThat(answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting())))
                .as(() -> answers.stream().filter(answer -> answer.status() >= 500).findFirst().toString())
                .containsOnlyKeys(201, 409)
                .containsEntry(201, 5L);
        answers.stream().filter(answer -> answer.status() == 409).forEach(answer -> {
            answer.isRefused(409, "RUN_LIMIT_REACHED");
            answer.number("/maxAllowed").isEqualTo(5);
        });
        Answer running = get("/api/runs/running").is(200);
        running.that(running.textsAt("", "id"))
                .containsExactlyInAnyOrderElementsOf(answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .map(answer -> answer.textAt("/id"))
                        .toList());
        get("/api/runs/can-start").number("/available").isEqualTo(0);
    }

    @Test
    void never_more_than_5_run_while_runs_end_and_start() {
        List<Integer> seen = Backend
                .atOnce(IntStream.range(0, 8).<java.util.concurrent.Callable<Integer>>mapToObj(client -> () -> {
                    int most = 0;
                    for (int i = 0; i < 8; i++) {
                        Answer started = start("{}");
                        Answer running = get("/api/runs/running").is(200);
                        most = Math.max(most, running.json().size());
                        if (started.status() == 201) {
                            finish(started.textAt("/id"), "{}").is(200);
                        } else {
                            started.isRefused(409, "RUN_LIMIT_REACHED");
                        }
                    }
                    return most;
                })
                        .toList());
        assertThat(seen).allSatisfy(most -> assertThat(most).isLessThanOrEqualTo(5));
        Answer capacity = get("/api/runs/can-start").is(200);
        capacity.number("/currentRunning").isEqualTo(0);
        capacity.number("/available").isEqualTo(5);
    }

    @Test
    void an_ended_run_makes_room() {
        List<String> runs = Backend.atOnce(5, this::started);
        start("{}").isRefused(409, "RUN_LIMIT_REACHED");
        finish(runs.getFirst(), "{}").is(200);
        start("{}").is(201);
        start("{}").isRefused(409, "RUN_LIMIT_REACHED");
    }

    @Test
    void answers_can_start_quickly_while_runs_run() {
        Backend.atOnce(5, this::started);
        Instant before = Instant.now();
        for (int i = 0; i < 20; i++) {
            get("/api/runs/can-start").is(200);
            get("/api/runs/running").is(200);
        }
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(8));
    }

    private static String sensors(int count, String prefix) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"" + prefix + String.format("%04d", i) + "\"")
                .collect(Collectors.joining(",", "{\"sensorIds\":[", "]}"));
    }
}
