package com.sentori.sandbox.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalGatewayTest {
    private static final Instant NOW = Instant.parse("2026-01-15T10:30:00.250Z");
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicReference<APIGatewayProxyRequestEvent> recorded = new AtomicReference<>();
    private final AtomicReference<Context> context = new AtomicReference<>();
    private BiFunction<APIGatewayProxyRequestEvent, Context, APIGatewayProxyResponseEvent> function = (_, _) -> ok();
    private final List<String> traffic = new CopyOnWriteArrayList<>();
    private LocalGateway gateway;

    @BeforeEach
    void listen() throws IOException {
        ApiFunction sensors = new ApiFunction("sensors", this::handle);
        ApiFunction runs = new ApiFunction("runs", this::handle);
        gateway = new LocalGateway(
                List.of(new Resource("/api/sensors/data", sensors), new Resource("/api/runs/start", runs),
                        new Resource("/api/runs/{id}", runs), new Resource("/api/runs/{id}/finish", runs),
                        new Resource("/", runs), new Resource("/{proxy+}", runs)),
                0, LIMIT, (request, status, _, _) -> traffic.add(request + " " + status),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        gateway.close();
        http.close();
    }

    private APIGatewayProxyResponseEvent handle(APIGatewayProxyRequestEvent event, Context given) {
        recorded.set(event);
        context.set(given);
        return function.apply(event, given);
    }

    private static APIGatewayProxyResponseEvent ok() {
        return new APIGatewayProxyResponseEvent().withStatusCode(200).withBody("");
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private APIGatewayProxyRequestEvent event() {
        return Objects.requireNonNull(recorded.get());
    }

    @ParameterizedTest
    @CsvSource({"/api/sensors/data,/api/sensors/data,sensors", "/api/runs/start,/api/runs/start,runs",
            "/api/runs/7,/api/runs/{id},runs", "/api/runs/7/finish,/api/runs/{id}/finish,runs",
            "/api/runs/7/none,/{proxy+},runs", "/,/,runs", "/none,/{proxy+},runs", "/api/runs/,/{proxy+},runs",
            "//api/runs/7,/{proxy+},runs"})
    void a_path_goes_to_the_function_of_its_resource(String path, String resource, String function) throws Exception {
        send(to(path));

        assertThat(event().getResource()).isEqualTo(resource);
        assertThat(event().getPath()).isEqualTo(path);
        assertThat(context.get().getFunctionName()).isEqualTo(function);
    }

    @Test
    void variables_of_the_path_are_named() throws Exception {
        send(to("/api/runs/7/finish"));
        assertThat(event().getPathParameters()).isEqualTo(Map.of("id", "7"));

        send(to("/some/where/else"));
        assertThat(event().getPathParameters()).isEqualTo(Map.of("proxy", "some/where/else"));

        send(to("/api/runs/start"));
        assertThat(event().getPathParameters()).isNull();
    }

    @Test
    void a_query_comes_decoded_once_with_the_last_value_and_once_with_all() throws Exception {
        send(to("/api/runs/7?a=1&a=2%2B3&b=x+y&c&d=%C3%A4%F0%9F%8E%89&=e"));

        assertThat(event().getQueryStringParameters())
                .isEqualTo(Map.of("a", "2+3", "b", "x y", "c", "", "d", "ä🎉", "", "e"));
        assertThat(event().getMultiValueQueryStringParameters()).isEqualTo(Map.of("a", List.of("1", "2+3"), "b",
                List.of("x y"), "c", List.of(""), "d", List.of("ä🎉"), "", List.of("e")));
    }

    @Test
    void without_a_query_there_are_no_parameters() throws Exception {
        send(to("/api/runs/7"));

        assertThat(event().getQueryStringParameters()).isNull();
        assertThat(event().getMultiValueQueryStringParameters()).isNull();
        assertThat(event().getStageVariables()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%FF", "%C3", "%ED%A0%80"})
    void what_is_no_text_in_a_query_comes_as_what_nobody_takes(String text) throws Exception {
        send(to("/api/runs/7?a=" + text));

        assertThat(event().getQueryStringParameters()).isEqualTo(Map.of("a", "\0"));
    }

    @Test
    void headers_come_once_with_the_last_value_and_once_with_all() throws Exception {
        send(to("/api/runs/7").header("x-user", "alice").header("x-user", "bob"));

        assertThat(event().getMultiValueHeaders()).containsEntry("X-user", List.of("alice", "bob"))
                .containsEntry("X-Forwarded-Proto", List.of("http"));
        assertThat(event().getHeaders()).containsEntry("X-user", "bob")
                .containsEntry("Host", "127.0.0.1:" + gateway.port())
                .containsEntry("X-Forwarded-For", "127.0.0.1");
    }

    @Test
    void a_body_comes_byte_for_byte_in_base64() throws Exception {
        byte[] body = {0, (byte) 0xFF, (byte) 0xC3, 'a'};
        send(to("/api/runs/start").POST(BodyPublishers.ofByteArray(body)));

        assertThat(event().getIsBase64Encoded()).isTrue();
        assertThat(Base64.getDecoder().decode(event().getBody())).isEqualTo(body);
    }

    @Test
    void no_body_is_null() throws Exception {
        send(to("/api/runs/start").POST(BodyPublishers.noBody()));

        assertThat(event().getBody()).isNull();
        assertThat(event().getIsBase64Encoded()).isFalse();
    }

    @Test
    void the_context_says_who_asks_for_what() throws Exception {
        send(to("/api/runs/7").header("User-Agent", "test"));

        APIGatewayProxyRequestEvent.ProxyRequestContext given = event().getRequestContext();
        assertThat(given.getStage()).isEqualTo("local");
        assertThat(given.getResourcePath()).isEqualTo("/api/runs/{id}");
        assertThat(given.getPath()).isEqualTo("/api/runs/7");
        assertThat(given.getHttpMethod()).isEqualTo("GET");
        assertThat(given.getProtocol()).isEqualTo("HTTP/1.1");
        assertThat(given.getAccountId()).isEqualTo("000000000000");
        assertThat(given.getApiId()).isEqualTo("local");
        assertThat(given.getRequestTime()).isEqualTo("15/Jan/2026:10:30:00 +0000");
        assertThat(given.getRequestTimeEpoch()).isEqualTo(NOW.toEpochMilli());
        assertThat(given.getIdentity().getSourceIp()).isEqualTo("127.0.0.1");
        assertThat(given.getIdentity().getUserAgent()).isEqualTo("test");
        String first = given.getRequestId();
        send(to("/api/runs/7"));
        assertThat(event().getRequestContext().getRequestId()).isNotEqualTo(first).hasSize(36);
        assertThat(context.get().getRemainingTimeInMillis()).isBetween(1, (int) LIMIT.toMillis());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"})
    void every_method_reaches_the_function(String method) throws Exception {
        function = (_, _) -> ok().withBody("text");

        HttpResponse<byte[]> answer = send(to("/api/runs/7").method(method, BodyPublishers.noBody()));

        assertThat(event().getHttpMethod()).isEqualTo(method);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(method.equals("HEAD") ? "" : "text");
    }

    @Test
    void an_answer_is_written_as_it_is() throws Exception {
        function = (_, _) -> new APIGatewayProxyResponseEvent().withStatusCode(418)
                .withHeaders(Map.of("Content-Type", "text/plain", "One", "1", "Two", "lost"))
                .withMultiValueHeaders(Map.of("Two", List.of("2", "3")))
                .withBody("Grüße");

        HttpResponse<byte[]> answer = send(to("/api/runs/7"));

        assertThat(answer.statusCode()).isEqualTo(418);
        assertThat(answer.headers().allValues("One")).containsExactly("1");
        assertThat(answer.headers().allValues("Two")).containsExactly("2", "3");
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("text/plain");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("Grüße");
    }

    @Test
    void an_answer_in_base64_is_written_as_bytes() throws Exception {
        byte[] bytes = {0, 1, (byte) 0xFF};
        function = (_, _) -> ok().withIsBase64Encoded(true).withBody(Base64.getEncoder().encodeToString(bytes));

        assertThat(send(to("/api/runs/7")).body()).isEqualTo(bytes);
    }

    @Test
    void a_function_that_takes_too_long_is_given_up() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        function = (_, _) -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return ok();
        };

        HttpResponse<byte[]> answer = send(to("/api/runs/7"));

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(text(answer)).isEqualTo("{\"message\":\"Endpoint request timed out\"}");
    }

    @Test
    void a_function_that_fails_is_a_bad_gateway() throws Exception {
        function = (_, _) -> {
            throw new IllegalStateException("secret");
        };

        HttpResponse<byte[]> answer = send(to("/api/runs/7"));

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(text(answer)).isEqualTo("{\"message\":\"Internal server error\"}");
    }

    @Test
    void each_request_to_a_function_is_reported_by_its_resource() throws Exception {
        send(to("/api/runs/7"));
        send(to("/api/runs/start").method("BREW", BodyPublishers.noBody()));
        function = (_, _) -> new APIGatewayProxyResponseEvent();
        send(to("/api/runs/7/finish").POST(BodyPublishers.noBody()));

        assertThat(traffic).containsExactly("Request[stage=local, method=GET, resource=/api/runs/{id}] 200",
                "Request[stage=local, method=ANY, resource=/api/runs/start] 200",
                "Request[stage=local, method=POST, resource=/api/runs/{id}/finish] 502");
    }

    @Test
    void an_answer_without_a_status_is_a_bad_gateway() throws Exception {
        function = (_, _) -> new APIGatewayProxyResponseEvent();

        assertThat(send(to("/api/runs/7")).statusCode()).isEqualTo(502);
    }

    @Test
    void ten_megabytes_reach_the_function_and_one_byte_more_does_not() throws Exception {
        byte[] body = new byte[10 * 1024 * 1024];
        assertThat(send(to("/api/runs/start").POST(BodyPublishers.ofByteArray(body))).statusCode()).isEqualTo(200);
        APIGatewayProxyRequestEvent last = event();

        HttpResponse<byte[]> answer = send(
                to("/api/runs/start").POST(BodyPublishers.ofByteArray(new byte[body.length + 1])));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(event()).as("the function was not called again").isSameAs(last);
    }

    @Test
    void a_hundred_callers_are_served_at_once() throws Exception {
        int callers = 100;
        CountDownLatch all = new CountDownLatch(callers);
        function = (_, _) -> {
            all.countDown();
            try {
                all.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return ok();
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = IntStream.range(0, callers)
                    .mapToObj(_ -> threads.submit(() -> send(to("/api/runs/7")).statusCode()))
                    .toList();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
