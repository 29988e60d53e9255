package com.sentori.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sentori.contract.auth.Role;
import com.sentori.contract.http.Api;
import com.sentori.sandbox.issuer.Issuer;
import com.sentori.acceptance.parts.RunningSandbox;
import com.sentori.acceptance.parts.SharedSandbox;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Requests that schemathesis makes of the OpenAPI document, fitting and unfitting: both backends answer each with a status,
 * headers and a body that the document has for the call, never with a fault of their own.
 */
class FuzzIT {
    /** The same requests each time: what fails today failed yesterday. For a hunt: {@code -Dsentori.seed=7 -Dsentori.fuzz=300}. */
    private static final String SEED = System.getProperty("sentori.seed", "1");
    private static final String SECONDS = System.getProperty("sentori.fuzz", "10");
    /** The document cannot say all: that a key is new, that a cursor was given out, that one of two members is there. */
    private static final String NOT_SAID = "positive_data_acceptance,ignored_auth";

    @TempDir
    private static Path folder;
    /** Of its own: the archive of all that other tests leave, such as runs of a million sensors, takes longer than the fuzzer waits. */
    private static RunningSandbox sandbox;

    @BeforeAll
    static void open() throws IOException {
        assumeTrue(isOnPath("schemathesis"), "needs schemathesis: pip install schemathesis");
        try (InputStream document = Api.class.getResourceAsStream("/com/sentori/contract/openapi.yaml")) {
            Files.copy(Objects.requireNonNull(document), folder.resolve("openapi.yaml"));
        }
        sandbox = RunningSandbox.on(folder.resolve("data"));
    }

    @AfterAll
    static void close() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @Test
    void ecs_answers_whatever_is_sent_by_the_document() throws Exception {
        assertNothingFails(sandbox.address("ecs"));
    }

    @Test
    void serverless_answers_whatever_is_sent_by_the_document() throws Exception {
        assertNothingFails(sandbox.address("serverless"));
    }

    @Test
    void a_viewer_who_sends_whatever_it_likes_changes_nothing() throws Exception {
        RunningSandbox guarded = SharedSandbox.JWT.sandbox();
        Issuer issuer = Issuer.of(guarded.data());
        Duration life = Duration.ofHours(1);
        String admin = issuer.token("alice", Role.ADMIN, life, Instant.now());
        for (String backend : List.of("ecs", "serverless")) {
            URI address = guarded.address(backend);
            call("POST", address.resolve("/api/runs/interrupt-all"), admin); // what still runs would end by itself
            String before = runs(address, admin);
            assertNothingFails(address, "--header",
                    "Authorization: Bearer " + issuer.token("victor", Role.VIEWER, life, Instant.now()));
            assertThat(runs(address, admin)).isEqualTo(before);
        }
    }

    private static String runs(URI backend, String token) throws IOException, InterruptedException {
        return call("GET", backend.resolve("/api/runs/all"), token);
    }

    private static String call(String method, URI target, String token) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(HttpRequest.newBuilder(target)
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .header("Authorization", "Bearer " + token)
                    .build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        }
    }

    private static void assertNothingFails(URI backend, String... further) throws Exception {
        Path report = Files.createTempFile(folder, "fuzz", ".txt");
        List<String> command = new ArrayList<>(
                List.of("schemathesis", "run", "openapi.yaml", "--url", backend.toString(), "--phases",
                        "examples,coverage,fuzzing", "--seed", SEED, "--max-time", SECONDS, "--checks", "all",
                        "--exclude-checks", NOT_SAID, "--request-timeout", "10", "--continue-on-failure",
                        "--no-color"));
        command.addAll(List.of(further));
        Process fuzzer = new ProcessBuilder(command).directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(report.toFile())
                .start();
        try {
            assertThat(fuzzer.waitFor(2 + Long.parseLong(SECONDS) / 60, TimeUnit.MINUTES)).as("it ends").isTrue();
        } finally {
            fuzzer.destroyForcibly();
        }
        assertThat(fuzzer.exitValue()).as(() -> read(report)).isZero();
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, program)));
    }

    private static String read(Path report) {
        try {
            List<String> lines = Files.readAllLines(report);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 150), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
