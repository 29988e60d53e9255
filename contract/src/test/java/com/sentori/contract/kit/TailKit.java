package com.sentori.contract.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The live tail: in the order of arrival, never skipping, never repeating. */
abstract class TailKit extends Topic {
    @Test
    void delivers_in_the_order_of_arrival() {
        String run = started();
        ingest(run, "b", 0, 3);
        ingest(run, "a", 3, 4);
        ingest(run, "b", 4, 6);
        Instant before = serverTime();
        Answer page = tail(run, "").is(200);
        page.that(page.textsAt("/items", "seq")).containsExactly("0", "1", "2", "3", "4", "5");
        page.that(List.copyOf(page.json().propertyNames()))
                .containsExactlyInAnyOrder("items", "cursor", "complete", "serverTime");
        page.that(List.copyOf(page.at("/items/0").propertyNames()))
                .containsExactlyInAnyOrder("id", "runId", "sensorId", "type", "reading", "timestamp", "seq",
                        "receivedAt");
        page.node("/complete").hasToString("false");
        page.text("/serverTime").matches(INSTANT);
        assertThat(Instant.parse(page.textAt("/serverTime"))).as(page::toString).isBetween(before, serverTime());
    }

    @Test
    void goes_on_where_it_stopped() {
        String run = started();
        ingest(run, "s", 0, 5);
        List<String> seen = new ArrayList<>();
        String cursor = "";
        for (int i = 0; i < 5; i++) {
            Answer page = tail(run, "?limit=1" + cursor).is(200);
            seen.addAll(page.textsAt("/items", "seq"));
            cursor = "&after=" + Backend.encoded(page.textAt("/cursor"));
        }
        assertThat(seen).containsExactly("0", "1", "2", "3", "4");
    }

    @Test
    void nothing_new_gives_the_same_cursor() {
        String run = started();
        Answer empty = tail(run, "").is(200);
        empty.node("/items").hasToString("[]");
        String before = empty.textAt("/cursor");
        after(run, before).text("/cursor").isEqualTo(before);

        ingest(run, "s", 0, 3);
        Answer page = after(run, before);
        page.that(page.textsAt("/items", "seq")).containsExactly("0", "1", "2");
        String cursor = page.textAt("/cursor");
        for (int i = 0; i < 3; i++) {
            Answer again = after(run, cursor);
            again.node("/items").hasToString("[]");
            again.text("/cursor").isEqualTo(cursor);
        }
        // The same place has the same cursor, by whatever pages one came there.
        after(run, tail(run, "?limit=2").is(200).textAt("/cursor")).text("/cursor").isEqualTo(cursor);
    }

    @Test
    void is_complete_when_the_run_has_ended_and_all_was_delivered() {
        String run = started();
        ingest(run, "s", 0, 5);
        Answer running = tail(run, "").is(200);
        running.node("/complete").hasToString("false");
        finish(run, "{}").is(200);
        Answer part = tail(run, "?limit=3").is(200);
        part.node("/complete").hasToString("false");
        Answer rest = tail(run, "?limit=3&after=" + Backend.encoded(part.textAt("/cursor"))).is(200);
        rest.that(rest.textsAt("/items", "seq")).containsExactly("3", "4");
        rest.node("/complete").hasToString("true");
        after(run, rest.textAt("/cursor")).node("/complete").hasToString("true");
        after(run, running.textAt("/cursor")).node("/complete").hasToString("true");
        tail(run, "").is(200).node("/complete").hasToString("true");

        String empty = started();
        finish(empty, "{}").is(200);
        tail(empty, "").is(200).node("/complete").hasToString("true");
    }

    @Test
    void a_page_that_ends_at_the_last_reading_of_an_ended_run_is_complete_or_the_next_one_is() {
        String run = started();
        ingest(run, "s", 0, 4);
        finish(run, "{}").is(200);
        Answer page = tail(run, "?limit=4").is(200);
        page.that(page.textsAt("/items", "seq")).hasSize(4);
        after(run, page.textAt("/cursor")).node("/complete").hasToString("true");
    }

    @Test
    void knows_no_other_runs() {
        tail(UUID.randomUUID().toString(), "").isRefused(404, "RUN_NOT_FOUND");
        tail("no-uuid", "").isRefused(404, "RUN_NOT_FOUND");
        String run = started();
        String other = started();
        ingest(other, "s", 0, 1);
        tail(run, "").is(200).node("/items").hasToString("[]");
    }

    @Test
    void a_page_holds_1000_unless_asked_and_10000_at_most() {
        String run = started();
        for (int i = 0; i < 10_050; i += 3_350) {
            ingest(run, "s", i, i + 3_350);
        }
        Answer standard = tail(run, "").is(200);
        standard.that(standard.at("/items").size()).isBetween(1, 1_000);
        Answer most = tail(run, "?limit=20000").is(200);
        most.that(most.at("/items").size()).isBetween(1_001, 10_000);
        assertThat(texts(readings(run), "seq"))
                .containsExactlyElementsOf(IntStream.range(0, 10_050).mapToObj(String::valueOf).toList());
    }

    @Test
    void a_page_ends_at_4_MiB() {
        String run = started();
        String reading = "{\"sensorId\":\"" + "🎉".repeat(128) + "\",\"type\":\"" + "🚀".repeat(64)
                + "\",\"reading\":1}";
        String batch = "[" + (reading + ",").repeat(1_199) + reading + "]";
        for (int i = 0; i < 5; i++) {
            ingest(run, batch).is(201);
        }
        int seen = 0;
        int pages = 0;
        String cursor = "";
        while (seen < 6_000) {
            Answer page = tail(run, "?limit=10000" + cursor).is(200);
            page.that(page.body().length).isLessThan(4 * 1024 * 1024 + 10_000);
            page.that(page.at("/items").size()).isPositive();
            seen += page.at("/items").size();
            pages++;
            cursor = "&after=" + Backend.encoded(page.textAt("/cursor"));
        }
        assertThat(seen).isEqualTo(6_000);
        assertThat(pages).isLessThan(10);
    }

    @Test
    void a_request_begun_after_an_acknowledgement_sees_the_reading() {
        String run = started();
        String cursor = tail(run, "").is(200).textAt("/cursor");
        for (int i = 0; i < 25; i++) {
            Answer stored = ingest(run, "{\"sensorId\":\"s\",\"reading\":" + i + "}").is(201);
            Answer page = after(run, cursor);
            page.that(page.textsAt("/items", "id")).containsExactly(stored.textAt("/id"));
            cursor = page.textAt("/cursor");
        }
    }

    @Test
    void with_8_concurrent_writers_a_reader_never_skips_and_never_repeats() {
        String run = started();
        int writers = 8;
        int batches = 30;
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        CountDownLatch writing = new CountDownLatch(writers);
        List<Callable<List<String>>> all = new ArrayList<>();
        for (int w = 0; w < writers; w++) {
            int writer = w;
            all.add(() -> {
                try {
                    for (int b = 0; b < batches; b++) {
                        // single readings and batches of up to 12 by turns
                        int size = b % 3 == 0 ? 1 : 1 + (b * 7 + writer) % 12;
                        ingest(run, "w" + writer, b * 100, b * 100 + size);
                        for (int i = 0; i < size; i++) {
                            acknowledged.add("w" + writer + "/" + (b * 100 + i));
                        }
                    }
                } finally {
                    writing.countDown();
                }
                return List.of();
            });
        }
        for (int limit : List.of(7, 1_000)) {
            all.add(() -> read(run, limit, acknowledged, writing));
        }
        List<List<String>> results = Backend.atOnce(all);

        List<String> arrival = readings(run).stream().map(TailKit::name).toList();
        assertThat(arrival).doesNotHaveDuplicates().hasSameElementsAs(acknowledged);
        assertThat(results.get(writers)).isEqualTo(arrival);
        assertThat(results.get(writers + 1)).isEqualTo(arrival);
        for (int w = 0; w < writers; w++) {
            String prefix = "w" + w + "/";
            assertThat(arrival.stream()
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> Integer.parseInt(name.substring(3)))).isSorted();
        }
        assertThat(texts(paged(DATA + "?limit=500&runId=" + run), "id"))
                .isEqualTo(texts(readings(run), "id").reversed());
    }

    /** Follows the tail until all writers are done; whatever was acknowledged before a page must be in it. */
    private List<String> read(String run, int limit, Set<String> acknowledged, CountDownLatch writing) {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (true) {
            boolean last = writing.getCount() == 0;
            Set<String> due = new HashSet<>(acknowledged);
            Answer page = tail(run, "?limit=" + limit + cursor).is(200);
            int before = seen.size();
            page.at("/items").values().forEach(item -> seen.add(name(item)));
            cursor = "&after=" + Backend.encoded(page.textAt("/cursor"));
            if (seen.size() - before < limit) {
                due.removeAll(new HashSet<>(seen));
                assertThat(due).as("%s\nacknowledged before this request, but not in it", page).isEmpty();
            }
            if (last && seen.size() == before) {
                return seen;
            }
        }
    }

    private static String name(JsonNode reading) {
        return reading.path("sensorId").asString() + "/" + reading.path("seq").asInt();
    }

    private Answer after(String run, String cursor) {
        return tail(run, "?after=" + Backend.encoded(cursor)).is(200);
    }
}
