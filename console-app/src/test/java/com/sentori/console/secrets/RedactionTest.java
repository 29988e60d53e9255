package com.sentori.console.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final String SECRET = "Zk3q9PlantedSecret7xQ";

    private final Redaction redaction = Redaction.of(Map.of(), List.of());

    @ParameterizedTest
    @ValueSource(strings = {"Authorization: Bearer " + SECRET, "http://alice:" + SECRET + "@proxy.example:3128/",
            "https://" + SECRET + "@host/", "--token " + SECRET, "{\"password\":\"" + SECRET + "\"}",
            "aws_secret_access_key=" + SECRET, "SENTORI_TOKEN=" + SECRET, "passphrase: " + SECRET,
            "jdbc:postgresql://h/db?user=a&password=" + SECRET, "Proxy-Authorization: Basic " + SECRET + "==",
            "-----BEGIN PRIVATE KEY-----\n" + SECRET + "\n-----END PRIVATE KEY-----",
            "eyJhbGciOiJFUzI1NiJ9." + SECRET + "." + SECRET, "?access_token=" + SECRET + "&x=1"})
    void hides_what_looks_like_a_secret(String text) {
        assertThat(redaction.of(text)).doesNotContain(SECRET).contains(Redaction.HIDDEN);
    }

    @Test
    void hides_what_is_known_to_be_one_wherever_it_stands() {
        Redaction known = Redaction.of(Map.of("MY_API_KEY", SECRET, "HOME", "/home/alice"), List.of("opaque-token-1"));
        assertThat(known.of("/home/alice said " + SECRET + " and opaque-token-1"))
                .isEqualTo("/home/alice said " + Redaction.HIDDEN + " and " + Redaction.HIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080 answers as ecs 0.1.0", "sensor-1 is late by 12 ms",
            "at com.sentori.console.backends.Token.of(Token.java:42)", "it wants a token, and none was given"})
    void leaves_the_rest_as_it_is(String text) {
        assertThat(redaction.of(text)).isEqualTo(text);
    }
}
