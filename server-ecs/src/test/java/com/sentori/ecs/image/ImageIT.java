package com.sentori.ecs.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.sentori.contract.json.Json;
import com.sentori.contract.runs.Run;
import com.sentori.ecs.parts.Postgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image's build, carried out on this machine, and its server in a container of this machine's kernel. */
class ImageIT {
    /** After SIGTERM: less than the time that the task is given. */
    private static final Duration STOP = Duration.ofSeconds(15);
    /** From its start to its health: generous, as half a processor of a busy machine is less than that of a task. */
    private static final Duration START = Duration.ofMinutes(3);

    @TempDir
    private Path work;

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port = freePort();
    private final int managementPort = freePort();

    @BeforeAll
    static void this_machine_can_contain(@TempDir Path folder) throws IOException, InterruptedException {
        assumeThat(System.getProperty("os.name")).isEqualTo("Linux");
        Image bare = new Image(folder.resolve("bare"));
        bare.entryPoint = List.of("true");
        Path log = folder.resolve("log");
        try (Container container = new Container(bare, Map.of(), log)) {
            assumeThat(container.waitFor())
                    .as("A container needs root, 'unshare', overlays and control groups: " + Files.readString(log))
                    .isZero();
        }
    }

    @Test
    void the_image_starts_from_its_cache_answers_and_stops_in_time_within_the_limits_of_a_task() throws Exception {
        Map<String, String> environment = environment();
        Image image = Image.build(Dockerfile.read(Path.of("Dockerfile")), Path.of(""), work, environment);
        Path log = work.resolve("server.log");
        // A cache that does not fit ends the start, instead of being passed over with a warning.
        environment.put("JDK_JAVA_OPTIONS", "-XX:AOTMode=on");
        try (Container container = new Container(image, environment, log)) {
            await().atMost(START).pollInterval(Duration.ofMillis(250)).until(() -> {
                assertThat(container.isAlive()).as(Files.readString(log)).isTrue();
                return container.isHealthy();
            });
            URI api = URI.create("http://127.0.0.1:" + port);
            Run run = Json.read(post(api.resolve("/api/runs/start"), "{}").body(), Run.class);
            String reading = "{\"runId\":\"" + run.id() + "\",\"sensorId\":\"s\",\"reading\":1}";
            assertThat(post(api.resolve("/api/sensors/data"), reading).statusCode()).isEqualTo(201);
            assertThat(heap()).isBetween(480e6, 537e6);
            assertThat(container.run(List.of("touch", "/opt/sentori/changed"))).isNotZero();
            assertThat(container.run(List.of("bash", "-c", "SERVER_PORT=1 /opt/sentori/healthy"))).isNotZero();

            long begun = System.nanoTime();
            assertThat(container.stop()).isEqualTo(143);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(STOP);
        }
        // Until it is up, it says so to its health check, and to its log.
        assertThat(Files.readAllLines(log)).filteredOn(line -> !line.contains("\"message\":\"request\""))
                .noneMatch(line -> line.contains("WARN") || line.contains("[warning]") || line.contains("ERROR"));
    }

    private Map<String, String> environment() {
        // Not the image's address, which all may reach: nobody but this test is to.
        return new HashMap<>(Map.of("SERVER_ADDRESS", "127.0.0.1", "SERVER_PORT", String.valueOf(port),
                "MANAGEMENT_SERVER_PORT", String.valueOf(managementPort), "SENTORI_AUTH_MODE", "open",
                "SPRING_DATASOURCE_URL", Postgres.url(Postgres.newDatabase()),
                "SPRING_DATASOURCE_USERNAME", "postgres"));
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the heap may take, in bytes. */
    private double heap() throws IOException, InterruptedException {
        URI metrics = URI.create("http://127.0.0.1:" + managementPort + "/actuator/prometheus");
        return client.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofLines())
                .body()
                .filter(line -> line.startsWith("jvm_memory_max_bytes{area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private HttpResponse<byte[]> post(URI uri, String body) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build(), BodyHandlers.ofByteArray());
    }
}
