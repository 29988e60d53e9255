package com.sentori.contract.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunIdTest {
    private static final Instant START = Instant.parse("2026-01-15T10:30:00.123Z");

    @Test
    void a_new_id_is_a_version_7_uuid_that_begins_with_the_time() {
        UUID id = UUID.fromString(RunId.next(START));

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(START.toEpochMilli());
        assertThat(RunId.isWellFormed(id.toString())).isTrue();
    }

    @Test
    void ids_of_one_millisecond_differ_and_later_ones_sort_behind() {
        assertThat(RunId.next(START)).isNotEqualTo(RunId.next(START)).isLessThan(RunId.next(START.plusMillis(1)));
    }
}
