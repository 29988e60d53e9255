package com.sentori.contract.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.FieldError;
import com.sentori.contract.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartRequestTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"params\":null}", "{\"duration\":null,\"meta\":null}", "{\"x\":[1]}"})
    void stands_in_for_what_is_absent(String body) {
        assertThat(parse(body)).isEqualTo(new StartRequest(List.of(), 60, 5, Meta.EMPTY));
    }

    @Test
    void params_go_before_the_members_beside_them() {
        assertThat(parse(
                "{\"duration\":10,\"interval\":2,\"meta\":{\"a\":1},\"params\":{\"duration\":20,\"interval\":null}}"))
                .isEqualTo(new StartRequest(List.of(), 20, 2, new Meta("{\"a\":1}")));
        assertThat(parse("{\"meta\":{\"a\":1},\"params\":{\"meta\":{\"b\":2.50}}}").meta())
                .isEqualTo(new Meta("{\"b\":2.50}"));
    }

    @Test
    void keeps_meta_digit_for_digit_and_without_blanks() {
        assertThat(parse(" { \"meta\" : { \"b\" : 1.10 , \"a\" : [ -0.0, 1e5 ] } } ").meta().json())
                .isEqualTo("{\"b\":1.10,\"a\":[-0.0,1e5]}");
    }

    @Test
    void collects_every_fault() {
        assertThatThrownBy(() -> parse("{\"sensorIds\":[1],\"duration\":0,\"interval\":\"x\",\"meta\":1}"))
                .isInstanceOfSatisfying(ContractException.class, refusal -> assertThat(refusal.errors())
                        .extracting(FieldError::field)
                        .containsExactly("sensorIds", "duration", "interval", "meta"));
    }

    @Test
    void meta_survives_the_way_to_a_client() {
        Meta meta = parse("{\"meta\":{\"seed\":18446744073709551615,\"rate\":1.10}}").meta();
        Run run = new Run("id", "alice", RunStatus.RUNNING, Instant.EPOCH, null, null, null,
                new RunParams("id", List.of(), 60, 5), meta, null);
        assertThat(Json.read(Json.bytes(run), Run.class)).isEqualTo(run);
        assertThat(meta.members().path("rate").decimalValue()).hasToString("1.10");
        assertThat(Meta.of(meta.members())).isEqualTo(meta);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0B0E7C3E-3f0a-4a8e-9d67-0a3c4b5d6e7f", "0b0e7c3e-3f0a-4a8e-9d67-0a3c4b5d6e7f"})
    void an_id_is_kept_in_lower_case(String id) {
        assertThat(RunId.parse(id)).isEqualTo("0b0e7c3e-3f0a-4a8e-9d67-0a3c4b5d6e7f");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0b0e7c3e3f0a4a8e9d670a3c4b5d6e7f", "0b0e7c3e-3f0a-4a8e-9d67-0a3c4b5d6e7",
            "0b0e7c3e-3f0a-4a8e-9d67-0a3c4b5d6e7g", " 0b0e7c3e-3f0a-4a8e-9d67-0a3c4b5d6e7f"})
    void what_is_no_uuid_is_no_run(String id) {
        assertThat(RunId.isWellFormed(id)).isFalse();
        assertThatThrownBy(() -> RunId.parse(id)).isInstanceOf(ContractException.class);
    }

    private static StartRequest parse(String body) {
        return StartRequest.parse(body.getBytes(StandardCharsets.UTF_8));
    }
}
