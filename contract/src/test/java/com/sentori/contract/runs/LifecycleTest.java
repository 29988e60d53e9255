package com.sentori.contract.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifecycleTest {
    private static final Instant START = Instant.parse("2026-01-15T10:30:00Z");
    private final Lifecycle lifecycle = new Lifecycle(Duration.ofMinutes(2));

    @ParameterizedTest
    @CsvSource({",180", "0,180", "59,180", "60,180", "61,181", "1000,1120"})
    void expires_a_grace_after_its_planned_end_or_its_last_reading(@Nullable Integer lastArrival, int expected) {
        Instant last = lastArrival == null ? null : START.plusSeconds(lastArrival);
        Instant expiry = START.plusSeconds(expected);
        assertThat(lifecycle.expiresAt(START, 60, last)).isEqualTo(expiry);
        assertThat(lifecycle.isExpired(START, 60, last, expiry.minusMillis(1))).isFalse();
        assertThat(lifecycle.isExpired(START, 60, last, expiry)).isTrue();
        assertThat(lifecycle.isExpired(START, 60, last, expiry.plusSeconds(1))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"COMPLETED,FINISHED,COMPLETED,true", "FAILED,CLIENT_FAILED,FAILED,true",
            "INTERRUPTED,OPERATOR,INTERRUPTED,true", "FAILED,TIMEOUT,FAILED,false", "COMPLETED,FINISHED,FAILED,false",
            "INTERRUPTED,OPERATOR,COMPLETED,false"})
    void the_same_result_again_is_a_repeat_but_of_a_run_that_expired(RunStatus was, EndReason reason,
            RunStatus wanted, boolean repeat) {
        Run ended = running().ended(new Ending(was, reason, START.plusSeconds(1), null));
        Ending again = new Ending(wanted, EndReason.FINISHED, START.plusSeconds(2), "again");
        assertThat(Ending.isRepeat(ended, again)).isEqualTo(repeat);
    }

    @Test
    void an_end_leaves_what_the_run_was_started_with() {
        Run ended = running().ended(Ending.timeout(START.plusSeconds(9)));
        assertThat(ended.isRunning()).isFalse();
        assertThat(ended).isEqualTo(new Run("id", "alice", RunStatus.FAILED, START, START.plusSeconds(9),
                EndReason.TIMEOUT, null, running().params(), Meta.EMPTY, null));
    }

    private static Run running() {
        return new Run("id", "alice", RunStatus.RUNNING, START, null, null, null,
                new RunParams("id", List.of("s"), 60, 5), Meta.EMPTY, null);
    }
}
