package com.sentori.contract.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void reads_back_every_position() {
        for (int i = 0; i < 2_000; i++) {
            String query = text();
            String position = text();
            String cursor = Cursor.write(query, position);
            assertThat(cursor).matches("[A-Za-z0-9_-]+").isEqualTo(Cursor.write(query, position));
            assertThat(Cursor.read(query, cursor)).isEqualTo(position);
        }
    }

    @Test
    void refuses_every_change_of_one_character() {
        for (int i = 0; i < 200; i++) {
            String cursor = Cursor.write("query", text());
            for (int at = 0; at < cursor.length(); at++) {
                char other = (char) ('a' + random.nextInt(26));
                if (cursor.charAt(at) != other) {
                    refuses("query", cursor.substring(0, at) + other + cursor.substring(at + 1));
                }
                refuses("query", cursor.substring(0, at));
                refuses("query", cursor.substring(0, at) + cursor.substring(at + 1));
            }
        }
    }

    @Test
    void refuses_the_cursor_of_another_query() {
        for (int i = 0; i < 2_000; i++) {
            String query = text();
            refuses(query + "x", Cursor.write(query, text()));
            refuses("x" + query, Cursor.write(query, text()));
        }
        // What belongs to the query and what to the position cannot be moved.
        refuses("a", Cursor.write("ab", "c"));
        refuses("ab", Cursor.write("a", "bc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "AA", "AAAA", "AAAAAA", "AAAAAAA", "!", "=", "null", "🎉", " "})
    void refuses_what_never_was_a_cursor(String text) {
        refuses("query", text);
    }

    private static void refuses(String query, String cursor) {
        assertThatThrownBy(() -> Cursor.read(query, cursor)).isInstanceOfSatisfying(ContractException.class,
                refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.CURSOR_INVALID));
    }

    private String text() {
        return random.ints(random.nextInt(40), ' ', 0xD800)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
