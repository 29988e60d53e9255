package com.sentori.bench.site;

import com.sentori.contract.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/** Both backends as processes of their own, as {@code ./sentori sandbox} starts them. */
public final class Sandbox implements AutoCloseable {
    private static final String READY = "READY ";
    private static final long PATIENCE_SECONDS = 180;

    private final Process process;
    private final JsonNode ready;

    private Sandbox(Process process, JsonNode ready) {
        this.process = process;
        this.ready = ready;
    }

    /**
     * Starts them, and waits until they answer.
     *
     * @param home the folder of the checkout, which holds what was built
     * @param folder for their data and their log
     */
    public static Sandbox start(Path home, Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("sandbox.log");
        Path module = home.resolve("sandbox");
        Path target = module.resolve("target");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + module.resolve("java.args"), "-XX:SharedArchiveFile=" + target.resolve("sandbox.jsa"),
                "-Dsentori.home=" + home, "-cp",
                target.resolve("sandbox.jar") + System.getProperty("path.separator") + target.resolve("natives") + "/*",
                "com.sentori.sandbox.Main", "--data", folder.resolve("data").toString()).redirectError(log.toFile())
                .start();
        CompletableFuture<String> line = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                String first = out.readLine();
                line.complete(first == null ? "" : first);
            } catch (IOException e) {
                line.completeExceptionally(e);
            }
        });
        String said = "";
        try {
            said = line.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // Said below, with its log.
        }
        if (!said.startsWith(READY)) {
            process.destroyForcibly();
            throw new IOException("The sandbox did not start:\n" + Files.readString(log));
        }
        return new Sandbox(process, Json.body(said.substring(READY.length()).getBytes(StandardCharsets.UTF_8)));
    }

    /** The address of a backend: {@code ecs} or {@code serverless}. */
    public URI address(String backend) {
        return URI.create(ready.path(backend).asString());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
