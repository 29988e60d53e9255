package com.sentori.contract.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a", "é", "🎉", "🎉🎉", "\uFFFF", "\u0001", "a🎉b"})
    void passes_any_unicode(String text) {
        assertThat(Text.isClean(text)).isTrue();
    }

    @Test
    void stops_the_zero_character_and_lone_surrogates() {
        for (String bad : new String[]{"\0", "\uD83C", "\uDF89", "\uDF89\uD83C", "\uD83C\uD83C\uDF89"}) {
            assertThat(Text.isClean(bad)).isFalse();
            assertThat(Text.isClean("a" + bad)).isFalse();
            assertThat(Text.isClean(bad + "b")).isFalse();
        }
    }

    @Test
    void counts_code_points() {
        assertThat(Text.length("🎉é\u0301")).isEqualTo(3);
    }
}
