package com.sentori.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sentori.contract.json.Json;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.TailPage;
import com.sentori.contract.runs.Run;
import com.sentori.ecs.parts.Postgres;
import com.sentori.ecs.parts.RunningServer;
import com.sentori.ecs.parts.Together;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a process of its own, which is killed or stopped. */
class KilledServerIT {
    private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");
    private static final int WRITERS = 8;
    private static final int ENOUGH = 500;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void every_acknowledged_reading_is_there_after_a_kill_in_the_middle_of_ingest(@TempDir Path folder)
            throws Exception {
        Ingested ingested = ingestUntil(Process::destroyForcibly, folder);
        assertThat(ingested.stored).doesNotHaveDuplicates().containsAll(ingested.acknowledged);
    }

    @Test
    void a_stop_in_the_middle_of_ingest_answers_all_that_was_accepted(@TempDir Path folder) throws Exception {
        Ingested ingested = ingestUntil(Process::destroy, folder);
        // What is stored without its answer would be stored twice by a client without a key.
        assertThat(ingested.stored).containsExactlyInAnyOrderElementsOf(ingested.acknowledged);
        assertThat(Files.readString(folder.resolve("server.log"))).doesNotContain("WARN", "ERROR");
    }

    private Ingested ingestUntil(Consumer<Process> end, Path folder) throws Exception {
        String url = Postgres.url(Postgres.newDatabase());
        Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();
        String run;
        Process server = start(url, folder.resolve("server.log"));
        try {
            URI api = URI.create("http://127.0.0.1:" + port(server, folder.resolve("server.log")));
            run = Json.read(post(api.resolve("/api/runs/start"), "{}").body(), Run.class).id();
            Together.call(WRITERS + 1, caller -> {
                if (caller == WRITERS) {
                    await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= ENOUGH);
                    end.accept(server);
                    assertThat(server.onExit().orTimeout(10, TimeUnit.SECONDS)).succeedsWithin(Duration.ofSeconds(11));
                } else {
                    write(api, run, caller, acknowledged);
                }
                return caller;
            });
        } finally {
            server.destroyForcibly().waitFor();
        }

        try (RunningServer again = RunningServer.on(url)) {
            byte[] page = again.get(again.api(), "/api/runs/" + run + "/readings?limit=10000")
                    .body()
                    .getBytes(
                            StandardCharsets.UTF_8);
            List<Long> stored = new ArrayList<>();
            for (Reading reading : Json.read(page, TailPage.class).items()) {
                stored.add(reading.seq());
            }
            return new Ingested(stored, List.copyOf(acknowledged));
        }
    }

    private record Ingested(List<Long> stored, List<Long> acknowledged) {}

    private void write(URI api, String run, int writer, Queue<Long> acknowledged) {
        try {
            for (long seq = writer; acknowledged.size() < 100 * ENOUGH; seq += WRITERS) {
                String reading = "{\"runId\":\"" + run + "\",\"sensorId\":\"s\",\"reading\":1,\"seq\":" + seq + "}";
                HttpResponse<byte[]> answer = post(api.resolve("/api/sensors/data"), reading);
                assertThat(answer.statusCode()).isEqualTo(201);
                acknowledged.add(seq);
            }
        } catch (IOException e) {
            // the end: what was under way is not acknowledged
        }
    }

    private HttpResponse<byte[]> post(URI uri, String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Process start(String url, Path log) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), EcsServer.class.getName(),
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=postgres", "--server.port=0", "--management.server.port=0")
                .redirectErrorStream(true)
                .redirectOutput(new File(log.toString()))
                .start();
    }

    private static String port(Process server, Path log) {
        return await().atMost(Duration.ofSeconds(60)).until(() -> {
            assertThat(server.isAlive()).as(Files.readString(log)).isTrue();
            Matcher line = STARTED.matcher(Files.readString(log));
            return line.find() ? line.group(1) : "";
        }, port -> !port.isEmpty());
    }
}
