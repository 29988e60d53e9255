package com.sentori.contract.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Looking at runs: one, the running ones, pages, and all. */
abstract class RunPagesKit extends Topic {
    @Test
    void running_runs_come_as_a_bare_array_newest_first() {
        get("/api/runs/running").is(200).node("").hasToString("[]");
        List<String> runs = inOrder(3);
        finish(runs.get(1), "{}").is(200);
        Answer running = get("/api/runs/running").is(200);
        running.that(running.textsAt("", "id")).containsExactly(runs.get(2), runs.get(0));
        running.text("/0/params/runId").isEqualTo(runs.get(2));
        assertThat(running.at("/0")).as(running::toString).isEqualTo(run(runs.get(2)).json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-uuid", "00000000-0000-0000-0000-00000000000", "%20", "a%2Fb", "%F0%9F%8E%89", "0"})
    void a_malformed_id_is_no_run(String id) {
        run(id).isRefused(404, "RUN_NOT_FOUND");
    }

    @Test
    void an_unknown_id_is_no_run() {
        run(UUID.randomUUID().toString()).isRefused(404, "RUN_NOT_FOUND");
    }

    @Test
    void an_id_in_upper_case_is_the_same_run() {
        String id = started();
        run(id.toUpperCase(Locale.ROOT)).is(200).text("/id").isEqualTo(id);
    }

    @Test
    void pages_go_newest_first_without_gap_or_repeat() {
        List<String> runs = inOrder(3);
        interruptAll();
        runs.addAll(inOrder(4));
        List<String> newest = runs.reversed();
        for (int limit : List.of(1, 2, 3, 7)) {
            List<String> seen = new ArrayList<>();
            String key = "";
            while (seen.size() < runs.size()) {
                Answer page = get("/api/runs?limit=" + limit + key).is(200);
                page.that(List.copyOf(page.json().propertyNames()))
                        .containsExactlyInAnyOrder("items", "count",
                                "nextKey");
                page.number("/count").isEqualTo(page.at("/items").size()).isLessThanOrEqualTo(limit);
                seen.addAll(page.textsAt("/items", "id"));
                if (seen.size() < runs.size()) {
                    key = "&lastKey=" + Backend.encoded(page.textAt("/nextKey"));
                }
            }
            assertThat(seen).as("limit %d", limit).startsWith(newest.toArray(String[]::new));
        }
        List<JsonNode> all = paged("/api/runs?limit=100");
        assertThat(texts(all, "id")).doesNotHaveDuplicates().startsWith(newest.toArray(String[]::new));
        assertThat(texts(all, "startedAt")).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void pages_keep_their_place_while_runs_are_added_and_end() {
        List<String> runs = inOrder(4);
        Answer first = get("/api/runs?limit=2").is(200);
        first.that(first.textsAt("/items", "id")).containsExactly(runs.get(3), runs.get(2));
        finish(runs.get(2), "{}").is(200);
        finish(runs.get(1), "{}").is(200);
        inOrder(2);
        Answer second = get("/api/runs?limit=2&lastKey=" + Backend.encoded(first.textAt("/nextKey"))).is(200);
        second.that(second.textsAt("/items", "id")).containsExactly(runs.get(1), runs.get(0));
    }

    @Test
    void a_page_holds_20_unless_asked_and_100_at_most() {
        // Enough runs, whatever ran here before.
        for (int i = 0; i < 21; i++) {
            finish(started(), "{}").is(200);
        }
        get("/api/runs").is(200).number("/count").isBetween(1L, 20L);
        Answer most = get("/api/runs?limit=1000").is(200);
        most.number("/count").isBetween(20L, 100L);
        get("/api/runs?limit=100").is(200).number("/count").isEqualTo(most.numberAt("/count"));
    }

    @Test
    void all_runs_come_as_a_bare_array_newest_first() {
        List<String> runs = inOrder(3);
        Answer all = get("/api/runs/all").is(200);
        List<String> ids = all.textsAt("", "id");
        all.that(ids).startsWith(runs.reversed().toArray(String[]::new)).doesNotHaveDuplicates();
        all.that(ids.size()).isLessThanOrEqualTo(1_000);
        List<JsonNode> paged = paged("/api/runs?limit=100");
        if (paged.size() == ids.size()) {
            all.header("X-Truncated").isNull();
        } else {
            all.header("X-Truncated").isEqualTo("true");
        }
        assertThat(texts(paged, "id")).startsWith(ids.toArray(String[]::new));
        assertThat(all.at("/0")).as(all::toString).isEqualTo(run(runs.get(2)).json());
    }

    @Test
    void a_page_ends_at_4_MiB() {
        // The fewest ids that fill a run: a backend that keeps an index of them has less to do.
        String sensors = IntStream.range(0, 175)
                .mapToObj(i -> "\"" + "温".repeat(123) + "%05d".formatted(i) + "\"")
                .toList()
                .toString();
        Set<String> runs = new HashSet<>();
        for (int i = 0; i < 72; i++) {
            String run = start("{\"sensorIds\":" + sensors + "}").is(201).textAt("/id");
            finish(run, "{}").is(200);
            runs.add(run);
        }
        Set<String> seen = new HashSet<>();
        String key = "";
        int pages = 0;
        while (!seen.containsAll(runs)) {
            Answer page = get("/api/runs?limit=100" + key).is(200);
            page.that(page.body().length).isLessThan(4 * 1024 * 1024 + 100_000);
            seen.addAll(page.textsAt("/items", "id"));
            pages++;
            if (!seen.containsAll(runs)) {
                key = "&lastKey=" + Backend.encoded(page.textAt("/nextKey"));
            }
        }
        assertThat(pages).isBetween(2, 10);
        Answer all = get("/api/runs/all").is(200);
        all.that(all.body().length).isLessThan(4 * 1024 * 1024 + 100_000);
        all.header("X-Truncated").isEqualTo("true");
        all.that(all.json().size()).isPositive();
    }

    /** Starts so many runs, each in a later millisecond than the one before. */
    private List<String> inOrder(int count) {
        List<String> runs = new ArrayList<>();
        IntStream.range(0, count).forEach(i -> {
            Answer run = start("{}").is(201);
            awaitServerTime(java.time.Instant.parse(run.textAt("/startedAt")).plusMillis(1));
            runs.add(run.textAt("/id"));
        });
        return runs;
    }
}
