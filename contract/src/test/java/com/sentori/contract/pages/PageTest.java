package com.sentori.contract.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    @Test
    void ends_at_4_MiB_and_goes_on_after_its_last_item() {
        String mebibyte = "x".repeat(1024 * 1024);
        Page<String> page = Page.of("q", slice(List.of(mebibyte, mebibyte, mebibyte, mebibyte, mebibyte), null));
        assertThat(page.count()).isEqualTo(3);
        assertThat(page.items()).hasSize(3);
        assertThat(Cursor.read("q", nextKey(page))).isEqualTo("2");
    }

    @Test
    void holds_one_item_however_large() {
        Page<String> page = Page.of("q", slice(List.of("x".repeat(5 * 1024 * 1024), "y"), null));
        assertThat(page.count()).isEqualTo(1);
        assertThat(Cursor.read("q", nextKey(page))).isEqualTo("0");
    }

    @Test
    void is_the_last_where_the_store_found_the_end() {
        assertThat(Page.of("q", slice(List.of("a", "b"), null)).nextKey()).isNull();
        assertThat(Page.of("q", slice(List.of(), null))).isEqualTo(new Page<>(List.of(), 0, null));
    }

    @Test
    void may_be_empty_before_the_end() {
        Page<String> page = Page.of("q", slice(List.of(), "far"));
        assertThat(page.items()).isEmpty();
        assertThat(Cursor.read("q", nextKey(page))).isEqualTo("far");
    }

    @ParameterizedTest
    @CsvSource({",20", "1,1", "100,100", "101,100", "007,7", "99999999999999999999999999,100"})
    void a_limit_is_clamped(@Nullable String parameter, int expected) {
        assertThat(PageSize.RUNS.of(parameter)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1.0", "ten", "+1", " 1", "1 ", "٣", "1e2", "000"})
    void a_limit_below_1_or_no_number_is_refused(String parameter) {
        assertThatThrownBy(() -> PageSize.RUNS.of(parameter)).isInstanceOfSatisfying(ContractException.class,
                refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_FAILED));
    }

    private static String nextKey(Page<?> page) {
        String key = page.nextKey();
        assertThat(key).isNotNull();
        return key == null ? "" : key;
    }

    private static Slice<String> slice(List<String> items, @Nullable String resume) {
        List<Slice.Entry<String>> entries = new ArrayList<>();
        IntStream.range(0, items.size()).forEach(i -> entries.add(new Slice.Entry<>(items.get(i), String.valueOf(i))));
        return new Slice<>(entries, resume);
    }
}
