package com.sentori.sandbox.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.sandbox.logs.LogGroups;
import com.sentori.sandbox.metrics.Datum;
import com.sentori.sandbox.metrics.Limits;
import com.sentori.sandbox.metrics.Metric;
import com.sentori.sandbox.metrics.Metrics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudWatchServerTest {
    private static final String CBOR = "/service/GraniteServiceVersion20100801/operation/";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Metrics metrics = new Metrics(Clock.systemUTC(), Limits.STANDARD);
    @TempDir
    private Path folder;
    private CloudWatchServer server;

    @BeforeEach
    void listen() throws IOException {
        server = new CloudWatchServer(metrics, new LogGroups(folder), 0, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        server.close();
        http.close();
    }

    @Test
    void a_foreign_name_for_loopback_is_refused() throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.port())) {
            socket.getOutputStream()
                    .write(("POST / HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 18\r\nConnection: close\r\n"
                            + "Content-Type: " + FORM + "\r\n\r\nAction=ListMetrics").getBytes(
                                    StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).startsWith(
                    "HTTP/1.1 403 ").contains("AccessDenied");
        }
    }

    @Test
    void a_web_page_is_refused() throws Exception {
        assertThat(send(to("/", FORM).header("Origin", "http://127.0.0.1:" + server.port())
                .POST(BodyPublishers.ofString("Action=ListMetrics"))).statusCode()).isEqualTo(403);
    }

    @Test
    void a_body_that_is_too_long_is_refused_packed_or_not() throws Exception {
        assertThat(send(to("/", FORM).POST(BodyPublishers.ofByteArray(new byte[2_000_000]))).statusCode())
                .isEqualTo(413);
        assertThat(send(to(CBOR + "PutMetricData", "application/cbor").header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed(new byte[50_000_000])))).statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Action=", "Action=Nothing", "Action=PutMetricData", "Action=ListMetrics&NextToken=%%",
            "Action=ListMetrics&Dimensions.member.x.Name=a",
            "Action=ListMetrics&Dimensions=a&Dimensions.member.1.Name=b",
            "Action=ListMetrics&Dimensions.member.1=a", "Action=PutMetricData&Namespace=N&MetricData.member.1.Value=x",
            "Action=GetMetricData&StartTime=yesterday&EndTime=now", "Action=ListMetrics&RecentlyActive=P1Y",
            "Action=PutMetricData&Namespace=N&MetricData.member.1.MetricName=M&MetricData.member.1.Value=NaN"})
    void a_query_that_cannot_be_is_refused_with_a_sentence(String form) throws Exception {
        HttpResponse<byte[]> answer = send(to("/", FORM).POST(BodyPublishers.ofString(form)));

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(text(answer)).contains("<Type>Sender</Type>", "<Message>").doesNotContain("Exception", "jackson");
        assertThat(metrics.list(_ -> true)).isEmpty();
    }

    @Test
    void garbage_is_never_a_fault_of_the_server() throws Exception {
        Random random = new Random(11);
        for (int i = 0; i < 600; i++) {
            byte[] body = new byte[random.nextInt(40)];
            random.nextBytes(body);
            if (body.length > 0 && i % 2 == 0) {
                body[0] = (byte) 0xbf; // a map of CBOR
            }
            HttpRequest.Builder request = switch (i % 3) {
                case 0 -> to(CBOR + "GetMetricData", "application/cbor");
                case 1 -> to("/", "application/x-amz-json-1.0").header("X-Amz-Target",
                        "GraniteServiceVersion20100801.PutMetricData");
                default -> to("/?", FORM);
            };
            assertThat(send(request.POST(BodyPublishers.ofByteArray(body))).statusCode()).as(Arrays.toString(body))
                    .isBetween(400, 404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[[", "{\"MetricDataQueries\":[null]}", "{}",
            "{\"MetricDataQueries\":[{}],\"StartTime\":1e300}",
            "{\"MetricDataQueries\":[{\"Id\":\"a\",\"Expression\":\"a\"}],\"StartTime\":0,\"EndTime\":60}",
            "{\"MetricDataQueries\":[{\"Id\":\"a\",\"Expression\":\"TIME_SERIES(1)\"}],\"StartTime\":0,\"EndTime\":1e11}",
            "{\"MetricDataQueries\":[{\"Id\":\"a\",\"MetricStat\":{}}],\"StartTime\":0,\"EndTime\":60}",
            "{\"MetricDataQueries\":[{\"Id\":\"A\",\"Expression\":\"1\"}],\"StartTime\":0,\"EndTime\":60}"})
    void a_read_that_cannot_be_is_refused_with_a_sentence(String json) throws Exception {
        HttpResponse<byte[]> answer = send(json(json));

        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(400);
        assertThat(answer.headers().firstValue("x-amzn-query-error")).isPresent();
        assertThat(text(answer)).contains("\"message\"").doesNotContain("jackson");
    }

    @Test
    void pages_neither_skip_nor_repeat_while_values_come_in() throws Exception {
        Metric metric = Metric.of("N", "M", Map.of());
        Instant minute = Instant.ofEpochSecond(Instant.now().getEpochSecond() / 60 * 60 - 6_000);
        IntStream.range(0, 5)
                .forEach(i -> metrics.put(List.of(Datum.of(metric, "None", minute.plusSeconds(60L * i), i))));
        String query = "\"MetricDataQueries\":[{\"Id\":\"a\",\"MetricStat\":{\"Metric\":{\"Namespace\":\"N\",\"MetricName\":\"M\"},"
                + "\"Period\":60,\"Stat\":\"Sum\"}}],\"MaxDatapoints\":3,\"StartTime\":" + minute.getEpochSecond()
                + ",\"EndTime\":" + minute.plusSeconds(6_000).getEpochSecond();

        String first = text(send(json("{" + query + "}")));
        metrics.put(List.of(Datum.of(metric, "None", minute.plusSeconds(3_000), 9)));
        String token = first.replaceAll(".*\"NextToken\":\"([^\"]+)\".*", "$1");
        String second = text(send(json("{" + query + ",\"NextToken\":\"" + token + "\"}")));

        assertThat(first).contains("\"Values\":[4.0,3.0,2.0]", "PartialData");
        assertThat(second).contains("\"Values\":[1.0,0.0]", "Complete").doesNotContain("NextToken");
    }

    @Test
    void a_call_holds_no_more_values_than_memory_allows() throws Exception {
        String queries = IntStream.range(0, 20)
                .mapToObj(i -> "{\"Id\":\"q" + i + "\",\"Expression\":\"TIME_SERIES(1)\"}")
                .toList()
                .toString();
        HttpResponse<byte[]> answer = send(
                json("{\"MetricDataQueries\":" + queries + ",\"StartTime\":0,\"EndTime\":5000000}"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(text(answer)).contains("ValidationError", "longer periods");
    }

    private HttpRequest.Builder json(String body) {
        return to("/", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "GraniteServiceVersion20100801.GetMetricData")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder to(String path, String type) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Content-Type",
                        type);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static byte[] packed(byte[] body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        }
        return packed.toByteArray();
    }
}
