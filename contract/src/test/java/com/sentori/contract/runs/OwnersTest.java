package com.sentori.contract.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentori.contract.auth.Caller;
import com.sentori.contract.auth.Role;
import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.contract.http.ApiRequest;
import com.sentori.contract.http.Call;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OwnersTest {
    private static final String RUN = "0b0e7c3e-3f0a-4a8e-9d67-0a3c4b5d6e7f";
    private final AtomicInteger asked = new AtomicInteger();
    private final Owners owners = new Owners((Runs) Proxy.newProxyInstance(Runs.class.getClassLoader(),
            new Class<?>[]{Runs.class}, (proxy, method, arguments) -> {
                asked.incrementAndGet();
                return arguments[0].equals(RUN) ? Optional.of(run()) : Optional.empty();
            }));

    @Test
    void the_store_is_asked_once_for_a_run_whoever_calls_how_often() {
        for (int i = 0; i < 100; i++) {
            owners.require(call("alice", Role.OPERATOR), RUN);
            assertRefused(call("bob", Role.OPERATOR), RUN, ErrorCode.FORBIDDEN);
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void nothing_is_asked_for_those_who_may_write_to_every_run() {
        owners.require(call("root", Role.ADMIN), RUN);
        owners.require(call("root", Role.ADMIN), "unknown");
        assertThat(asked).hasValue(0);
    }

    @Test
    void a_run_that_is_not_there_may_come_to_be() {
        assertRefused(call("alice", Role.OPERATOR), "unknown", ErrorCode.RUN_NOT_FOUND);
        assertRefused(call("alice", Role.OPERATOR), "unknown", ErrorCode.RUN_NOT_FOUND);
        assertThat(asked).hasValue(2);
    }

    private void assertRefused(Call call, String run, ErrorCode code) {
        assertThatThrownBy(() -> owners.require(call, run)).isInstanceOfSatisfying(ContractException.class,
                refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static Run run() {
        return new Run(RUN, "alice", RunStatus.RUNNING, Instant.EPOCH, null, null, null,
                new RunParams(RUN, List.of(), 60, 5), new Meta("{}"), null);
    }

    private static Call call(String user, Role role) {
        return new Call(new ApiRequest("POST", "/", Map.of(), Map.of(), new byte[0]), Map.of(),
                new Caller(user, role, Instant.MAX));
    }
}
