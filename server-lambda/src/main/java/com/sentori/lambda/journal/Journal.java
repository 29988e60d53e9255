package com.sentori.lambda.journal;

import com.sentori.lambda.tally.Tally;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes what there is to say about each request: to the log, where CloudWatch finds the metrics by itself, so that no
 * request waits for a call to it. Never a token, never a body. Thread-safe.
 */
public final class Journal {
    private static final String X_RAY = "com.amazonaws.xray.traceHeader";
    private static final double MILLIS = 1e6;

    private final Figures figures;
    private final Clock clock;
    private final Consumer<String> lines;

    /**
     * A journal.
     *
     * @param lines takes one line of the log
     */
    public Journal(Figures figures, Clock clock, Consumer<String> lines) {
        this.figures = figures;
        this.clock = clock;
        this.lines = lines;
    }

    /**
     * A request that was answered.
     *
     * @param requestId of Lambda; null without
     * @param method in upper case
     * @param route the gateway's resource, as {@code /api/runs/{id}}; null without
     * @param user who called
     * @param runId that the call names; null without
     * @param traceparent header of W3C Trace Context; null without
     * @param status of the answer
     * @param time that the answer took
     */
    public record Answered(@Nullable String requestId, String method, @Nullable String route, String user,
            @Nullable String runId, @Nullable String traceparent, int status, Duration time) {}

    /** Writes the line of a request, and its readings' metrics. */
    public void write(Answered answered, Tally tally) {
        Instant now = clock.instant();
        SensorMetrics sensors = SensorMetrics.of(figures, tally.readings(), answered.user(), now);
        sensors.lines().forEach(lines);
        EmbeddedMetrics line = new EmbeddedMetrics(figures.namespace(), now);
        line.with("level", answered.status() < 500 ? "INFO" : "WARN").with("time", now.toString());
        withIfAny(line, "requestId", answered.requestId());
        withIfAny(line, "traceId", TraceId.of(answered.traceparent(), System.getProperty(X_RAY)));
        withIfAny(line, "runId", tally.runId() == null ? answered.runId() : tally.runId());
        line.with("user", answered.user())
                .with("method", answered.method())
                .with("Route", Objects.requireNonNullElse(answered.route(), "none"))
                .with("status", answered.status())
                .with("request_latency", answered.time().toNanos() / MILLIS)
                .measuring(List.of("Route"), Map.of("request_latency", "Milliseconds"));
        Map<String, Integer> counts = counts(answered, tally, sensors.leftOut());
        if (!counts.isEmpty()) {
            counts.forEach(line::with);
            Map<String, String> units = new LinkedHashMap<>();
            counts.keySet().forEach(name -> units.put(name, "Count"));
            line.measuring(List.of(), units);
        }
        lines.accept(line.line());
    }

    private static Map<String, Integer> counts(Answered answered, Tally tally, int leftOut) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        putIfAny(counts, "run_started", tally.started());
        putIfAny(counts, "run_completed", tally.ended());
        putIfAny(counts, "readings_ingested", tally.readings().size());
        putIfAny(counts, "readings_without_metric", leftOut);
        tally.running().ifPresent(running -> counts.put("runs_running", running));
        putIfAny(counts, "run_limit_reached",
                answered.status() == 409 && "/api/runs/start".equals(answered.route()) ? 1 : 0);
        return counts;
    }

    private static void putIfAny(Map<String, Integer> counts, String name, int count) {
        if (count > 0) {
            counts.put(name, count);
        }
    }

    private static void withIfAny(EmbeddedMetrics line, String name, @Nullable String value) {
        if (value != null) {
            line.with(name, value);
        }
    }
}
