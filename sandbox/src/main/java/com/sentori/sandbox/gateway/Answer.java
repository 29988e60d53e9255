package com.sentori.sandbox.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An answer of a function as bytes. */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared
record Answer(int status, Map<String, List<String>> headers, byte[] body) {
    /** One of the gateway itself. */
    static Answer saying(int status, String message) {
        return new Answer(status, Map.of("Content-Type", List.of("application/json")),
                ("{\"message\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what the function gave back.
     *
     * @throws IllegalArgumentException if that is no answer
     */
    static Answer of(@Nullable APIGatewayProxyResponseEvent event) {
        if (event == null || event.getStatusCode() == null) {
            throw new IllegalArgumentException("the function gave no status");
        }
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (event.getHeaders() != null) {
            event.getHeaders().forEach((name, value) -> headers.put(name, List.of(value)));
        }
        if (event.getMultiValueHeaders() != null) {
            event.getMultiValueHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
        }
        headers.remove("Content-Length"); // it is counted anew
        String text = event.getBody() == null ? "" : event.getBody();
        byte[] body = Boolean.TRUE.equals(event.getIsBase64Encoded())
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
        return new Answer(event.getStatusCode(), headers, body);
    }
}
