package com.sentori.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void counts_the_answers_with_the_wanted_status_and_the_others() throws IOException {
        answer("/good", 201, 100_000, 0);
        answer("/bad", 503, 0, 0);
        try (Load load = load(2, "/good", "/bad")) {
            load.warmUp(Duration.ofMillis(100));
            Outcome outcome = load.closedLoop(Duration.ofSeconds(1));
            assertThat(outcome.answers()).isPositive();
            assertThat(outcome.others()).isPositive();
        }
    }

    @Test
    void counts_the_time_that_a_request_could_not_be_sent_as_latency() throws IOException {
        answer("/slow", 201, 10, 50);
        try (Load load = load(1, "/slow")) {
            // One connection that takes 20 a second is asked for 100: the last ones wait for most of a second.
            Outcome outcome = load.openLoop(100, Duration.ofMillis(300)).checked();
            assertThat(outcome.answers()).isEqualTo(30);
            assertThat(outcome.milliseconds(100)).isGreaterThan(1_000);
        }
    }

    private Load load(int connections, String... paths) throws IOException {
        return new Load(server.getAddress().getPort(), connections, List.of(paths).stream().map(Wire::get).toList(),
                201);
    }

    private void answer(String path, int status, int length, int delayMillis) {
        server.createContext(path, exchange -> {
            try (exchange) {
                if (delayMillis > 0) {
                    TimeUnit.MILLISECONDS.sleep(delayMillis);
                }
                exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
                if (length > 0) {
                    exchange.getResponseBody().write(new byte[length]);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
