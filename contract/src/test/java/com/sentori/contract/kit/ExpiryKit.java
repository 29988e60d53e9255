package com.sentori.contract.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Runs that nobody finishes. Five expire at the same time, once; then each test looks at another one of them
 * in another way, and is the first to look at it.
 */
@TestMethodOrder(OrderAnnotation.class)
abstract class ExpiryKit extends Topic {
    private static final String ONE_SECOND = "{\"duration\":1}";

    private List<Answer> expired = List.of();
    private Instant early = Instant.EPOCH;

    @BeforeAll
    void five_runs_expire() {
        assertThat(target().grace()).as("the grace of a server under test")
                .isBetween(Duration.ofSeconds(1),
                        Duration.ofSeconds(5));
        interruptAll();
        expired = Backend.atOnce(5, () -> start(ONE_SECOND).is(201));
        // A reading within the duration does not put off the end.
        ingest(id(0), "{\"sensorId\":\"early\",\"reading\":1}").is(201);
        awaitServerTime(expired.stream()
                .map(this::plannedEnd)
                .max(Instant::compareTo)
                .orElseThrow()
                .plus(target().grace()));
    }

    private String id(int run) {
        return expired.get(run).textAt("/id");
    }

    private Instant plannedEnd(Answer run) {
        return Instant.parse(run.textAt("/startedAt")).plusSeconds(1);
    }

    private Instant expiry(int which) {
        Instant planned = plannedEnd(expired.get(which));
        // On a slow machine the early reading may come after the planned end.
        return (which == 0 && early.isAfter(planned) ? early : planned).plus(target().grace());
    }

    @Override
    void nothing_runs() {
        // The runs that expired must not be touched before their test.
    }

    @Test
    @Order(1)
    void takes_no_more_readings() {
        ingest(id(1), "{\"sensorId\":\"late\",\"reading\":1}").isRefused(409, "RUN_NOT_RUNNING");
        assertThat(readings(id(1))).isEmpty();
        failedByTimeout(1);
    }

    @Test
    @Order(2)
    void cannot_be_finished() {
        finish(id(2), "{}").isRefused(409, "RUN_NOT_RUNNING");
        finish(id(2), "{\"status\":\"FAILED\"}").isRefused(409, "RUN_NOT_RUNNING");
        failedByTimeout(2);
    }

    @Test
    @Order(3)
    void its_tail_is_complete() {
        Answer tail = tail(id(0), "").is(200);
        tail.that(tail.textsAt("/items", "sensorId")).containsExactly("early");
        tail.node("/complete").hasToString("true");
    }

    @Test
    @Order(4)
    void shows_the_instant_of_its_end() {
        failedByTimeout(3);
        failedByTimeout(0);
    }

    @Test
    @Order(5)
    void does_not_count_against_the_limit() {
        get("/api/runs/can-start").is(200).number("/currentRunning").isEqualTo(0);
        get("/api/runs/running").is(200).node("").hasToString("[]");
        interruptAll().number("/interrupted").isEqualTo(0);
        failedByTimeout(4);
    }

    @Test
    @Order(6)
    void five_that_expired_make_room_for_five() {
        Backend.atOnce(5, () -> start(ONE_SECOND).is(201));
        start("{}").isRefused(409, "RUN_LIMIT_REACHED");
        Answer last = get("/api/runs/running").is(200);
        awaitServerTime(last.at("")
                .values()
                .stream()
                .map(run -> Instant.parse(run.path("startedAt").asString()).plusSeconds(1))
                .max(Instant::compareTo)
                .orElseThrow()
                .plus(target().grace()));

        Answer page = get("/api/runs?limit=5").is(200);
        page.that(page.textsAt("/items", "endReason")).containsOnly("TIMEOUT");
        Backend.atOnce(5, () -> start("{}").is(201));
        page = get("/api/runs?limit=10").is(200);
        page.that(page.textsAt("/items", "status"))
                .containsExactly("RUNNING", "RUNNING", "RUNNING", "RUNNING",
                        "RUNNING", "FAILED", "FAILED", "FAILED", "FAILED", "FAILED");
        interruptAll().number("/interrupted").isEqualTo(5);
    }

    @Test
    @Order(7)
    void readings_put_it_off_until_the_grace_after_the_last() {
        Answer run = start(ONE_SECOND).is(201);
        String id = run.textAt("/id");
        Instant silent = plannedEnd(run).plus(target().grace());
        Answer[] last = new Answer[1];
        await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(200)).until(() -> {
            last[0] = ingest(id, "{\"sensorId\":\"s\",\"reading\":1,\"timestamp\":\"1999-01-01T00:00:00Z\"}").is(201);
            return arrival(last[0]).isAfter(silent);
        });
        run(id).is(200).text("/status").isEqualTo("RUNNING");
        Instant end = arrival(last[0]).plus(target().grace());
        awaitServerTime(end);

        get("/api/runs/running").is(200).node("").hasToString("[]");
        get("/api/runs/can-start").is(200).number("/currentRunning").isEqualTo(0);
        Answer ended = run(id).is(200);
        ended.text("/status").isEqualTo("FAILED");
        ended.text("/endReason").isEqualTo("TIMEOUT");
        assertThat(Instant.parse(ended.textAt("/finishedAt"))).as(ended::toString).isEqualTo(end);
    }

    private static Instant arrival(Answer stored) {
        return Instant.parse(stored.textAt("/receivedAt"));
    }

    private void failedByTimeout(int which) {
        Answer run = run(id(which)).is(200);
        run.text("/status").isEqualTo("FAILED");
        run.text("/endReason").isEqualTo("TIMEOUT");
        run.text("/finishedAt").matches(INSTANT);
        assertThat(Instant.parse(run.textAt("/finishedAt"))).as(run::toString)
                .isEqualTo(expiry(which));
    }
}
