package com.sentori.contract.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

class JsonTreeTest {
    private static JsonNode read(String json) {
        return JsonTree.of(json.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "\"é\"", "-7", "9223372036854775807", "1.5e300", "true", "false", "null",
            "{\"a\":[1,{\"b\":[[],null,\"x\"]},2.25],\"c\":{\"d\":false}}"})
    void reads_as_the_mapper_does(String json) {
        assertThat(read(json).toString()).isEqualTo(Json.MAPPER.readTree(json).toString());
    }

    @Test
    void asks_and_answers_as_the_mapper_s_tree_does() {
        JsonNode node = read("{\"scale\":150,\"width\":1280.5,\"names\":[\"ecs\"]}");

        assertThat(node.path("scale").intValue()).isEqualTo(150);
        assertThat(node.path("width").doubleValue()).isEqualTo(1280.5);
        assertThat(node.path("names").get(0).stringValue()).isEqualTo("ecs");
        assertThat(node.path("missing").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[1", "[1,]", "{\"a\"}", "{\"a\":1,\"a\":2}", "{} {}", "nul", "]", "\"\\ud8",
            "9223372036854775808"})
    void refuses_what_is_no_json_in_one_piece(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(JacksonException.class);
    }
}
