package com.sentori.sandbox.gateway;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.ProxyRequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent.RequestIdentity;
import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes the events of a REST API with Lambda proxy integration, as "Set up Lambda proxy integrations in API
 * Gateway" of the AWS documentation describes them. The product's API declares the binary media type
 * {@code *}{@code /*}, so that bodies reach a function byte for byte: each that is not empty comes in Base64. Names of headers come as the JDK's server writes them ({@code X-run-id}),
 * which is one of the ways in which a caller may write them.
 */
final class ProxyEvents {
    static final String STAGE = "local";
    private static final DateTimeFormatter REQUEST_TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z",
            Locale.ENGLISH);

    private final Clock clock;

    ProxyEvents(Clock clock) {
        this.clock = clock;
    }

    APIGatewayProxyRequestEvent of(HttpExchange exchange, Resource resource, String path,
            Map<String, String> pathParameters, byte[] body) {
        Map<String, List<String>> headers = headers(exchange);
        Map<String, List<String>> query = query(exchange.getRequestURI().getRawQuery());
        return new APIGatewayProxyRequestEvent().withResource(resource.path())
                .withPath(path)
                .withHttpMethod(exchange.getRequestMethod())
                .withHeaders(last(headers))
                .withMultiValueHeaders(headers)
                .withQueryStringParameters(last(query))
                .withMultiValueQueryStringParameters(query.isEmpty() ? null : query)
                .withPathParameters(pathParameters.isEmpty() ? null : pathParameters)
                .withRequestContext(context(exchange, resource, path))
                .withBody(body.length == 0 ? null : Base64.getEncoder().encodeToString(body))
                .withIsBase64Encoded(body.length > 0);
    }

    /** Those of the caller, and those that the gateway adds. */
    private static Map<String, List<String>> headers(HttpExchange exchange) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, List.copyOf(values)));
        headers.put("X-Forwarded-For", List.of(exchange.getRemoteAddress().getAddress().getHostAddress()));
        headers.put("X-Forwarded-Port", List.of(Integer.toString(exchange.getLocalAddress().getPort())));
        headers.put("X-Forwarded-Proto", List.of("http"));
        return headers;
    }

    private ProxyRequestContext context(HttpExchange exchange, Resource resource, String path) {
        Instant now = clock.instant();
        RequestIdentity caller = new RequestIdentity()
                .withSourceIp(exchange.getRemoteAddress().getAddress().getHostAddress())
                .withUserAgent(exchange.getRequestHeaders().getFirst("User-Agent"));
        ProxyRequestContext context = new ProxyRequestContext();
        context.setAccountId("000000000000");
        context.setApiId("local");
        context.setStage(STAGE);
        context.setRequestId(UUID.randomUUID().toString());
        context.setExtendedRequestId(context.getRequestId());
        context.setResourceId(Integer.toHexString(resource.path().hashCode()));
        context.setResourcePath(resource.path());
        context.setHttpMethod(exchange.getRequestMethod());
        // Behind a custom domain, as the product is, there is no stage in it.
        context.setPath(path);
        context.setProtocol(exchange.getProtocol());
        context.setDomainName(exchange.getRequestHeaders().getFirst("Host"));
        context.setRequestTime(REQUEST_TIME.format(now.atOffset(ZoneOffset.UTC)));
        context.setRequestTimeEpoch(now.toEpochMilli());
        context.setIdentity(caller);
        return context;
    }

    private static Map<String, List<String>> query(@Nullable String raw) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                if (!pair.isEmpty()) {
                    String[] parts = pair.split("=", 2);
                    parameters.computeIfAbsent(decode(parts[0]), _ -> new ArrayList<>())
                            .add(parts.length > 1 ? decode(parts[1]) : "");
                }
            }
        }
        return parameters;
    }

    /** What is no UTF-8 becomes U+0000, which every function refuses: AWS does not say what it makes of it. */
    private static String decode(String text) {
        try {
            byte[] bytes = URLDecoder.decode(text, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return "\0";
        }
    }

    @Nullable
    private static Map<String, String> last(Map<String, List<String>> multi) {
        if (multi.isEmpty()) {
            return null;
        }
        Map<String, String> single = new LinkedHashMap<>();
        multi.forEach((name, values) -> single.put(name, values.getLast()));
        return single;
    }
}
