package com.sentori.acceptance.parts;

import com.sentori.contract.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/** Writers that send batches to a run until the backend fails them, and keep what it acknowledged. */
public final class Ingest {
    private static final int WRITERS = 4;
    private static final int BATCH = 20;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI backend;
    private final String run;
    private final AtomicLong next = new AtomicLong();
    private final Set<Long> acknowledged = new ConcurrentSkipListSet<>();
    private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();

    private Ingest(URI backend, String run) {
        this.backend = backend;
        this.run = run;
    }

    /** Starts a run and its writers. */
    public static Ingest into(URI backend) throws IOException, InterruptedException {
        HttpResponse<String> started = post(backend, "/api/runs/start", "{}", "-");
        Ingest ingest = new Ingest(backend, Json.MAPPER.readTree(started.body()).path("id").asString());
        for (int i = 0; i < WRITERS; i++) {
            ingest.writers.execute(ingest::write);
        }
        return ingest;
    }

    /** Numbers of the readings that were acknowledged so far. */
    public Set<Long> acknowledged() {
        return acknowledged;
    }

    /** Waits until the last writer has given up. */
    public void end() {
        writers.close();
    }

    /** Numbers of the readings that a backend with the same data has. */
    public List<Long> stored(URI from) throws IOException, InterruptedException {
        List<Long> numbers = new ArrayList<>();
        String after = "";
        while (true) {
            JsonNode page = get(from, "/api/runs/" + run + "/readings?limit=10000" + after);
            if (page.path("items").isEmpty()) {
                return numbers;
            }
            page.path("items").values().forEach(item -> numbers.add(item.path("seq").asLong()));
            after = "&after=" + URLEncoder.encode(page.path("cursor").asString(), StandardCharsets.UTF_8);
        }
    }

    /** Whether a backend answers. */
    public static boolean answers(URI backend) throws InterruptedException {
        try {
            HttpRequest info = HttpRequest.newBuilder(backend.resolve("/api/runs/running"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(info, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private void write() {
        try {
            while (true) {
                long from = next.getAndAdd(BATCH);
                List<String> readings = IntStream.range(0, BATCH)
                        .mapToObj(i -> "{\"sensorId\":\"s\",\"reading\":1.5,\"seq\":" + (from + i) + "}")
                        .toList();
                if (post(backend, "/api/sensors/data", readings.toString(), run).statusCode() != 201) {
                    return;
                }
                LongStream.range(from, from + BATCH).forEach(acknowledged::add);
            }
        } catch (IOException e) {
            // The backend is gone: what was under way was not acknowledged.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static JsonNode get(URI backend, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(backend.resolve(path)).timeout(Duration.ofSeconds(30)).build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " was answered with " + answer.statusCode() + " " + answer.body());
        }
        return Json.MAPPER.readTree(answer.body());
    }

    private static HttpResponse<String> post(URI backend, String path, String body, String run)
            throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(backend.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("X-Run-Id", run)
                .POST(BodyPublishers.ofString(body))
                .build(), BodyHandlers.ofString());
    }
}
