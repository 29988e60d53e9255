package com.sentori.console.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sentori.console.backends.Telemetry;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a quick endpoint never does: a query that takes its time, and one that finds more than is taken. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class LogsSourceTest {
    private static final String RUNNING = "{\"status\":\"Running\",\"results\":[]}";
    private final Queue<String> called = new ConcurrentLinkedQueue<>();
    private volatile String result = RUNNING;
    private HttpServer server;
    private LogsSource source;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        source = new LogsSource(new Telemetry.CloudWatch("local", "",
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), ""), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        source.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String operation = exchange.getRequestHeaders().getFirst("X-Amz-Target").replaceFirst(".*\\.", "");
            called.add(operation);
            String said = switch (operation) {
                case "StartQuery" -> "{\"queryId\":\"one\"}";
                case "StopQuery" -> "{\"success\":true}";
                default -> result;
            };
            byte[] body = said.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private LogRows ask() throws SourceException {
        return source.query(List.of("arn:aws:logs:local:0:log-group:a:*"), "fields @message", Instant.EPOCH,
                Instant.now());
    }

    @Test
    void waits_until_the_query_is_over() {
        AtomicReference<LogRows> found = new AtomicReference<>();
        Thread.ofVirtual().start(() -> {
            try {
                found.set(ask());
            } catch (SourceException e) {
                throw new IllegalStateException(e);
            }
        });
        await().until(() -> called.stream().filter("GetQueryResults"::equals).count() > 2);
        result = """
                {"status":"Complete","statistics":{"recordsMatched":5000},"results":[[{"field":"@timestamp","value":"2026-01-15 10:30:00.250"},
                {"field":"user","value":"alice"},{"field":"status","value":""},{"field":"@ptr","value":"x"}]]}""";
        await().until(() -> found.get() != null);

        assertThat(found.get().rows())
                .containsExactly(new LogRow(Instant.parse("2026-01-15T10:30:00.250Z"), Map.of("user", "alice")));
        assertThat(found.get().matched()).isEqualTo(5_000);
        assertThat(found.get().partial()).as("the query itself left the others out").isFalse();
        assertThat(called).doesNotContain("StopQuery");
    }

    @Test
    void an_interrupt_ends_the_wait_and_the_query() {
        AtomicReference<SourceException> fault = new AtomicReference<>();
        Thread asking = Thread.ofVirtual().start(() -> {
            try {
                ask();
            } catch (SourceException e) {
                fault.set(e);
            }
        });
        await().until(() -> called.contains("GetQueryResults"));
        asking.interrupt();

        await().until(() -> called.contains("StopQuery"));
        await().until(() -> fault.get() != null);
        assertThat(fault.get().kind()).isEqualTo(SourceException.Kind.UNREACHABLE);
    }

    @Test
    void takes_no_more_rows_than_its_limit_and_says_so() throws Exception {
        result = "{\"status\":\"Complete\",\"statistics\":{\"recordsMatched\":1200},\"results\":["
                + "[{\"field\":\"n\",\"value\":\"1\"}],".repeat(1_199) + "[{\"field\":\"n\",\"value\":\"1\"}]]}";

        LogRows found = ask();

        assertThat(found.rows()).hasSize(LogsSource.MOST_ROWS);
        assertThat(found.partial()).isTrue();
        assertThat(found.matched()).isEqualTo(1_200);
    }

    @Test
    void a_query_that_is_given_up_is_no_answer() {
        result = "{\"status\":\"Failed\",\"results\":[]}";
        assertThatThrownBy(this::ask).isInstanceOfSatisfying(SourceException.class,
                fault -> assertThat(fault.sentence()).contains("Failed"));
    }
}
