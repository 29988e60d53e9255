package com.sentori.contract.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.contract.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The live tail as server-sent events; where it is not announced, there is no such path. */
abstract class StreamKit extends Topic {
    private boolean announced;

    @BeforeEach
    void look_whether_it_is_announced() {
        announced = get("/api/info").is(200)
                .at("/features")
                .values()
                .stream()
                .map(JsonNode::asString)
                .anyMatch("stream"::equals);
    }

    @Test
    void where_it_is_not_announced_there_is_no_such_path() {
        if (!announced) {
            get("/api/runs/" + started() + "/stream").isRefused(404, "NOT_FOUND");
        }
    }

    @Test
    void begins_with_the_run_and_goes_on_until_its_end() throws Exception {
        String run = announced ? started() : null;
        if (run == null) {
            return;
        }
        ingest(run, "s", 0, 3);
        try (Events events = open(run, "")) {
            assertThat(events.next("run").data().path("status").asString()).isEqualTo("RUNNING");
            assertThat(events.readings(3)).containsExactly(0L, 1L, 2L);
            ingest(run, "s", 3, 5);
            assertThat(events.readings(2)).containsExactly(3L, 4L);
            finish(run, "{}").is(200);
            assertThat(events.next("run").data()).isEqualTo(run(run).json());
            events.next("end");
            assertThat(events.isOver()).isTrue();
        }
    }

    @Test
    void an_ended_run_is_delivered_whole() throws Exception {
        if (!announced) {
            return;
        }
        String run = started();
        ingest(run, "s", 0, 2_500);
        finish(run, "{}").is(200);
        try (Events events = open(run, "")) {
            events.next("run");
            assertThat(events.readings(2_500)).hasSize(2_500).isSorted();
            events.next("run");
            events.next("end");
        }
    }

    @Test
    void an_event_brings_items_as_the_tail_does_and_its_cursor() throws Exception {
        if (!announced) {
            return;
        }
        String run = started();
        ingest(run, "s", 0, 3);
        try (Events events = open(run, "")) {
            events.next("run");
            Event event = events.next("readings");
            Answer page = tail(run, "").is(200);
            assertThat(event.data().path("items")).isEqualTo(page.at("/items"));
            assertThat(event.id()).isEqualTo(page.textAt("/cursor"))
                    .isEqualTo(event.data().path("cursor").asString());
        }
    }

    @Test
    void goes_on_where_a_client_left_off() throws Exception {
        if (!announced) {
            return;
        }
        String run = started();
        ingest(run, "s", 0, 10);
        String cursor = tail(run, "?limit=4").is(200).textAt("/cursor");
        try (Events events = open(run, "", "Last-Event-ID", cursor)) {
            events.next("run");
            assertThat(events.readings(6)).containsExactly(4L, 5L, 6L, 7L, 8L, 9L);
        }
        try (Events events = open(run, "?after=" + Backend.encoded(cursor))) {
            events.next("run");
            assertThat(events.readings(6)).containsExactly(4L, 5L, 6L, 7L, 8L, 9L);
        }
        String other = started();
        try (Events events = open(run, "?after=" + Backend.encoded(tail(run, "").textAt("/cursor")), "Last-Event-ID",
                cursor)) {
            events.next("run");
            assertThat(events.readings(6)).hasSize(6);
        }
        get("/api/runs/" + other + "/stream", "Last-Event-ID", cursor).isRefused(400, "CURSOR_INVALID");
        get("/api/runs/" + other + "/stream?after=x").isRefused(400, "CURSOR_INVALID");
    }

    @Test
    void all_who_watch_see_all_that_many_write_once_and_in_the_same_order() throws Exception {
        if (!announced) {
            return;
        }
        String run = started();
        ingest(run, "early", 0, 1_500);
        List<Callable<List<String>>> all = new ArrayList<>();
        IntStream.range(0, 4).forEach(writer -> all.add(() -> {
            for (int i = 0; i < 50; i++) {
                ingest(run, "{\"sensorId\":\"w" + writer + "\",\"reading\":1,\"seq\":" + i + "}").is(201);
            }
            return List.of();
        }));
        IntStream.range(0, 6).forEach(watcher -> all.add(() -> {
            try (Events events = open(run, "")) {
                events.next("run");
                return events.ids(1_700);
            }
        }));
        List<List<String>> seen = Backend.atOnce(all).subList(4, 10);
        List<String> stored = texts(readings(run), "id");
        assertThat(seen).allSatisfy(ids -> assertThat(ids).isEqualTo(stored));
    }

    @Test
    void ends_when_the_run_expires() throws Exception {
        if (!announced) {
            return;
        }
        String run = start("{\"duration\":1}").is(201).textAt("/id");
        try (Events events = open(run, "")) {
            events.next("run");
            assertThat(events.next("run").data().path("endReason").asString()).isEqualTo("TIMEOUT");
            events.next("end");
        }
    }

    @Test
    void an_unknown_run_has_no_stream() {
        if (announced) {
            get("/api/runs/" + UUID.randomUUID() + "/stream").isRefused(404, "RUN_NOT_FOUND");
        }
    }

    private Events open(String run, String query, String... headers) throws Exception {
        return new Events(target().baseUrl().resolve("/api/runs/" + run + "/stream" + query),
                backend().authorised(headers));
    }

    /** One event. */
    private record Event(String id, String name, JsonNode data) {}

    /** A client of a stream. */
    private static final class Events implements AutoCloseable {
        private static final Event OVER = new Event("", "", Json.MAPPER.nullNode());

        private final HttpClient http = HttpClient.newHttpClient();
        private final BlockingQueue<Event> received = new LinkedBlockingQueue<>();
        private final InputStream body;

        Events(URI uri, String... headers) throws Exception {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
            if (headers.length > 0) {
                request.headers(headers);
            }
            HttpResponse<InputStream> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
            body = answer.body();
            Thread.ofVirtual().start(this::read);
        }

        Event next(String name) throws InterruptedException {
            Event event = received.poll(20, TimeUnit.SECONDS);
            assertThat(event).isNotNull();
            if (event.name().equals("heartbeat") && !name.equals("heartbeat")) {
                assertThat(event.data().path("serverTime").asString()).matches(INSTANT);
                return next(name);
            }
            assertThat(event.name()).as(event::toString).isEqualTo(name);
            return event;
        }

        List<Long> readings(int count) throws InterruptedException {
            return items(count).stream().map(item -> item.path("seq").asLong()).toList();
        }

        List<String> ids(int count) throws InterruptedException {
            return texts(items(count), "id");
        }

        private List<JsonNode> items(int count) throws InterruptedException {
            List<JsonNode> items = new ArrayList<>();
            while (items.size() < count) {
                items.addAll(next("readings").data().path("items").values());
            }
            return items;
        }

        boolean isOver() throws InterruptedException {
            return OVER.equals(received.poll(20, TimeUnit.SECONDS));
        }

        private void read() {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                String id = "";
                String name = "";
                String data = "";
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("id: ")) {
                        id = line.substring(4);
                    } else if (line.startsWith("event: ")) {
                        name = line.substring(7);
                    } else if (line.startsWith("data: ")) {
                        data = line.substring(6);
                    } else if (line.isEmpty()) {
                        received.add(new Event(id, name, Json.MAPPER.readTree(data)));
                    }
                }
            } catch (IOException | UncheckedIOException e) {
                // closed by the test, or broken: then what it waits for does not come
            }
            received.add(OVER);
        }

        @Override
        public void close() {
            try {
                body.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            http.shutdownNow();
        }
    }
}
