package com.sentori.lambda.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.sentori.contract.http.ApiRequest;
import com.sentori.contract.http.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events of a REST proxy integration (payload format 1.0), both ways. */
public final class ProxyEvents {
    private ProxyEvents() {}

    /** The request of an event. Where a header comes twice, the last value counts. */
    public static ApiRequest request(APIGatewayProxyRequestEvent event) {
        return new ApiRequest(event.getHttpMethod().toUpperCase(Locale.ROOT), event.getPath(),
                last(event.getHeaders(), event.getMultiValueHeaders()),
                all(event.getQueryStringParameters(), event.getMultiValueQueryStringParameters()), body(event));
    }

    /** The event of an answer. What is not text travels as base64. */
    public static APIGatewayProxyResponseEvent response(ApiResponse answer) {
        byte[] body = answer.body().toBytes();
        boolean text = isText(answer.headers().get("Content-Type"));
        return new APIGatewayProxyResponseEvent().withStatusCode(answer.status())
                .withHeaders(answer.headers())
                .withIsBase64Encoded(!text)
                .withBody(text
                        ? new String(body, StandardCharsets.UTF_8)
                        : Base64.getEncoder().encodeToString(body));
    }

    private static Map<String, String> last(@Nullable Map<String, String> single,
            @Nullable Map<String, List<String>> multi) {
        Map<String, String> values = new HashMap<>();
        if (single != null) {
            values.putAll(single);
        }
        if (multi != null) {
            multi.forEach((name, all) -> values.put(name, all.getLast()));
        }
        return values;
    }

    private static Map<String, List<String>> all(@Nullable Map<String, String> single,
            @Nullable Map<String, List<String>> multi) {
        Map<String, List<String>> values = new HashMap<>();
        if (single != null) {
            single.forEach((name, one) -> values.put(name, List.of(one)));
        }
        if (multi != null) {
            values.putAll(multi);
        }
        return values;
    }

    private static byte[] body(APIGatewayProxyRequestEvent event) {
        String body = event.getBody();
        if (body == null) {
            return new byte[0];
        }
        return Boolean.TRUE.equals(event.getIsBase64Encoded())
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isText(@Nullable String contentType) {
        if (contentType == null) {
            return true;
        }
        String type = contentType.toLowerCase(Locale.ROOT).split(";", -1)[0].strip();
        return type.startsWith("text/") || type.endsWith("/json") || type.endsWith("+json") || type.endsWith("-ndjson");
    }
}
