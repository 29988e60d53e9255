package com.sentori.console.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sentori.console.backends.BackendException.Kind;
import com.sentori.console.backends.FaultyBackend.Fault;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.StartRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackendClientTest {
    @AutoClose
    private final FaultyBackend backend = new FaultyBackend();

    @ParameterizedTest
    @EnumSource(names = {"HTML", "OTHER_JSON"})
    void says_that_something_else_answers(Fault fault) {
        backend.suffer(fault);
        BackendException refusal = fails();
        assertThat(refusal.kind()).isEqualTo(Kind.NOT_A_BACKEND);
        assertThat(refusal.sentence()).contains(backend.url(), "no Sentori backend", "check the address");
    }

    @Test
    void says_that_nothing_listens() {
        backend.close();
        assertThat(fails().sentence()).startsWith("Nothing listens at " + backend.url());
    }

    @Test
    void says_that_a_host_is_unknown() {
        BackendProfile nowhere = BackendProfile.of("nowhere", "http://no-such-host.invalid");
        try (Backends backends = new Backends(List.of(nowhere), "tester", Clock.systemUTC())) {
            BackendClient client = backends.all().getFirst().client();
            assertThatThrownBy(client::info).hasMessageContaining("no-such-host.invalid is unknown");
        }
    }

    @Test
    void says_that_the_connection_broke_off() {
        backend.suffer(Fault.BROKEN_OFF);
        assertThat(fails().sentence()).contains("broke the connection off");
    }

    @Test
    void does_not_wait_longer_than_it_is_told() {
        backend.suffer(Fault.SILENT);
        BackendClient impatient = backend.client("ecs").within(Duration.ofMillis(100));
        assertThatThrownBy(impatient::info).hasMessageContaining("did not answer in time");
    }

    @Test
    void tells_a_gateway_from_its_backend() {
        backend.suffer(Fault.GATEWAY);
        BackendException refusal = fails();
        assertThat(refusal.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(refusal.sentence()).contains("its gateway says 504");
    }

    @Test
    void takes_a_store_that_is_down_for_busy() {
        backend.suffer(Fault.UNAVAILABLE);
        BackendException refusal = fails();
        assertThat(refusal.kind()).isEqualTo(Kind.BUSY);
        assertThat(refusal.is(ErrorCode.STORE_UNAVAILABLE)).isTrue();
    }

    @Test
    void gives_the_code_and_the_sentence_of_a_refusal() {
        backend.suffer(Fault.START_REFUSED);
        BackendException refusal = catchThrowableOfType(BackendException.class,
                () -> backend.client("ecs").start(new StartRequest(List.of(), 1, 1, Meta.EMPTY), "key"));
        assertThat(refusal.kind()).isEqualTo(Kind.REFUSED);
        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.is(ErrorCode.RUN_LIMIT_REACHED)).isTrue();
        assertThat(refusal.sentence()).isEqualTo("ecs: 5 of 5 runs are running.");
    }

    @Test
    void shows_a_lost_backend_within_a_few_heartbeats_and_its_return() {
        try (Connection connection = new Connection(backend.client("ecs"), Clock.systemUTC())) {
            Awaitility.await().until(() -> connection.state().health() == Connection.Health.FRESH);
            // One clock: what looks like an offset is the way of the answer, half a round trip at most.
            Connection.State state = connection.state();
            assertThat(state.offset().abs()).isLessThanOrEqualTo(state.latency().dividedBy(2).plusMillis(2));
            backend.suffer(Fault.SILENT);
            Awaitility.await()
                    .until(() -> connection.state().health() == Connection.Health.LOST
                            && connection.state().fault() != null);
            backend.suffer(Fault.NONE);
            Awaitility.await().until(() -> connection.state().health() == Connection.Health.FRESH);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost:8080", "ftp://host", "http://", "http://user:pass@host", "http://a b"})
    void refuses_what_is_no_address(String text) {
        assertThatThrownBy(() -> BackendProfile.of("ecs", text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("type one like http://127.0.0.1:8080.");
    }

    private BackendException fails() {
        return catchThrowableOfType(BackendException.class, () -> backend.client("ecs").info());
    }
}
