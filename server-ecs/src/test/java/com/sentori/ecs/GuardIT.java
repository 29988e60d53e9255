package com.sentori.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.ecs.parts.Postgres;
import com.sentori.ecs.parts.RunningServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a server does about callers who ask too much of it. */
class GuardIT {
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.on(Postgres.url(Postgres.newDatabase()), "--sentori.rate-limit=1",
                "--sentori.body-time=1s", "--server.tomcat.connection-timeout=1s");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_user_who_calls_too_often_is_told_when_to_come_back_and_public_calls_go_on() {
        HttpResponse<String> refused = IntStream.range(0, 50)
                .mapToObj(i -> server.get(server.api(), "/api/runs/can-start"))
                .filter(answer -> answer.statusCode() != 200)
                .findFirst()
                .orElseThrow();
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(refused.body()).contains("RATE_LIMITED");
        for (int i = 0; i < 30; i++) {
            assertThat(server.get(server.api(), "/api/info").statusCode()).isEqualTo(200);
            assertThat(server.get(server.api(), "/actuator/health").statusCode()).isEqualTo(200);
        }
        Awaitility.await()
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> server.get(server.api(), "/api/runs/can-start").statusCode() == 200);
    }

    @Test
    void a_body_that_trickles_in_is_cut_after_its_time() throws IOException, InterruptedException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port("server"))) {
            socket.setSoTimeout(20_000);
            OutputStream out = begin(socket, "slow-loris");
            Thread trickle = Thread.ofVirtual().start(() -> trickle(out));
            long began = System.nanoTime();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
            assertThat(answer).startsWith("HTTP/1.1 503").contains("OVERLOADED", "did not arrive in time");
            trickle.join();
        }
    }

    @Test
    void a_body_that_stays_away_is_asked_for_again() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port("server"))) {
            socket.setSoTimeout(20_000);
            begin(socket, "stalled");
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 503")
                    .contains("OVERLOADED", "did not arrive in time", "Retry-After");
        }
    }

    @Test
    void a_body_that_breaks_off_is_asked_for_again() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port("server"))) {
            socket.setSoTimeout(20_000);
            begin(socket, "cut");
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 503")
                    .contains("OVERLOADED", "did not arrive in time", "Retry-After");
        }
    }

    private static OutputStream begin(Socket socket, String user) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(String.join("\r\n", "POST /api/runs/start HTTP/1.1", "Host: 127.0.0.1", "X-User: " + user,
                "Content-Type: application/json", "Content-Length: 100000", "", "{")
                .getBytes(StandardCharsets.US_ASCII));
        return out;
    }

    /** A byte now and then, until the server has closed. */
    private static void trickle(OutputStream out) {
        try {
            for (int i = 0; i < 1_000; i++) {
                out.write(' ');
                Thread.sleep(50);
            }
        } catch (SocketException e) {
            // closed, as it should be
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
