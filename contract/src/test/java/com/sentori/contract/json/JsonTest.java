package com.sentori.contract.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.contract.errors.FieldError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;

class JsonTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n\t"})
    void an_empty_body_is_an_empty_object(String body) {
        assertThat(Json.object(utf8(body)).isEmpty()).isTrue();
        assertThat(Json.body(utf8(body)).isObject()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{}{}", "{\"a\":NaN}", "{\"a\":01}", "{'a':1}", "{\"a\":1,\"a\":2}", "{\"a\":1}x",
            "{\"a\":\"\\u0000\"}", "{\"\\ud800\":1}", "{\"a\":[{\"b\":\"\\udc00\"}]}", "\uFEFF{}"})
    void refuses_what_is_no_clean_json(String body) {
        malformed(utf8(body));
    }

    @Test
    void refuses_what_is_no_utf8() {
        malformed(new byte[]{'"', (byte) 0xFF, '"'});
        malformed(new byte[]{'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'});
        malformed(new byte[]{'"', (byte) 0xC0, (byte) 0x80, '"'});
    }

    @Test
    void refuses_endless_nesting_and_endless_numbers() {
        malformed(utf8("[".repeat(200_000)));
        malformed(utf8("{\"a\":".repeat(200_000)));
        malformed(utf8("[" + "9".repeat(100_000) + "]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "null", "\"a\"", "true"})
    void an_object_is_an_object(String body) {
        assertThatThrownBy(() -> Json.object(utf8(body))).isInstanceOfSatisfying(ContractException.class,
                refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.MALFORMED_JSON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "1", "-0.0", "1.10", "1e5", "1E+05", "123456789012345678901234567890",
            "0.1234567890123456789012345678901234567890", "null", "true", "\"a\\\"b\"",
            "{\"b\":[1.50,{\"a\":{}},[]],\"a\":null,\"\":\"é🎉\"}"})
    void copies_digit_for_digit(String json) {
        try (JsonParser parser = Json.MAPPER.createParser(" [ " + json + " , 2]")) {
            parser.nextToken();
            parser.nextToken();
            assertThat(Json.verbatim(parser)).isEqualTo(json);
            parser.nextToken();
            assertThat(parser.getIntValue()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1.0,1", "1e1,10", "0,0", "-0.0,0", "100,100", "1.5,", "101,", "-1,", "1e400,", "1e999999999,",
            "'\"1\"',", "true,", "[],", "123456789012345678901234567890,"})
    void reads_a_whole_number_within_its_bounds(String json, @Nullable Long expected) {
        for (boolean digits : new boolean[]{true, false}) {
            List<FieldError> errors = new ArrayList<>();
            byte[] body = utf8("{\"n\":" + json + "}");
            Long read = new Members(digits ? Json.object(body) : Json.body(body), null, errors).integer("n", 0, 100);
            assertThat(read).isEqualTo(expected);
            assertThat(errors).hasSize(expected == null ? 1 : 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "-0.0,-0.0", "5e-324,4.9E-324", "1e-400,0", "1.7976931348623157e308,1.7976931348623157E308",
            "1e400,", "-1e400,", "1e999999999,", "'\"1\"',", "true,", "{},"})
    void reads_a_finite_number(String json, @Nullable Double expected) {
        for (boolean digits : new boolean[]{true, false}) {
            List<FieldError> errors = new ArrayList<>();
            byte[] body = utf8("{\"n\":" + json + "}");
            Double read = new Members(digits ? Json.object(body) : Json.body(body), 3, errors).number("n");
            if (!digits || !json.equals("-0.0")) {
                // A decimal has no sign at zero; readings are read as doubles.
                assertThat(read).isEqualTo(expected);
            }
            assertThat(errors).hasSize(expected == null ? 1 : 0)
                    .allMatch(error -> Integer.valueOf(3).equals(error.index()));
        }
    }

    @Test
    void an_integer_beyond_a_double_is_a_fault() {
        List<FieldError> errors = new ArrayList<>();
        Members members = new Members(Json.body(utf8("{\"n\":" + "9".repeat(400) + "}")), null, errors);
        assertThat(members.number("n")).isNull();
        assertThat(members.integer("n", 0, 1)).isNull();
        assertThat(errors).hasSize(2);
    }

    private static void malformed(byte[] body) {
        assertThatThrownBy(() -> Json.body(body)).isInstanceOfSatisfying(ContractException.class,
                refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.MALFORMED_JSON));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
