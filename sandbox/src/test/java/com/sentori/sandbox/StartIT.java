package com.sentori.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sentori.contract.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The sandbox from its jar, as the launcher starts it. */
class StartIT {
    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final Path TARGET = MODULE.resolve("target");
    private static final Path ARCHIVE = TARGET.resolve("sandbox.jsa");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    /** Later tests start many: with the archives, each in less time. */
    @Test
    void says_its_addresses_alone_and_leaves_the_archives_that_quicken_the_next_start() throws Exception {
        Files.deleteIfExists(ARCHIVE);
        Path out = folder.resolve("out");
        Path log = folder.resolve("log");
        Process sandbox = start(out, log);
        try {
            await().atMost(PATIENCE).until(() -> {
                assertThat(sandbox.isAlive()).as(() -> read(log)).isTrue();
                return read(out).contains("\n");
            });
            assertThat(read(out)).startsWith("READY {").hasLineCount(1);
            JsonNode addresses = Json.MAPPER.readTree(read(out).substring("READY ".length()));
            for (String backend : List.of("ecs", "serverless")) {
                assertThat(info(addresses.path(backend).asString())).contains("\"" + backend + "\"");
            }
        } finally {
            sandbox.destroy();
            assertThat(sandbox.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        assertThat(read(out)).hasLineCount(1);
        assertThat(ARCHIVE).isNotEmptyFile();
        assertThat(TARGET.resolve("server-ecs").resolve("classes.jsa")).isNotEmptyFile();
    }

    private Process start(Path out, Path log) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + MODULE.resolve("java.args"), "-XX:SharedArchiveFile=" + ARCHIVE, "-cp",
                TARGET.resolve("sandbox.jar") + System.getProperty("path.separator") + TARGET.resolve("natives") + "/*",
                "com.sentori.sandbox.Main", "--data", folder.resolve("data").toString()).redirectOutput(out.toFile())
                .redirectError(log.toFile())
                .start();
    }

    private static String info(String backend) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(backend + "/api/info")).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
