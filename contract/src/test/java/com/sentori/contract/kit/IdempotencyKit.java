package com.sentori.contract.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code Idempotency-Key}: a call that is repeated is done once and answered alike. */
abstract class IdempotencyKit extends Topic {
    private static final String KEY = "Idempotency-Key";
    private static final String READING = "{\"sensorId\":\"s\",\"reading\":1,\"seq\":7}";

    @Test
    void a_start_that_is_repeated_is_one_run() {
        String key = unique("key");
        Answer first = start("{\"duration\":60}", KEY, key).is(201);
        Answer again = start("{\"duration\":60}", KEY, key).is(201);
        assertSame(first, again);
        again.header("Location").isEqualTo(first.headerValue("Location"));
        get("/api/runs/can-start").number("/currentRunning").isEqualTo(1);
    }

    @Test
    void a_start_is_answered_again_after_the_run_has_ended() {
        String key = unique("key");
        Answer first = start("{}", KEY, key).is(201);
        finish(first.textAt("/id"), "{}").is(200);
        assertSame(first, start("{}", KEY, key).is(201));
    }

    @Test
    void a_reading_that_is_sent_again_is_stored_once() {
        String run = started();
        String key = unique("key");
        Answer first = ingest(run, READING, key).is(201);
        Answer again = ingest(run, READING, key).is(201);
        assertSame(first, again);
        assertThat(readings(run)).hasSize(1);
        ingest(run, READING, unique("key")).is(201);
        assertThat(readings(run)).hasSize(2);
    }

    @Test
    void a_batch_that_is_sent_again_is_stored_once() {
        String run = started();
        String key = unique("key");
        String batch = batch("s", 0, 500);
        ingest(run, batch, key).is(201).number("/accepted").isEqualTo(500);
        ingest(run, batch, key).is(201).number("/accepted").isEqualTo(500);
        assertThat(readings(run)).hasSize(500);
    }

    @Test
    void an_ingest_is_answered_again_after_the_run_has_ended() {
        String run = started();
        String key = unique("key");
        Answer first = ingest(run, READING, key).is(201);
        finish(run, "{}").is(200);
        assertSame(first, ingest(run, READING, key).is(201));
        ingest(run, READING, unique("key")).isRefused(409, "RUN_NOT_RUNNING");
        assertThat(readings(run)).hasSize(1);
    }

    @Test
    void many_at_once_with_one_key_have_one_effect() {
        String run = started();
        String key = unique("key");
        List<Answer> answers = Backend.atOnce(16, () -> ingest(run, READING, key));
        Answer one = answers.stream().filter(answer -> answer.status() == 201).findFirst().orElseThrow();
        for (Answer answer : answers) {
            if (answer.status() != 503) {
                assertSame(one, answer.is(201));
            }
        }
        assertThat(readings(run)).hasSize(1);
    }

    @Test
    void many_starts_at_once_with_one_key_start_one_run() {
        String key = unique("key");
        List<Answer> answers = Backend.atOnce(8, () -> start("{}", KEY, key));
        List<Answer> done = answers.stream().filter(answer -> answer.status() != 503).toList();
        assertThat(done).isNotEmpty();
        done.forEach(answer -> assertSame(done.getFirst().is(201), answer));
        get("/api/runs/can-start").number("/currentRunning").isEqualTo(1);
    }

    @Test
    void writers_with_keys_that_all_send_twice_store_each_reading_once() {
        String run = started();
        Backend.atOnce(IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(writer -> () -> {
                    for (int i = 0; i < 20; i++) {
                        String reading = "{\"sensorId\":\"w" + writer + "\",\"reading\":1,\"seq\":" + i + "}";
                        String key = run + writer + "-" + i;
                        ingest(run, reading, key).is(201);
                        ingest(run, reading, key).is(201);
                    }
                    return writer;
                })
                .toList());
        assertThat(readings(run)).hasSize(160);
    }

    @Test
    void a_finish_that_is_repeated_is_answered_alike() {
        String run = started();
        String key = unique("key");
        String path = "/api/runs/" + run + "/finish";
        Answer first = post(path, "{\"status\":\"FAILED\",\"message\":\"why\"}", KEY, key).is(200);
        assertSame(first, post(path, "{\"status\":\"FAILED\",\"message\":\"why\"}", KEY, key).is(200));
        assertThat(run(run).json()).isEqualTo(first.json());
    }

    @Test
    void an_interrupt_all_that_is_repeated_ends_nothing_more() {
        String key = unique("key");
        Backend.atOnce(2, this::started);
        Answer first = post("/api/runs/interrupt-all", "{}", KEY, key).is(200);
        first.number("/interrupted").isEqualTo(2);
        String later = started();
        assertSame(first, post("/api/runs/interrupt-all", "{}", KEY, key).is(200));
        run(later).text("/status").isEqualTo("RUNNING");
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        String run = started();
        String key = unique("key");
        ingest(run, READING, key).is(201);
        ingest(run, READING + " ", key).isRefused(422, "IDEMPOTENCY_KEY_REUSED");
        assertThat(readings(run)).hasSize(1);

        start("{\"duration\":60}", KEY, key).is(201);
        start("{\"duration\":61}", KEY, key).isRefused(422, "IDEMPOTENCY_KEY_REUSED");
        String path = "/api/runs/" + run + "/finish";
        post(path, "{}", KEY, key).is(200);
        post(path, "{\"status\":\"SUCCESS\"}", KEY, key).isRefused(422, "IDEMPOTENCY_KEY_REUSED");
        post("/api/runs/interrupt-all", "{}", KEY, key).is(200);
        post("/api/runs/interrupt-all", "", KEY, key).isRefused(422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void a_key_holds_for_one_path() {
        String run = started();
        String key = unique("key");
        ingest(run, READING, key).is(201);
        post("/sensors/data", READING, "X-Run-Id", run, KEY, key).is(201);
        assertThat(readings(run)).hasSize(2);
    }

    @Test
    void a_refusal_is_not_remembered() {
        String key = unique("key");
        List<String> five = Stream.generate(this::started).limit(5).toList();
        start("{}", KEY, key).isRefused(409, "RUN_LIMIT_REACHED");
        finish(five.getFirst(), "{}").is(200);
        start("{}", KEY, key).is(201);

        String other = unique("key");
        ingest("00000000-0000-0000-0000-000000000000", READING, other).isRefused(404, "RUN_NOT_FOUND");
        ingest(five.getLast(), READING, other).is(201);
    }

    @Test
    void a_start_at_the_limit_is_answered_again() {
        String key = unique("key");
        Answer first = start("{}", KEY, key).is(201);
        IntStream.range(0, 4).forEach(i -> started());
        assertSame(first, start("{}", KEY, key).is(201));
    }

    @ParameterizedTest
    @ValueSource(strings = {"k", "with blanks, and ;signs", "0123456789abcdef"})
    void takes_keys_of_up_to_128_characters(String text) {
        String run = started();
        ingest(run, READING, (text + run).repeat(128).substring(0, 128)).is(201);
        finish(run, "{}").is(200);
    }

    @Test
    void refuses_keys_that_are_empty_or_longer() {
        String run = started();
        for (String key : List.of("", "k".repeat(129))) {
            ingest(run, READING, key).isInvalid(KEY);
            start("{}", KEY, key).isInvalid(KEY);
            post("/api/runs/" + run + "/finish", "{}", KEY, key).isInvalid(KEY);
            post("/api/runs/interrupt-all", "{}", KEY, key).isInvalid(KEY);
        }
        run(run).text("/status").isEqualTo("RUNNING");
        assertThat(readings(run)).isEmpty();
    }

    private Answer ingest(String run, String json, String key) {
        return post("/api/sensors/data", json, "X-Run-Id", run, KEY, key);
    }

    private static void assertSame(Answer first, Answer again) {
        again.that(again.status()).isEqualTo(first.status());
        again.that(again.bodyText()).isEqualTo(first.bodyText());
    }
}
