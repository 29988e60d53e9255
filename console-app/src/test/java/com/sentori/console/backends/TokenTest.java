package com.sentori.console.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
    private static final Instant END = Instant.parse("2026-01-15T10:30:00Z");
    private static final String TEXT = "e30." + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(("{\"preferred_username\":\"alice\",\"exp\":" + END.getEpochSecond() + "}")
                    .getBytes(StandardCharsets.UTF_8))
            + ".c2VjcmV0";

    @Test
    void says_whom_it_names_and_until_when() {
        Token token = Token.of("  " + TEXT + "\n");
        assertThat(token.user()).isEqualTo("alice");
        assertThat(token.expiresAt()).isEqualTo(END);
        assertThat(token.isExpired(END.minusMillis(1))).isFalse();
        assertThat(token.isExpired(END)).isTrue();
        assertThat(token.header()).isEqualTo("Bearer " + TEXT);
    }

    @Test
    void its_text_shows_nothing_of_it() {
        assertThat(Token.of(TEXT)).hasToString("a token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"opaque", "a.b.c", "..", "e30.bnVsbA.x"})
    void may_be_of_a_kind_that_only_its_issuer_reads(String text) {
        Token token = Token.of(text);
        assertThat(token.user()).isEmpty();
        assertThat(token.expiresAt()).isNull();
        assertThat(token.isExpired(Instant.MAX)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "line\r\nX-User: eve", "\u00e9", "Bearer x"})
    void refuses_what_cannot_be_one_without_repeating_it(String text) {
        assertThatThrownBy(() -> Token.of(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("This is no token")
                .hasMessageNotContainingAny("words", "eve");
    }
}
