package com.sentori.sandbox.cloudwatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.PropertyNamingStrategy;
import tools.jackson.databind.json.JsonMapper;

/** AWS JSON: the operation is in the header {@code X-Amz-Target}, times are seconds of the epoch. */
final class JsonProtocol implements Protocol {
    private final String target;
    private final String mediaType;
    private final JsonMapper mapper;

    private JsonProtocol(String target, String mediaType, PropertyNamingStrategy names) {
        this.target = target + ".";
        this.mediaType = mediaType;
        this.mapper = JsonMapper.builder()
                .propertyNamingStrategy(names)
                .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addModule(Times.written(Times::seconds))
                .build();
    }

    /** Of CloudWatch's metrics, in version 1.0, which boto3 prefers. */
    static JsonProtocol ofMetrics() {
        return new JsonProtocol("GraniteServiceVersion20100801", "application/x-amz-json-1.0",
                PropertyNamingStrategies.UPPER_CAMEL_CASE);
    }

    /** Of CloudWatch Logs, in version 1.1, which is all that it speaks. */
    static JsonProtocol ofLogs() {
        return new JsonProtocol("Logs_20140328", "application/x-amz-json-1.1",
                PropertyNamingStrategies.LOWER_CAMEL_CASE);
    }

    @Override
    public @Nullable String operation(Request request) {
        String called = request.header("X-Amz-Target");
        return called.startsWith(target) ? called.substring(target.length()) : null;
    }

    @Override
    public <T> T read(Request request, Class<T> type) {
        return mapper.readValue(request.body(), type);
    }

    @Override
    public Reply answer(String operation, @Nullable Object answer, String requestId) {
        return new Reply(200, headers(requestId), mapper.writeValueAsBytes(answer == null ? Map.of() : answer));
    }

    @Override
    public Reply fault(Fault fault, String requestId) {
        Fault.Kind kind = fault.kind();
        Map<String, String> headers = headers(requestId);
        headers.put("x-amzn-query-error", kind.code() + ";" + kind.blame());
        return new Reply(kind.status(), headers, mapper.writeValueAsBytes(
                Map.of("__type", kind.type(), "message", fault.sentence())));
    }

    private Map<String, String> headers(String requestId) {
        return new HashMap<>(Map.of("Content-Type", mediaType, "x-amzn-RequestId", requestId));
    }
}
