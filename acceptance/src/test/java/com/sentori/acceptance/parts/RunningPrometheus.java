package com.sentori.acceptance.parts;

import com.sentori.contract.json.Json;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** Debian's Prometheus, which scrapes one server each second, and judges by the rules in the repository. */
public final class RunningPrometheus implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningPrometheus(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Whether it is installed. */
    public static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "prometheus")));
    }

    /** Starts one, and waits until it answers. */
    public static RunningPrometheus scraping(URI management, Path folder) throws IOException {
        Path settings = Files.writeString(folder.resolve("prometheus.yml"), """
                global: {scrape_interval: 1s, evaluation_interval: 1s}
                rule_files: ['%s']
                scrape_configs:
                  - job_name: sentori-ecs
                    metrics_path: /actuator/prometheus
                    static_configs: [{targets: ['%s']}]
                """.formatted(Boards.PROVISIONING.resolve("alerting").resolve("prometheus.rules.yaml"),
                management.getAuthority()));
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Process process = new ProcessBuilder("prometheus", "--config.file=" + settings,
                "--storage.tsdb.path=" + folder.resolve("data"), "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        RunningPrometheus prometheus = new RunningPrometheus(process, URI.create("http://127.0.0.1:" + port));
        try {
            Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(prometheus::isReady);
        } catch (RuntimeException e) {
            prometheus.close();
            throw e;
        }
        return prometheus;
    }

    private boolean isReady() throws IOException, InterruptedException {
        HttpRequest ready = HttpRequest.newBuilder(address.resolve("/-/ready")).timeout(Duration.ofSeconds(5)).build();
        return http.send(ready, BodyHandlers.discarding()).statusCode() == 200;
    }

    /** The {@code data} of an answer of its API. */
    public JsonNode data(String path, Map<String, String> parameters) {
        String query = parameters.entrySet()
                .stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
        try {
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(address.resolve("/api/v1/" + path + query))
                            .timeout(Duration.ofSeconds(30))
                            .build(),
                    BodyHandlers.ofByteArray());
            JsonNode body = Json.MAPPER.readTree(answer.body());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + query + ": " + body);
            }
            return body.path("data");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
