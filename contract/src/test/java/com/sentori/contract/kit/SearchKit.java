package com.sentori.contract.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Searching readings: conditions, order and pages. */
abstract class SearchKit extends Topic {
    @Test
    void answers_the_newest_first() {
        String run = started();
        ingest(run, "s", 0, 3);
        ingest(run, "s", 3, 4);
        Answer found = get(DATA + "?runId=" + run).is(200);
        found.that(found.textsAt("/items", "seq")).containsExactly("3", "2", "1", "0");
        found.number("/count").isEqualTo(4);
        found.node("/nextKey").hasToString("null");
        found.that(List.copyOf(found.json().propertyNames())).containsExactlyInAnyOrder("items", "count", "nextKey");
    }

    @Test
    void the_order_is_that_of_arrival_whatever_the_timestamps_say() {
        String run = started();
        for (String timestamp : List.of("2020", "2030", "2010")) {
            ingest(run, "{\"sensorId\":\"s\",\"reading\":1,\"timestamp\":\"" + timestamp + "-01-01T00:00:00Z\"}")
                    .is(201);
        }
        Answer found = get(DATA + "?runId=" + run).is(200);
        found.that(found.textsAt("/items", "timestamp"))
                .containsExactly("2010-01-01T00:00:00.000Z", "2030-01-01T00:00:00.000Z", "2020-01-01T00:00:00.000Z");
    }

    @Test
    void across_runs_the_newest_run_goes_first() {
        String sensor = unique("sensor");
        String older = startedAfterAll();
        ingest(older, sensor, 0, 2);
        String newer = startedAfterAll();
        ingest(newer, sensor, 10, 12);
        ingest(older, sensor, 2, 4);
        ingest(older, "another", 4, 5);

        List<JsonNode> all = paged(DATA + "?limit=3&sensorId=" + sensor);
        assertThat(texts(all, "seq")).containsExactly("11", "10", "3", "2", "1", "0");
        assertThat(texts(all, "runId")).containsExactly(newer, newer, older, older, older, older);
    }

    @Test
    void every_condition_holds() {
        String run = started();
        String other = started();
        String sensor = unique("sensor");
        for (String in : List.of(run, other)) {
            ingest(in, """
                    [{"sensorId":"%1$s","reading":1,"type":"a","timestamp":"2026-01-01T00:00:00Z"},
                     {"sensorId":"%1$s","reading":2,"type":"b","timestamp":"2026-01-02T00:00:00Z"},
                     {"sensorId":"%1$s","reading":3,"type":"a","timestamp":"2026-01-03T00:00:00Z"},
                     {"sensorId":"x","reading":4,"type":"a","timestamp":"2026-01-02T00:00:00Z"},
                     {"sensorId":"%1$s","reading":5,"type":"a","timestamp":"2026-01-02T00:00:00Z"}]"""
                    .formatted(sensor)).is(201);
        }
        assertThat(found("runId=" + run)).containsExactly("5.0", "4.0", "3.0", "2.0", "1.0");
        assertThat(found("runId=" + run + "&type=a")).containsExactly("5.0", "4.0", "3.0", "1.0");
        assertThat(found("runId=" + run + "&sensorId=" + sensor)).containsExactly("5.0", "3.0", "2.0", "1.0");
        assertThat(found("runId=" + run + "&sensorId=" + sensor + "&type=a&startDate=2026-01-02T00:00:00Z"
                + "&endDate=2026-01-02T23:59:59.999Z")).containsExactly("5.0");
        assertThat(found("sensorId=" + sensor + "&type=b")).containsExactly("2.0", "2.0");
        assertThat(found("runId=" + run + "&sensorId=nobody")).isEmpty();
        assertThat(found("runId=" + run + "&type=A")).isEmpty();
        assertThat(found("runId=" + run.toUpperCase(java.util.Locale.ROOT))).hasSize(5);
    }

    @Test
    void the_dates_are_inclusive() {
        String run = started();
        ingest(run, """
                [{"sensorId":"s","reading":1,"timestamp":"2026-01-15T10:30:00.000Z"},
                 {"sensorId":"s","reading":2,"timestamp":"2026-01-15T10:30:00.001Z"},
                 {"sensorId":"s","reading":3,"timestamp":"2026-01-15T10:30:00.002Z"}]""").is(201);
        String query = "runId=" + run;
        assertThat(found(query + "&startDate=2026-01-15T10:30:00.001Z")).containsExactly("3.0", "2.0");
        assertThat(found(query + "&endDate=2026-01-15T10:30:00.001Z")).containsExactly("2.0", "1.0");
        assertThat(found(query + "&startDate=2026-01-15T10:30:00.001Z&endDate=2026-01-15T10:30:00.001Z"))
                .containsExactly("2.0");
        assertThat(found(query + "&startDate=2026-01-15T10:30:00.002Z&endDate=2026-01-15T10:30:00.001Z")).isEmpty();
    }

    @Test
    void understands_any_offset_also_with_its_plus_as_a_blank() {
        String run = started();
        ingest(run, "{\"sensorId\":\"s\",\"reading\":1,\"timestamp\":\"2026-01-15T10:30:00.000Z\"}").is(201);
        for (String at : List.of("2026-01-15T12:30:00%2B02:00", "2026-01-15T12:30:00+02:00",
                "2026-01-15T12:30:00%2002:00", "2026-01-15T05:00:00-05:30", "2026-01-15T10:30:00.000999Z",
                "2026-01-15T10:30:00Z", "2026-01-15T10:30Z")) {
            assertThat(found("runId=" + run + "&startDate=" + at + "&endDate=" + at)).as(at).containsExactly("1.0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-15T10:30:00", "2026-01-15", "yesterday", "1768473000", "2026-13-01T00:00:00Z",
            "2026-02-30T00:00:00Z", "10000-01-01T00:00:00Z", "1969-12-31T23:59:59.999Z", "%00"})
    void refuses_a_date_without_offset_or_sense(String date) {
        get(DATA + "?runId=" + started() + "&startDate=" + date).isBadRequest();
        get(DATA + "?runId=" + started() + "&endDate=" + date).isBadRequest();
    }

    @Test
    void wants_a_run_or_a_sensor() {
        get(DATA).isRefused(400, "VALIDATION_FAILED");
        get(DATA + "?type=a").isRefused(400, "VALIDATION_FAILED");
        get(DATA + "?runId=&sensorId=").isRefused(400, "VALIDATION_FAILED");
        get("/sensors/data").isRefused(400, "VALIDATION_FAILED");
    }

    @Test
    void finds_nothing_of_what_does_not_exist() {
        for (String query : List.of("runId=" + UUID.randomUUID(), "runId=no-uuid", "sensorId=" + unique("nobody"),
                "sensorId=" + Backend.encoded("'; DROP TABLE runs; --"))) {
            get(DATA + "?" + query).is(200)
                    .node("")
                    .hasToString("{\"items\":[],\"count\":0,\"nextKey\":null}");
        }
    }

    @Test
    void pages_without_gap_or_repeat() {
        String run = started();
        for (int i = 0; i < 110; i += 10) {
            ingest(run, "s" + i % 3, i, i + 10);
        }
        List<String> all = IntStream.range(0, 110).mapToObj(i -> String.valueOf(109 - i)).toList();
        for (int limit : List.of(1, 7, 100, 110, 1_000)) {
            assertThat(texts(paged(DATA + "?runId=" + run + "&limit=" + limit), "seq")).as("limit %d", limit)
                    .containsExactlyElementsOf(all);
        }
        assertThat(texts(paged(DATA + "?limit=4&runId=" + run + "&sensorId=s1"), "seq"))
                .containsExactlyElementsOf(
                        all.stream().filter(seq -> Integer.parseInt(seq) / 10 * 10 % 3 == 1).toList());
    }

    @Test
    void pages_without_gap_or_repeat_while_readings_arrive() {
        String run = started();
        ingest(run, "s", 0, 20);
        Answer first = get(DATA + "?limit=10&runId=" + run).is(200);
        first.that(first.textsAt("/items", "seq"))
                .isEqualTo(IntStream.range(0, 10).mapToObj(i -> "" + (19 - i)).toList());
        ingest(run, "s", 20, 30);
        List<JsonNode> rest = paged(DATA + "?limit=10&runId=" + run + "&lastKey="
                + Backend.encoded(first.textAt("/nextKey")));
        assertThat(texts(rest, "seq")).isEqualTo(IntStream.range(0, 10).mapToObj(i -> "" + (9 - i)).toList());
    }

    @Test
    void a_page_holds_100_unless_asked_and_1000_at_most() {
        String run = started();
        ingest(run, "s", 0, 1_100);
        get(DATA + "?runId=" + run).is(200).number("/count").isBetween(1L, 100L);
        for (String limit : List.of("1000", "1001", "99999999999999999999")) {
            get(DATA + "?runId=" + run + "&limit=" + limit).is(200).number("/count").isBetween(1L, 1_000L);
        }
        assertThat(paged(DATA + "?runId=" + run + "&limit=2000")).hasSize(1_100);
    }

    @Test
    void the_other_path_answers_the_same() {
        String run = started();
        ingest(run, "s", 0, 5);
        Answer one = get(DATA + "?limit=2&runId=" + run).is(200);
        Answer other = get("/sensors/data?limit=2&runId=" + run).is(200);
        other.that(other.bodyText()).isEqualTo(one.bodyText());
        assertThat(texts(paged("/sensors/data?limit=2&runId=" + run), "seq")).containsExactly("4", "3", "2", "1", "0");
    }

    private List<String> found(String query) {
        return texts(paged(DATA + "?" + query), "reading");
    }

    /** Starts a run in a later millisecond than all before it. */
    private String startedAfterAll() {
        Answer run = start("{}").is(201);
        awaitServerTime(Instant.parse(run.textAt("/startedAt")).plusMillis(1));
        return run.textAt("/id");
    }
}
