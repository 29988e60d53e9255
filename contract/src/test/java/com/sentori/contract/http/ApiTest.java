package com.sentori.contract.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentori.contract.auth.AuthMode;
import com.sentori.contract.errors.ContractException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTest {
    private static final List<Route> ROUTES = List.of(
            Route.get("/things/{id}", call -> ApiResponse.ok(List.of(call.variable("id"), call.user()))),
            Route.get("/things/all", call -> ApiResponse.ok("all")),
            Route.post("/things/new", call -> ApiResponse.json(201, call.body().length)),
            Route.get("/broken", call -> {
                throw new IllegalStateException("secret");
            }),
            Route.get("/down", call -> {
                throw ContractException.storeUnavailable(new IllegalStateException("secret"));
            }));
    private final Api local = new Api(settings(true, null), ROUTES);
    private final Api open = new Api(settings(false, AuthMode.OPEN), ROUTES);

    @Test
    void a_literal_goes_before_a_variable() {
        assertThat(text(local.handle(get("/things/all", Map.of())))).isEqualTo("\"all\"");
        assertThat(text(local.handle(get("/things/7", Map.of())))).isEqualTo("[\"7\",\"anonymous\"]");
    }

    @Test
    void the_method_of_a_literal_counts_not_that_of_a_variable() {
        ApiResponse refused = local.handle(get("/things/new", Map.of()));
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.headers()).containsEntry("Allow", "OPTIONS, POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/things", "/things/", "/things/7/", "/Things/7", "/things//7", "things/7"})
    void what_is_no_route_is_not_found(String path) {
        assertThat(local.handle(get(path, Map.of())).status()).isEqualTo(404);
    }

    @Test
    void a_fault_inside_is_answered_with_try_again() {
        for (String path : List.of("/broken", "/down")) {
            ApiResponse answer = local.handle(get(path, Map.of("Origin", "http://localhost:4200")));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.headers()).containsKeys("Retry-After", "Access-Control-Allow-Origin");
            assertThat(text(answer)).doesNotContain("secret").contains("STORE_UNAVAILABLE");
        }
    }

    @ParameterizedTest
    @CsvSource({"localhost,200", "localhost:80,200", "127.0.0.1:8080,200", "127.1.2.3,200", "[::1]:1,200",
            "evil.example,403", "localhost.evil.example,403", "127.0.0.1.evil.example,403", "[::2],403", "'',403"})
    void a_loopback_server_answers_to_its_own_names_only(String host, int status) {
        assertThat(local.handle(get("/things/1", Map.of("host", host))).status()).isEqualTo(status);
        assertThat(open.handle(get("/things/1", Map.of("Host", host))).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"https://app-iot.sentori-studio.com,201", "http://api.example,201", "https://API.example,201",
            "http://other.example,403", "null,403", "http://api.example:81,403"})
    void a_page_writes_from_a_listed_origin_or_the_servers_own(String origin, int status) {
        ApiRequest request = new ApiRequest("POST", "/things/new", Map.of("Host", "api.example", "Origin", origin),
                Map.of(), new byte[0]);
        assertThat(open.handle(request).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"application/json,201", "application/json; charset=utf-8,201", "Application/Problem+JSON,201",
            "text/plain,415", "application/json;charset=latin1,415", "'',415", "json,415"})
    void a_body_is_json(String type, int status) {
        ApiRequest request = new ApiRequest("POST", "/things/new", Map.of("content-type", type), Map.of(),
                new byte[]{'{', '}'});
        assertThat(local.handle(request).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"a=1&b=2|a|1", "a=%C3%A9+%2B|a|é +", "a|a|''", "a=1|a|1", "a==|a|=",
            "%61=x|a|x", "&&a=1&|a|1"})
    void decodes_a_query(String raw, String name, String value) {
        assertThat(ApiRequest.decodeQuery(raw)).containsEntry(name, List.of(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%F", "a=%GG", "a=%FF", "%FF=1", "a=%ED%A0%80", "a=%00"})
    void refuses_a_query_that_does_not_decode(String raw) {
        ApiRequest request = new ApiRequest("GET", "/things/1", Map.of(), ApiRequest.decodeQuery(raw), new byte[0]);
        assertThat(local.handle(request).status()).isEqualTo(400);
        assertThat(local.handle(new ApiRequest("GET", "/none", Map.of(), ApiRequest.decodeQuery(raw), new byte[0]))
                .status()).isEqualTo(404);
    }

    @Test
    void a_server_that_others_reach_must_say_how_callers_prove_who_they_are() {
        assertThatThrownBy(() -> settings(false, null)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("auth mode");
    }

    private static ServerSettings settings(boolean loopback, @Nullable AuthMode auth) {
        return new ServerSettings("ecs", "1", "local", loopback, auth, ServerSettings.STANDARD_ORIGINS, 5,
                Duration.ofMinutes(2), null, Set.of());
    }

    private static ApiRequest get(String path, Map<String, String> headers) {
        return new ApiRequest("GET", path, headers, Map.of(), new byte[0]);
    }

    private static String text(ApiResponse answer) {
        return new String(answer.body().toBytes(), StandardCharsets.UTF_8);
    }
}
