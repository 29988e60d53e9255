package com.sentori.contract.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ending runs: finish in all its forms, and interrupt-all. */
abstract class EndKit extends Topic {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{}                                               | COMPLETED   | FINISHED      |",
            "{\"status\":null,\"message\":\"fine\"}           | COMPLETED   | FINISHED      |",
            "{\"status\":\"SUCCESS\",\"message\":\"fine\"}    | COMPLETED   | FINISHED      |",
            "{\"status\":\"COMPLETED\"}                       | COMPLETED   | FINISHED      |",
            "{\"errorMessage\":\"broken\"}                    | FAILED      | CLIENT_FAILED | broken",
            "{\"status\":\"FAILED\"}                          | FAILED      | CLIENT_FAILED |",
            "{\"status\":\"FAILED\",\"message\":\"broken\"}   | FAILED      | CLIENT_FAILED | broken",
            "{\"status\":\"FAILED\",\"errorMessage\":\"why\",\"message\":\"x\"} | FAILED | CLIENT_FAILED | why",
            "{\"status\":\"INTERRUPTED\"}                     | INTERRUPTED | OPERATOR      |",
            "{\"colour\":\"red\",\"status\":\"SUCCESS\"}      | COMPLETED   | FINISHED      |"})
    void ends_as_asked(String body, String status, String reason, String error) {
        String id = started();
        Instant before = serverTime();
        Answer run = finish(id, body).is(200);
        Instant after = serverTime();

        run.text("/id").isEqualTo(id);
        run.text("/status").isEqualTo(status);
        run.text("/endReason").isEqualTo(reason);
        run.text("/errorMessage").isEqualTo(error);
        run.text("/finishedAt").matches(INSTANT);
        assertThat(Instant.parse(run.textAt("/finishedAt"))).as(run::toString).isBetween(before, after);
        assertThat(run(id).is(200).json()).as(run::toString).isEqualTo(run.json());
    }

    @Test
    void an_absent_body_completes() {
        finish(started(), "").is(200).text("/status").isEqualTo("COMPLETED");
        backend().send("POST", "/api/runs/" + started() + "/finish", new byte[0])
                .is(200)
                .text("/status")
                .isEqualTo("COMPLETED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"status\":\"RUNNING\"}", "{\"status\":\"success\"}", "{\"status\":\"\"}",
            "{\"status\":1}", "{\"status\":\"DONE\"}"})
    void refuses_another_status(String body) {
        String id = started();
        finish(id, body).isInvalid("status");
        run(id).text("/status").isEqualTo("RUNNING");
    }

    @Test
    void takes_texts_of_2000_characters_and_no_more() {
        String longest = "🎉".repeat(2_000);
        finish(started(), "{\"errorMessage\":\"" + longest + "\"}").is(200).text("/errorMessage").isEqualTo(longest);
        String id = started();
        finish(id, "{\"errorMessage\":\"" + "x".repeat(2_001) + "\"}").isInvalid("errorMessage");
        finish(id, "{\"message\":\"" + "x".repeat(2_001) + "\"}").isInvalid("message");
        finish(id, "{\"message\":7}").isInvalid("message");
    }

    @ParameterizedTest
    @CsvSource({"COMPLETED,SUCCESS", "FAILED,FAILED", "INTERRUPTED,INTERRUPTED"})
    void the_same_result_again_is_the_first_answer_again(String first, String again) {
        String id = started();
        Answer ended = finish(id, "{\"status\":\"" + first + "\",\"errorMessage\":\"first\"}").is(200);
        awaitServerTime(Instant.parse(ended.textAt("/finishedAt")).plusMillis(5));
        Answer repeated = finish(id, "{\"status\":\"" + again + "\",\"errorMessage\":\"second\"}").is(200);
        assertThat(repeated.json()).as(repeated::toString).isEqualTo(ended.json());
    }

    @Test
    void another_result_is_refused() {
        for (String first : List.of("COMPLETED", "FAILED", "INTERRUPTED")) {
            String id = started();
            Answer ended = finish(id, "{\"status\":\"" + first + "\"}").is(200);
            for (String other : List.of("SUCCESS", "FAILED", "INTERRUPTED")) {
                if (!other.replace("SUCCESS", "COMPLETED").equals(first)) {
                    finish(id, "{\"status\":\"" + other + "\"}").isRefused(409, "RUN_NOT_RUNNING");
                }
            }
            assertThat(run(id).is(200).json()).as(ended::toString).isEqualTo(ended.json());
        }
    }

    @Test
    void an_unknown_run_cannot_be_finished() {
        finish(UUID.randomUUID().toString(), "{}").isRefused(404, "RUN_NOT_FOUND");
        finish("no-uuid", "{}").isRefused(404, "RUN_NOT_FOUND");
    }

    @Test
    void of_many_concurrent_finishers_one_wins() {
        String id = started();
        List<String> wanted = List.of("COMPLETED", "FAILED", "INTERRUPTED");
        List<Answer> answers = Backend.atOnce(IntStream.range(0, 24)
                .<Callable<Answer>>mapToObj(i -> () -> finish(id,
                        "{\"status\":\"" + wanted.get(i % 3) + "\",\"errorMessage\":\"by " + i + "\"}"))
                .toList());

        Answer run = run(id).is(200);
        List<Answer> taken = answers.stream().filter(answer -> answer.status() == 200).toList();
        // The winner and those who wanted the same see the winner's end; all others are refused.
        run.that(taken.size()).isEqualTo(8);
        taken.forEach(answer -> assertThat(answer.json()).as(answer::toString).isEqualTo(run.json()));
        answers.stream()
                .filter(answer -> answer.status() != 200)
                .forEach(answer -> answer.isRefused(409, "RUN_NOT_RUNNING"));
    }

    @Test
    void interrupt_all_ends_what_runs_and_nothing_else() {
        Answer completed = finish(started(), "{}").is(200);
        List<String> runs = Backend.atOnce(3, this::started);

        Answer answer = interruptAll();
        answer.number("/interrupted").isEqualTo(3);
        answer.text("/message").isNotBlank();
        answer.text("/timestamp").matches(INSTANT);
        for (String id : runs) {
            Answer run = run(id).is(200);
            run.text("/status").isEqualTo("INTERRUPTED");
            run.text("/endReason").isEqualTo("OPERATOR");
            run.text("/finishedAt").matches(INSTANT);
            run.text("/errorMessage").isNull();
        }
        assertThat(run(completed.textAt("/id")).json()).as(completed::toString).isEqualTo(completed.json());
        get("/api/runs/running").is(200).node("").hasToString("[]");
        get("/api/runs/can-start").is(200).number("/currentRunning").isEqualTo(0);
    }

    @Test
    void interrupt_all_of_nothing_interrupts_nothing() {
        Answer answer = interruptAll();
        answer.number("/interrupted").isEqualTo(0);
        answer.text("/message").isNotBlank();
        answer.text("/timestamp").matches(INSTANT);
        backend().post("/api/runs/interrupt-all", "[]").isRefused(400, "MALFORMED_JSON");
    }

    @Test
    void concurrent_interrupts_count_every_run_once() {
        Backend.atOnce(5, this::started);
        List<Answer> answers = Backend.atOnce(6, this::interruptAll);
        assertThat(answers.stream().collect(Collectors.summingLong(answer -> answer.numberAt("/interrupted"))))
                .as(answers::toString)
                .isEqualTo(5);
    }

    @Test
    void nothing_is_stored_after_the_end_was_visible() {
        String id = started();
        List<Integer> acknowledged = Backend.atOnce(IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(writer -> () -> {
                    for (int i = 0; i < 400; i++) {
                        Answer answer = ingest(id, "{\"sensorId\":\"w" + writer + "\",\"reading\":" + i + "}");
                        if (answer.status() != 201) {
                            answer.isRefused(409, "RUN_NOT_RUNNING");
                            return i;
                        }
                        if (writer == 0 && i == 10) {
                            finish(id, "{}").is(200);
                            int stored = readings(id).size();
                            ingest(id, "{\"sensorId\":\"late\",\"reading\":1}").isRefused(409, "RUN_NOT_RUNNING");
                            assertThat(readings(id)).hasSize(stored);
                        }
                    }
                    throw new AssertionError("the run takes readings after its end");
                })
                .toList());
        assertThat(readings(id)).hasSize(acknowledged.stream().mapToInt(Integer::intValue).sum());
    }
}
