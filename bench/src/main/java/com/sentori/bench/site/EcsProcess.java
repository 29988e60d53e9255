package com.sentori.bench.site;

import com.sentori.contract.json.Json;
import com.sentori.sandbox.processes.Processes;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A server in a process of its own, which may still be starting: the first call waits for it. Not thread-safe. */
public final class EcsProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration END = Duration.ofSeconds(8);

    private final int port;
    private final int managementPort;
    private final Path log;
    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private boolean answers;

    /** Starts it; its log goes into the folder. */
    EcsProcess(List<String> command, Path folder, String database, String user, int port, int managementPort)
            throws IOException {
        this.port = port;
        this.managementPort = managementPort;
        this.log = folder.resolve("server-" + port + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()));
        builder.environment().keySet().removeIf(key -> key.matches("(?i)(SPRING|SERVER|MANAGEMENT|SENTORI)_.*"));
        builder.environment()
                .putAll(Map.of("SPRING_DATASOURCE_URL", database, "SPRING_DATASOURCE_USERNAME", user, "SERVER_ADDRESS",
                        "127.0.0.1", "SERVER_PORT", Integer.toString(port), "MANAGEMENT_SERVER_PORT",
                        Integer.toString(managementPort)));
        this.process = builder.start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroy));
    }

    /** Where it listens, on loopback. */
    public int port() {
        return port;
    }

    /** Where its metrics are, on loopback. */
    public int managementPort() {
        return managementPort;
    }

    /** Starts a run that outlives every measurement. */
    public String startRun() throws IOException, InterruptedException {
        return call("POST", "/api/runs/start", "{\"duration\":86400}").path("id").asString();
    }

    /** Ends a run. */
    public void finish(String run) throws IOException, InterruptedException {
        call("POST", "/api/runs/" + run + "/finish", "{}");
    }

    /** Ends all runs. */
    void interruptAll() throws IOException, InterruptedException {
        call("POST", "/api/runs/interrupt-all", "");
    }

    /** A call outside of the measurements; its answer. */
    public JsonNode call(String method, String path, String json) throws IOException, InterruptedException {
        await();
        return send(method, path, json);
    }

    private JsonNode send(String method, String path, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .method(method,
                        json.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(json))
                .timeout(Duration.ofSeconds(10))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(method + " " + path + " was answered with " + answer.statusCode());
        }
        return Json.MAPPER.readTree(answer.body());
    }

    /** The most memory that it had so far, in bytes; 0 where the system does not tell. */
    public long peakMemory() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        return !Files.exists(status)
                ? 0
                : Files.readAllLines(status)
                        .stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
                        .findFirst()
                        .orElse(0);
    }

    /** Returns when it answers. */
    void await() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (!answers) {
            try {
                send("GET", "/api/info", "");
                answers = true;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    close();
                    List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
                    throw new IOException("A server did not start: "
                            + String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size())), e);
                }
                Thread.sleep(50);
            }
        }
    }

    /** Asks it to end. */
    void end() {
        process.destroy();
    }

    @Override
    public void close() throws IOException {
        Processes.stop(process.toHandle(), END);
    }
}
