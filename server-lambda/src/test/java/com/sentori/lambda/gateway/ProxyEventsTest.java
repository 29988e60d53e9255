package com.sentori.lambda.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.sentori.contract.http.ApiRequest;
import com.sentori.contract.http.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProxyEventsTest {
    private static final byte[] BYTES = "{\"ä\":\"\uD83D\uDE00\"}".getBytes(StandardCharsets.UTF_8);

    @Test
    void reads_a_body_as_text_or_base64() {
        assertThat(ProxyEvents.request(event().withBody(new String(BYTES, StandardCharsets.UTF_8))).body())
                .isEqualTo(BYTES);
        assertThat(ProxyEvents
                .request(event().withBody(Base64.getEncoder().encodeToString(BYTES)).withIsBase64Encoded(true))
                .body()).isEqualTo(BYTES);
        assertThat(ProxyEvents.request(event()).body()).isEmpty();
    }

    @Test
    void takes_the_last_header_and_all_parameters_and_single_ones_where_there_are_no_others() {
        ApiRequest request = ProxyEvents.request(event().withHeaders(Map.of("x-user", "bob", "Accept", "a"))
                .withMultiValueHeaders(Map.of("x-user", List.of("alice", "carol")))
                .withQueryStringParameters(Map.of("limit", "1"))
                .withMultiValueQueryStringParameters(Map.of("limit", List.of("2", "3"))));
        assertThat(request.header("X-User")).isEqualTo("carol");
        assertThat(request.header("accept")).isEqualTo("a");
        assertThat(request.query()).containsExactly(Map.entry("limit", List.of("2", "3")));
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo("/api/runs");
    }

    @Test
    void answers_text_as_it_is_and_the_rest_in_base64() {
        ApiResponse json = new ApiResponse(201, Map.of("Content-Type", "application/problem+json"), BYTES);
        assertThat(ProxyEvents.response(json)).returns(201, APIGatewayProxyResponseEvent::getStatusCode)
                .returns(new String(BYTES, StandardCharsets.UTF_8), APIGatewayProxyResponseEvent::getBody)
                .returns(false, APIGatewayProxyResponseEvent::getIsBase64Encoded)
                .returns(json.headers(), APIGatewayProxyResponseEvent::getHeaders);
        ApiResponse zip = new ApiResponse(200, Map.of("Content-Type", "application/zip"), BYTES);
        assertThat(ProxyEvents.response(zip))
                .returns(Base64.getEncoder().encodeToString(BYTES), APIGatewayProxyResponseEvent::getBody)
                .returns(true, APIGatewayProxyResponseEvent::getIsBase64Encoded);
        assertThat(ProxyEvents.response(new ApiResponse(204, Map.of(), new byte[0])).getBody()).isEmpty();
    }

    private static APIGatewayProxyRequestEvent event() {
        return new APIGatewayProxyRequestEvent().withHttpMethod("GET").withPath("/api/runs");
    }
}
