package com.sentori.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sentori.contract.json.Json;
import com.sentori.acceptance.parts.RunningSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox that is killed while a large report is built. */
class ReportCrashIT {
    private static final int READINGS = 120_000;
    private static final int BATCH = 4_000;

    @TempDir
    private Path data;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void a_report_is_whole_though_the_sandbox_was_killed_while_it_was_built() throws Exception {
        String path;
        try (RunningSandbox killed = RunningSandbox.on(data)) {
            URI backend = killed.address("serverless");
            path = "/api/reports/download?runId=" + ended(backend);
            assertThat(get(backend.resolve(path)).statusCode()).isEqualTo(202);
            CompletableFuture<HttpResponse<byte[]>> underWay = http.sendAsync(
                    HttpRequest.newBuilder(backend.resolve(path)).build(), BodyHandlers.ofByteArray());
            await().atMost(Duration.ofSeconds(60)).until(this::isUploading);
            killed.kill();
            assertThat(underWay.handle((_, _) -> true).join()).isTrue();
        }
        try (RunningSandbox again = RunningSandbox.on(data)) {
            URI backend = again.address("serverless");
            List<HttpResponse<byte[]>> answers = new ArrayList<>();
            // The one that was killed holds it until it counts as dead.
            await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofSeconds(1)).until(() -> {
                answers.add(get(backend.resolve(path)));
                return answers.getLast().statusCode() != 202;
            });
            HttpResponse<byte[]> last = answers.getLast();
            assertThat(last.statusCode()).isEqualTo(303);
            URI archive = URI.create(last.headers().firstValue("Location").orElseThrow());
            assertThat(archive.getHost()).isEqualTo("127.0.0.1");
            assertThat(lines(get(archive).body())).isEqualTo(READINGS + 1L);
            assertThat(again.log()).doesNotContain("X-Amz-Signature");
        }
    }

    private boolean isUploading() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("s3"))) {
            return files.anyMatch(file -> file.toString().contains(".mpus-"));
        } catch (UncheckedIOException e) {
            return false; // something vanished while we looked
        }
    }

    private String ended(URI backend) throws IOException, InterruptedException {
        String run = Json.MAPPER.readTree(post(backend, "/api/runs/start", "{}", "-")).path("id").asString();
        Random random = new Random(9);
        for (int from = 0; from < READINGS; from += BATCH) {
            post(backend, "/api/sensors/data", IntStream.range(0, BATCH)
                    .mapToObj(i -> "{\"sensorId\":\"s\",\"type\":\"" + Long.toString(random.nextLong(), 36)
                            + Long.toString(random.nextLong(), 36) + Long.toString(random.nextLong(), 36)
                            + "\",\"reading\":" + random.nextDouble() + "}")
                    .toList()
                    .toString(), run);
        }
        post(backend, "/api/runs/" + run + "/finish", "{}", run);
        return run;
    }

    private static long lines(byte[] archive) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new java.io.ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith("/readings.csv")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8).lines().count();
                }
            }
        }
        throw new IOException("no readings.csv");
    }

    private HttpResponse<byte[]> get(URI address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(40)).build(),
                BodyHandlers.ofByteArray());
    }

    private String post(URI backend, String path, String body, String run) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(backend.resolve(path))
                .header("Content-Type", "application/json")
                .header("X-Run-Id", run)
                .POST(BodyPublishers.ofString(body))
                .build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return answer.body();
    }
}
