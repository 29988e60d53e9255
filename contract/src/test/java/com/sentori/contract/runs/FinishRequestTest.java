package com.sentori.contract.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinishRequestTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"|COMPLETED|FINISHED|", "{}|COMPLETED|FINISHED|",
            "{\"message\":\"m\"}|COMPLETED|FINISHED|", "{\"errorMessage\":\"e\"}|FAILED|CLIENT_FAILED|e",
            "{\"errorMessage\":\"\"}|COMPLETED|FINISHED|", "{\"status\":\"SUCCESS\"}|COMPLETED|FINISHED|",
            "{\"status\":\"FAILED\",\"message\":\"m\"}|FAILED|CLIENT_FAILED|m",
            "{\"status\":\"FAILED\",\"message\":\"m\",\"errorMessage\":\"e\"}|FAILED|CLIENT_FAILED|e",
            "{\"status\":\"INTERRUPTED\",\"message\":\"m\"}|INTERRUPTED|OPERATOR|"})
    void says_how_a_run_ends(@Nullable String body, RunStatus status, EndReason reason, @Nullable String error) {
        Instant now = Instant.EPOCH;
        assertThat(FinishRequest.parse(utf8(body == null ? "" : body)).endingAt(now))
                .isEqualTo(new Ending(status, reason, now, error));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"status\":\"RUNNING\"}", "{\"status\":\"failed\"}", "{\"status\":7}",
            "{\"message\":[]}", "{\"errorMessage\":{}}"})
    void refuses_other_values(String body) {
        assertThatThrownBy(() -> FinishRequest.parse(utf8(body))).isInstanceOfSatisfying(ContractException.class,
                refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_FAILED));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
