package com.sentori.contract.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCallersTest {
    private static final AuthMode.Jwt MODE = AuthMode.Jwt.of("https://issuer.example", "sentori",
            "https://issuer.example/keys", null, null, null);
    private static final Instant NOW = Instant.parse("2026-01-15T10:30:00Z");
    private final AtomicInteger verified = new AtomicInteger();
    private Instant now = NOW;

    @Test
    void a_caller_is_whom_the_token_names_with_its_highest_role_until_it_expires() {
        Caller caller = saying(Map.of("preferred_username", "alice", "roles", List.of("offline", "admin", "viewer")))
                .identify("bearer abc.def", "alice");
        assertThat(caller)
                .isEqualTo(new Caller("alice", Role.ADMIN, NOW.plusSeconds(300).plus(SignedTokens.SKEW)));
        assertThat(caller.is(Role.OPERATOR)).isTrue();
    }

    @Test
    void a_token_without_a_known_role_allows_nothing() {
        Caller caller = saying(Map.of("preferred_username", "alice", "roles", List.of("ADMIN", "root", 7)))
                .identify("Bearer x", null);
        assertThat(caller.is(Role.VIEWER)).isFalse();
        assertThat(saying(Map.of("preferred_username", "alice", "roles", "operator")).identify("Bearer x", null).role())
                .isEqualTo(Role.OPERATOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic YWxpY2U6eA==", "Bearer a b", "Bearer \u00e9", "Bearer=x",
            "x", "Bearer a\r\nX-User: b"})
    void what_is_no_bearer_token_is_not_even_verified(String authorization) {
        assertRefused(ErrorCode.UNAUTHENTICATED, authorization, null);
        assertThat(verified).hasValue(0);
    }

    @Test
    void another_user_in_the_header_is_forbidden() {
        assertRefused(ErrorCode.FORBIDDEN, "Bearer x", "bob");
        assertRefused(ErrorCode.FORBIDDEN, "Bearer x", "!");
    }

    @ParameterizedTest
    @CsvSource({"al", "''", "alice@example.com", "a-name-of-twenty-one-c"})
    void a_name_that_cannot_be_a_users_is_not_accepted(String name) {
        assertThatThrownBy(() -> saying(Map.of("preferred_username", name)).identify("Bearer x", null))
                .isInstanceOfSatisfying(ContractException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNAUTHENTICATED));
    }

    @Test
    void a_known_token_is_verified_once_a_minute_and_never_known_beyond_its_end() {
        Callers callers = saying(Map.of("preferred_username", "alice"));
        for (int second = 0; second < 60; second++) {
            now = NOW.plusSeconds(second);
            callers.identify("Bearer x", null);
        }
        assertThat(verified).hasValue(1);
        now = NOW.plusSeconds(60);
        callers.identify("Bearer x", null);
        callers.identify("Bearer y", null);
        assertThat(verified).hasValue(3);
        now = NOW.plusSeconds(290);
        callers.identify("Bearer x", null);
        now = NOW.plusSeconds(300).plus(SignedTokens.SKEW);
        callers.identify("Bearer x", null);
        assertThat(verified).as("it is for the verifier to refuse it").hasValue(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://issuer.example/keys", "file:///etc/keys", "keys", "http://localhost.evil.example/k",
            "ftp://127.0.0.1/keys"})
    void keys_come_over_a_line_that_nobody_else_can_change(String keys) {
        assertThatThrownBy(() -> AuthMode.Jwt.of("i", "a", keys, null, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https");
    }

    private void assertRefused(ErrorCode code, String authorization, @Nullable String user) {
        assertThatThrownBy(() -> saying(Map.of("preferred_username", "alice")).identify(authorization, user))
                .isInstanceOfSatisfying(ContractException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private Callers saying(Map<String, Object> claims) {
        return new TokenCallers(token -> {
            verified.incrementAndGet();
            return new Claims(NOW.plus(Duration.ofMinutes(5)), claims);
        }, MODE, new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        });
    }
}
