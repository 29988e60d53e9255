package com.sentori.contract.kit;

import static org.awaitility.Awaitility.await;

import com.sentori.contract.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What the topics of the kit share: the server, an empty set of running runs, and the commonest calls. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Topic {
    /** Form of every instant in an answer. */
    static final String INSTANT = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";
    /** Form of a run's id. */
    static final String UUID_FORM = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    static final String DATA = "/api/sensors/data";

    abstract Target target();

    Backend backend() {
        return new Backend(target());
    }

    @BeforeEach
    void nothing_runs() {
        interruptAll();
    }

    Answer interruptAll() {
        return backend().post("/api/runs/interrupt-all", "").is(200);
    }

    Answer get(String path, String... headers) {
        return backend().get(path, headers);
    }

    Answer post(String path, String json, String... headers) {
        return backend().post(path, json, headers);
    }

    Answer start(String json, String... headers) {
        return backend().post("/api/runs/start", json, headers);
    }

    /** Starts a run of a minute and gives its id. */
    String started() {
        return start("{}").is(201).textAt("/id");
    }

    Answer finish(String run, String json) {
        return backend().post("/api/runs/" + run + "/finish", json);
    }

    Answer run(String run) {
        return backend().get("/api/runs/" + run);
    }

    Answer ingest(String run, String json) {
        return backend().post(DATA, json, "X-Run-Id", run);
    }

    /** Stores readings {@code from..to-1} of one sensor in one batch, each with its number as value and seq. */
    Answer ingest(String run, String sensor, int from, int to) {
        return ingest(run, batch(sensor, from, to)).is(201);
    }

    static String batch(String sensor, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "{\"sensorId\":" + quoted(sensor) + ",\"reading\":" + i + ",\"seq\":" + i + "}")
                .toList()
                .toString();
    }

    Answer tail(String run, String parameters) {
        return backend().get("/api/runs/" + run + "/readings" + parameters);
    }

    /** Every reading of the run, by the tail. */
    List<JsonNode> readings(String run) {
        List<JsonNode> all = new ArrayList<>();
        String after = "";
        while (true) {
            Answer page = tail(run, "?limit=10000" + after).is(200);
            if (page.at("/items").isEmpty()) {
                return all;
            }
            all.addAll(page.at("/items").values());
            after = "&after=" + Backend.encoded(page.textAt("/cursor"));
        }
    }

    /** Every item of a paged query, following its keys; {@code query} ends with {@code ?} or a parameter. */
    List<JsonNode> paged(String query) {
        List<JsonNode> all = new ArrayList<>();
        String key = "";
        while (true) {
            Answer page = get(query + key).is(200);
            page.that((int) page.numberAt("/count")).isEqualTo(page.at("/items").size());
            all.addAll(page.at("/items").values());
            String next = page.textOrNullAt("/nextKey");
            if (next == null) {
                return all;
            }
            key = "&lastKey=" + Backend.encoded(next);
        }
    }

    static List<String> texts(List<JsonNode> items, String member) {
        return items.stream().map(item -> item.path(member).asString()).toList();
    }

    Instant serverTime() {
        return Instant.parse(get("/api/info").is(200).textAt("/serverTime"));
    }

    /** Waits until the server's clock is past an instant. */
    void awaitServerTime(Instant instant) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> serverTime().isAfter(instant));
    }

    /** A name that no other test uses. */
    static String unique(String what) {
        return what + "-" + UUID.randomUUID();
    }

    /** As a JSON string. */
    static String quoted(String text) {
        return Json.MAPPER.writeValueAsString(text);
    }
}
