package com.sentori.contract.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LimitedCallersTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Callers callers = new LimitedCallers(Callers.OPEN, 2, nanos::get);

    @Test
    void allows_what_was_saved_and_then_no_more_than_the_rate() {
        call("alice", 20);
        assertThatThrownBy(() -> call("alice", 1)).isInstanceOfSatisfying(ContractException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.RATE_LIMITED);
            assertThat(refusal.members()).containsEntry(ContractException.RETRY_AFTER, 1L);
        });
        pass(Duration.ofMillis(499));
        assertThatThrownBy(() -> call("alice", 1)).isInstanceOf(ContractException.class);
        pass(Duration.ofMillis(1));
        call("alice", 1);
        pass(Duration.ofHours(1));
        call("alice", 20);
        assertThatThrownBy(() -> call("alice", 1)).isInstanceOf(ContractException.class);
    }

    @Test
    void counts_each_user_by_itself() {
        call("alice", 20);
        call("bob", 20);
        assertThatThrownBy(() -> call("bob", 1)).isInstanceOf(ContractException.class);
    }

    @Test
    void remembers_a_bounded_number_of_users_and_forgets_those_who_have_not_called_for_longest() {
        call("alice", 20);
        call("bob", 20);
        for (int i = 0; i < LimitedCallers.MOST_USERS - 1; i++) {
            call("user-" + i, 1);
        }
        assertThatThrownBy(() -> call("bob", 1)).isInstanceOf(ContractException.class);
        call("alice", 1);
    }

    @Test
    void is_off_where_nothing_else_is_set() {
        assertThat(LimitedCallers.of(Callers.OPEN, 0)).isSameAs(Callers.OPEN);
        assertThatThrownBy(() -> LimitedCallers.of(Callers.OPEN, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private void call(String user, int times) {
        for (int i = 0; i < times; i++) {
            callers.identify(null, user);
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
