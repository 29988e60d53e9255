package com.sentori.console.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.FaultyBackend;
import com.sentori.console.backends.Token;
import com.sentori.console.simulator.Waveform;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.runs.RunStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several requests of one run under way at once: a batch is gathered in 50 ms, and each sensor is due once a second. */
@Timeout(60)
class OutboxTest {
    private static final int SENSORS = 100;

    @TempDir
    private Path folder;
    @AutoClose
    private final FaultyBackend backend = new FaultyBackend();
    private BackendClient client;

    @BeforeEach
    void open() throws IOException {
        client = backend.client("ecs");
    }

    @Test
    void a_slow_request_holds_up_nothing_but_its_own_sensors() throws Exception {
        try (RunSession session = start(Duration.ofSeconds(3))) {
            Drive drive = session.drives().getFirst();
            FaultyBackend.Gate gate = backend.holdNext();
            await().until(gate::isReached);
            await().until(() -> backend.readings().size() >= 25);
            assertThat(drive.progress().acknowledged()).isLessThanOrEqualTo(drive.progress().emitted());
            await().until(() -> drive.progress().late().toMillis() > 300);
            gate.open();
            session.await();
            assertThat(check(drive).line("it"))
                    .matches("it: sent 300, stored 300, duplicated 0, missing 0(, late \\d+)?");
            assertThat(drive.latencies().percentiles(Latencies.Kind.DELAY).max()).isGreaterThan(300);
        }
        assertThatEverySensorIsInOrder();
    }

    @Test
    void one_of_several_that_fails_is_sent_again_and_nothing_is_stored_twice() throws Exception {
        try (RunSession session = start(Duration.ofSeconds(3))) {
            Drive drive = session.drives().getFirst();
            FaultyBackend.Gate gate = backend.holdNext();
            await().until(gate::isReached);
            await().until(() -> backend.readings().size() >= 25);
            // The client makes a request that breaks off once more by itself.
            FaultyBackend.Gate second = backend.holdNext();
            gate.breakOff();
            await().until(second::isReached);
            second.breakOff();
            session.await();
            assertThat(check(drive).line("it"))
                    .matches("it: sent 300, stored 300, duplicated 0, missing 0(, late \\d+)?");
            assertThat(drive.progress().run().status()).isEqualTo(RunStatus.COMPLETED);
        }
        assertThatEverySensorIsInOrder();
    }

    @Test
    void a_stop_waits_for_none_that_is_silent_and_counts_those_that_were_stored() throws Exception {
        try (RunSession session = start(Duration.ofMinutes(5))) {
            Drive drive = session.drives().getFirst();
            FaultyBackend.Gate gate = backend.holdNext();
            await().until(gate::isReached);
            await().until(() -> backend.readings().size() >= 25);
            session.stop();
            await().atMost(Duration.ofSeconds(2))
                    .until(() -> backend.runs().getFirst().status() == RunStatus.INTERRUPTED);
            gate.open();
            session.await();
            Drive.Progress end = drive.progress();
            assertThat(end.run().errorMessage()).matches(
                    "Stopped by the operator; \\d+ of the last readings were not acknowledged\\.");
            assertThat(end.acknowledged()).isEqualTo(backend.readings().size()).isLessThan(end.emitted());
            assertThat(check(drive).passed()).isTrue();
        }
    }

    @Test
    void readings_wait_for_another_token_when_theirs_has_expired() throws Exception {
        try (RunSession session = start(Duration.ofSeconds(3))) {
            Drive drive = session.drives().getFirst();
            await().until(() -> drive.progress().stored() > 0);
            backend.demand("another");
            await().until(() -> drive.progress().phase() == Drive.Phase.HELD);
            assertThat(drive.progress().note()).contains("The token has expired").contains("another token");
            await().until(() -> drive.progress().emitted() > drive.progress().acknowledged() + 100);
            client.use(Token.of("another"));
            session.await();
            assertThat(check(drive).line("it"))
                    .matches("it: sent 300, stored 300, duplicated 0, missing 0(, late \\d+)?");
            assertThat(drive.progress().run().status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(drive.progress().note()).isNull();
        }
    }

    @Test
    void a_run_whose_readings_are_all_stored_is_ended_when_there_is_another_token() throws Exception {
        try (RunSession session = start(Duration.ofSeconds(1))) {
            Drive drive = session.drives().getFirst();
            FaultyBackend.Gate end = backend.holdNext("/finish");
            await().until(end::isReached);
            assertThat(drive.progress().acknowledged()).isEqualTo(SENSORS);
            backend.demand("another");
            end.breakOff();
            await().until(() -> drive.progress().note() != null);
            assertThat(drive.progress().note()).contains("The token has expired");
            client.use(Token.of("another"));
            session.await();
            assertThat(drive.progress().run().status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(check(drive).passed()).isTrue();
        }
    }

    private void assertThatEverySensorIsInOrder() {
        Map<String, Long> last = new HashMap<>();
        for (Reading reading : backend.readings()) {
            long seq = Objects.requireNonNull(reading.seq());
            assertThat(last.getOrDefault(reading.sensorId(), -1L)).isLessThan(seq);
            last.put(reading.sensorId(), seq);
        }
        assertThat(last).hasSize(SENSORS);
    }

    private static RunCheck check(Drive drive) {
        return Objects.requireNonNull(drive.progress().check(), () -> String.valueOf(drive.progress().note()));
    }

    private RunSession start(Duration duration) throws Exception {
        Order order = Order.of(new Order.Form(SENSORS, 1, Waveform.WALK), duration, 7, List.of());
        return RunSession.start(List.of(client), order, new Records(folder), (_, _, _) -> {}, Clock.systemUTC());
    }
}
