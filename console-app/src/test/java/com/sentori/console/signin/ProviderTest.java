package com.sentori.console.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentori.contract.info.Auth;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderTest {
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "-, console, NOT_OFFERED, does not say where to sign in",
            "https://issuer.example, -, NOT_OFFERED, does not say where to sign in",
            "http://issuer.example, console, NOT_OFFERED, is no https address",
            "ftp://127.0.0.1, console, NOT_OFFERED, is no https address",
            "http://127.0.0.1:1, console, UNREACHABLE, does not answer as one should"})
    void signs_in_at_an_issuer_that_is_named_answers_and_is_safe(@Nullable String issuer, @Nullable String client,
            SignInException.Kind kind, String sentence) {
        OkHttpClient http = new OkHttpClient();
        assertThatThrownBy(() -> Provider.of(new Auth("jwt", issuer, client), http))
                .isInstanceOfSatisfying(SignInException.class,
                        fault -> assertThat(fault.kind()).isEqualTo(kind))
                .hasMessageContaining(sentence);
    }
}
