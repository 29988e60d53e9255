package com.sentori.ecs.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldBytesTest {
    private static final int LIMIT = 100_000;

    private final HeldBytes held = new HeldBytes(150_000);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16_383, 16_384, 16_385, 32_768, 99_999, 100_000, 150_000})
    void reads_to_the_end_or_to_the_limit_and_gives_all_back(int size) throws IOException {
        byte[] body = new byte[size];
        new Random(size).nextBytes(body);
        try (HeldBytes.Share share = held.share()) {
            byte[] read = Objects.requireNonNull(
                    share.read(new ByteArrayInputStream(body), LIMIT, Duration.ofSeconds(20)));
            assertThat(read).hasSize(Math.min(size, LIMIT))
                    .isEqualTo(Arrays.copyOf(body, read.length));
            assertThat(held.held()).isEqualTo(read.length);
        }
        assertThat(held.held()).isZero();
    }

    @Test
    void refuses_what_there_is_no_room_for_and_takes_it_later() throws IOException {
        HeldBytes.Share slow = held.share();
        slow.read(new ByteArrayInputStream(new byte[LIMIT]), LIMIT, Duration.ofSeconds(20));
        try (HeldBytes.Share next = held.share()) {
            assertThatExceptionOfType(ContractException.class)
                    .isThrownBy(
                            () -> next.read(new ByteArrayInputStream(new byte[LIMIT]), LIMIT, Duration.ofSeconds(20)))
                    .matches(refusal -> refusal.code() == ErrorCode.OVERLOADED);
        }
        assertThat(held.held()).isEqualTo(LIMIT);
        slow.close();
        try (HeldBytes.Share next = held.share()) {
            next.take(150_000);
        }
        assertThat(held.held()).isZero();
    }
}
