package com.sentori.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sentori.contract.json.Json;
import com.sentori.ecs.parts.Postgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is secret, planted wherever a caller or an operator may put it, and what the server then writes. */
class SecretsIT {
    private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");
    private static final String PASSWORD = "planted-password-7f3a";
    /** As long as a token, and of its form. */
    private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9." + "eyJwbGFudGVkIjoidG9rZW4ifQ".repeat(10) + ".c2VjcmV0";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"jwt", "open"})
    void neither_a_token_nor_a_password_comes_into_the_log(String mode) throws Exception {
        Path log = folder.resolve(mode + ".log");
        Process server = start(Postgres.url(Postgres.newDatabase()), mode, log);
        try {
            int port = port(server, log);
            for (String request : List.of("GET /api/runs/running HTTP/1.1\r\nAuthorization: Bearer " + TOKEN,
                    "GET /api/runs/running HTTP/1.1\r\nX-User: " + TOKEN,
                    "GET /api/runs?lastKey=" + TOKEN + " HTTP/1.1", "GET /api/runs/" + TOKEN + " HTTP/1.1",
                    "GET /" + TOKEN + " HTTP/1.1", TOKEN + " / HTTP/1.1",
                    "GET /api/info HTTP/1.1\r\ntraceparent: " + TOKEN + "\r\nX-Request-Id: " + TOKEN,
                    "POST /api/sensors/data HTTP/1.1\r\nX-Run-Id: " + TOKEN + "\r\nIdempotency-Key: " + TOKEN,
                    "GET /api/info HTTP/1.1\r\nX-User: a\u0000" + TOKEN,
                    "GET /api/info HTTP/1.1\r\nX-User: a\rb" + TOKEN,
                    "GET /api/info HTTP/1.1\r\nX-Run-Id: a\n{\"level\":\"INFO\",\"forged\":\"" + TOKEN + "\"}")) {
                assertThat(send(port, request)).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 5");
            }
            await().until(() -> Files.readString(log).contains("\"method\":\"POST\""));
        } finally {
            server.destroy();
            server.waitFor();
        }
        assertThat(Files.readString(log)).doesNotContain(TOKEN, TOKEN.substring(0, 40), PASSWORD, "forged");
        assertThat(Files.readAllLines(log)).filteredOn(line -> line.startsWith("{"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(Json.MAPPER.readTree(line).path("message").asString())
                        .isEqualTo("request"));
    }

    @Test
    void a_store_that_does_not_let_the_server_in_is_said_without_its_password() throws Exception {
        Path log = folder.resolve("away.log");
        Process server = start("jdbc:postgresql://127.0.0.1:9/none?password=" + PASSWORD, "open", log);
        assertThat(server.waitFor()).isNotZero();
        assertThat(Files.readString(log)).contains("PostgreSQL").doesNotContain(PASSWORD);
    }

    private static String send(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write((request + "\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Process start(String url, String mode, Path log) throws IOException {
        ProcessBuilder server = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), EcsServer.class.getName(),
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=postgres", "--server.port=0", "--management.server.port=0",
                "--sentori.auth.mode=" + mode, "--sentori.auth.issuer=https://issuer.example",
                "--sentori.auth.audience=sentori", "--sentori.auth.jwks=http://127.0.0.1:9/keys")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        server.environment().put("SPRING_DATASOURCE_PASSWORD", PASSWORD);
        return server.start();
    }

    private static int port(Process server, Path log) {
        return Integer.parseInt(await().atMost(Duration.ofSeconds(90)).until(() -> {
            assertThat(server.isAlive()).as(Files.readString(log)).isTrue();
            Matcher line = STARTED.matcher(Files.readString(log));
            return line.find() ? line.group(1) : "";
        }, port -> !port.isEmpty()));
    }
}
