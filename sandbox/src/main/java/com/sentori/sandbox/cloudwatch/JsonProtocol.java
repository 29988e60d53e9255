package com.sentori.sandbox.cloudwatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** AWS JSON 1.0: the operation is in the header {@code X-Amz-Target}, times are seconds of the epoch. boto3 prefers it. */
final class JsonProtocol implements Protocol {
    private static final String TARGET = "GraniteServiceVersion20100801.";
    private static final String MEDIA_TYPE = "application/x-amz-json-1.0";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(Times.written(Times::seconds))
            .build();

    @Override
    public @Nullable String operation(Request request) {
        String target = request.header("X-Amz-Target");
        return target.startsWith(TARGET) ? target.substring(TARGET.length()) : null;
    }

    @Override
    public <T> T read(Request request, Class<T> type) {
        return MAPPER.readValue(request.body(), type);
    }

    @Override
    public Reply answer(String operation, @Nullable Object answer, String requestId) {
        return new Reply(200, headers(requestId), MAPPER.writeValueAsBytes(answer == null ? Map.of() : answer));
    }

    @Override
    public Reply fault(Fault fault, String requestId) {
        Fault.Kind kind = fault.kind();
        Map<String, String> headers = headers(requestId);
        headers.put("x-amzn-query-error", kind.code() + ";" + kind.blame());
        return new Reply(kind.status(), headers, MAPPER.writeValueAsBytes(
                Map.of("__type", "com.amazonaws.cloudwatch#" + kind.type(), "message", fault.sentence())));
    }

    private static Map<String, String> headers(String requestId) {
        return new HashMap<>(Map.of("Content-Type", MEDIA_TYPE, "x-amzn-RequestId", requestId));
    }
}
