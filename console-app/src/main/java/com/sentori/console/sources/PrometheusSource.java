package com.sentori.console.sources;

import com.sentori.console.sources.SourceException.Kind;
import com.sentori.contract.json.Json;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A Prometheus, asked by its HTTP API (https://prometheus.io/docs/prometheus/latest/querying/api/). Thread-safe; every call waits for the network, and an
 * interrupt ends it.
 */
public final class PrometheusSource {
    /** Everything that is scraped, last scraped at: what came until the least of them will not change any more. */
    private static final String WATERMARK = "min(timestamp(up))";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long MAX_ANSWER = 32L << 20;
    private static final Duration MARK_HOLDS = Duration.ofSeconds(2);
    private static final String QUERY = "query";

    private final HttpUrl root;
    private final Supplier<OkHttpClient> http;
    private final Clock clock;
    private final AtomicReference<@Nullable Mark> mark = new AtomicReference<>();

    /**
     * At an address, over a client that knows the way there.
     *
     * @throws IllegalArgumentException if it is no address of the web
     */
    public PrometheusSource(URI address, Supplier<OkHttpClient> http, Clock clock) {
        this.root = HttpUrl.get(address.toString());
        this.http = http;
        this.clock = clock;
    }

    /**
     * The values of an expression over a time, a point at each step.
     *
     * @param name of the question, by which its lines are known
     */
    public Frame range(String name, String expression, Span span) throws SourceException {
        FormBody form = new FormBody.Builder().add(QUERY, expression)
                .add("start", seconds(span.from()))
                .add("end", seconds(span.to()))
                .add("step", Double.toString(span.step().toMillis() / 1000.0))
                .build();
        Instant complete = watermark();
        return frame(name, post("query_range", form), complete);
    }

    /** The values of an expression at a moment. */
    public Frame instant(String name, String expression, Instant at) throws SourceException {
        Instant complete = watermark();
        return frame(name, post(QUERY, at(expression, at)), complete);
    }

    /**
     * When everything had been scraped last that is scraped; null if nothing is. Not asked for again within two seconds: an older one is none that
     * promises too much, which is also why it is asked for before the figures.
     */
    public @Nullable Instant watermark() throws SourceException {
        Mark last = mark.get();
        if (last != null && clock.instant().isBefore(last.asked().plus(MARK_HOLDS))) {
            return last.until();
        }
        Mark next = new Mark(clock.instant(), askWatermark());
        mark.set(next);
        return next.until();
    }

    private @Nullable Instant askWatermark() throws SourceException {
        JsonNode result = post(QUERY, at(WATERMARK, clock.instant())).body().path("data").path("result");
        return result.isEmpty()
                ? null
                : Instant.ofEpochMilli(Math.round(number(result.get(0).path("value").path(1)) * 1000));
    }

    /** The values of a label, of the series that a selector such as {@code up{job="x"}} matches; of all with an empty one. */
    public List<String> labelValues(String label, String selector, Instant from, Instant to) throws SourceException {
        HttpUrl.Builder url = api("label").addPathSegment(label)
                .addPathSegment("values")
                .addQueryParameter("start", seconds(from))
                .addQueryParameter("end", seconds(to));
        if (!selector.isEmpty()) {
            url.addQueryParameter("match[]", selector);
        }
        return call(new Request.Builder().url(url.build())).body()
                .path("data")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static RequestBody at(String expression, Instant at) {
        return new FormBody.Builder().add(QUERY, expression).add("time", seconds(at)).build();
    }

    private Told post(String operation, RequestBody form) throws SourceException {
        return call(new Request.Builder().url(api(operation).build()).post(form));
    }

    private HttpUrl.Builder api(String operation) {
        return root.newBuilder().addPathSegments("api/v1").addPathSegment(operation);
    }

    private OkHttpClient patient() {
        return http.get()
                .newBuilder()
                .callTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .build();
    }

    private Told call(Request.Builder request) throws SourceException {
        try (Response response = patient().newCall(request.build()).execute()) {
            BufferedSource source = response.body().source();
            if (source.request(MAX_ANSWER + 1)) {
                throw new SourceException(Kind.TOO_MUCH, "Prometheus at " + root + " answers with more than "
                        + (MAX_ANSWER >> 20) + " MiB: ask for a shorter time, a longer step or fewer series.");
            }
            byte[] body = source.readByteArray();
            java.util.Date date = response.headers().getDate("Date");
            return new Told(read(response.code(), body), date == null ? clock.instant() : date.toInstant());
        } catch (IOException e) {
            throw new SourceException(Kind.UNREACHABLE,
                    "Prometheus at " + root + " does not answer: start it, or check its address.", e);
        }
    }

    private JsonNode read(int status, byte[] body) throws SourceException {
        if (status == 401 || status == 403) {
            throw new SourceException(Kind.UNAUTHORISED,
                    "Prometheus at " + root + " does not let you in (" + status + ").");
        }
        JsonNode answer;
        try {
            answer = Json.MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw strange(status);
        }
        return switch (answer.path("status").asString("")) {
            case "success" -> answer;
            case "error" -> throw refusal(status, answer);
            default -> throw strange(status);
        };
    }

    private static SourceException refusal(int status, JsonNode answer) {
        Kind kind = status == 503 ? Kind.BUSY : Kind.REFUSED;
        return new SourceException(kind, "Prometheus: " + answer.path("error").asString(""));
    }

    private SourceException strange(int status) {
        return status == 429 || status >= 500
                ? new SourceException(Kind.BUSY, "Prometheus at " + root + " has no answer now (" + status + ").")
                : new SourceException(Kind.REFUSED,
                        "What answers at " + root + " is no Prometheus (" + status + "): check its address.");
    }

    private static Frame frame(String name, Told told, @Nullable Instant watermark) throws SourceException {
        JsonNode data = told.body().path("data");
        List<Line> lines = new ArrayList<>();
        switch (data.path("resultType").asString("")) {
            case "matrix" -> data.path("result")
                    .forEach(series -> lines.add(line(name, series.path("metric"), series.path("values"))));
            case "vector" -> data.path("result")
                    .forEach(series -> lines.add(line(name, series.path("metric"),
                            Json.MAPPER.createArrayNode().add(series.path("value")))));
            case "scalar" -> lines.add(line(name, Json.MAPPER.createObjectNode(),
                    Json.MAPPER.createArrayNode().add(data.path("result"))));
            default -> throw new SourceException(Kind.REFUSED, "This question has no numbers for an answer.");
        }
        List<String> notes = told.body().path("warnings").valueStream().map(JsonNode::asString).toList();
        return new Frame(lines, watermark, told.at(), false, notes);
    }

    private static Line line(String query, JsonNode metric, JsonNode points) {
        TreeMap<String, String> labels = new TreeMap<>();
        metric.properties().forEach(label -> labels.put(label.getKey(), label.getValue().asString()));
        String name = Objects.requireNonNullElse(labels.remove("__name__"), "");
        long[] times = new long[points.size()];
        double[] values = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = Math.round(points.get(i).path(0).asDouble() * 1000);
            values[i] = number(points.get(i).path(1));
        }
        return new Line(query, name, labels, times, values, Duration.ZERO);
    }

    /** Prometheus writes numbers as texts, as those of them do that JSON does not have. */
    private static double number(JsonNode text) {
        return switch (text.asString("NaN")) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            case String value -> Double.parseDouble(value);
        };
    }

    private static String seconds(Instant time) {
        return Double.toString(time.toEpochMilli() / 1000.0);
    }

    private record Told(JsonNode body, Instant at) {}

    private record Mark(Instant asked, @Nullable Instant until) {}
}
