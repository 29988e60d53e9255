package com.sentori.ecs.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.sentori.contract.http.Call;
import com.sentori.contract.http.TraceParent;
import com.sentori.contract.runs.RunId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a request: never a token, a body, a query or a path as it was sent.
 *
 * @param time when it was answered
 * @param level INFO, or WARN where the server is at fault
 * @param requestId the caller's own if it is one, else a new one
 * @param traceId of the caller's {@code traceparent}; null without a valid one
 * @param runId that the call names by path or header; null without
 * @param user as the call was admitted; null if it was refused before that was known
 * @param method in upper case, or {@code other}
 * @param route its template; null where there is none
 * @param status of the answer
 * @param ms until it was written
 * @param cut whether the caller did not get all of it; null if it did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"time", "level", "message", "requestId", "traceId", "runId", "user", "method", "route", "status",
        "ms", "cut"})
public record RequestLine(Instant time, String level, String requestId, @Nullable String traceId,
        @Nullable String runId, @Nullable String user, String method, @Nullable String route, int status, double ms,
        @Nullable Boolean cut) {
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._:/=+-]{1,128}");
    private static final Pattern METHOD = Pattern.compile("GET|POST|OPTIONS|PUT|DELETE|PATCH|HEAD|TRACE|CONNECT");
    private static final double NANOS = 1e6;

    /** By what a reader tells it from other lines. */
    public String getMessage() {
        return "request";
    }

    /**
     * The line of a request.
     *
     * @param call as it was admitted; null if it was not
     * @param headers gives a header of the request, or null
     */
    public static RequestLine of(Instant time, @Nullable Call call, Headers headers, String method,
            @Nullable String route, int status, long nanos, boolean cut) {
        return new RequestLine(time, status < 500 ? "INFO" : "WARN", requestId(headers.get("X-Request-Id")),
                TraceParent.traceId(headers.get("traceparent")), runId(call), call == null ? null : call.user(),
                METHOD.matcher(method).matches() ? method : "other", route, status,
                Math.round(nanos / NANOS * 1e3) / 1e3,
                cut ? true : null);
    }

    /** The headers of a request. */
    @FunctionalInterface
    public interface Headers {
        /** Its value; null without. */
        @Nullable
        String get(String name);
    }

    private static String requestId(@Nullable String sent) {
        return sent != null && REQUEST_ID.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
    }

    private static @Nullable String runId(@Nullable Call call) {
        String named = call == null ? null : call.variables().getOrDefault("id", call.request().header("X-Run-Id"));
        return named != null && RunId.isWellFormed(named) ? named.toLowerCase(Locale.ROOT) : null;
    }
}
