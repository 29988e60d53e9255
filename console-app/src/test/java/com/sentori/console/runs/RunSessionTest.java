package com.sentori.console.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.FaultyBackend;
import com.sentori.console.backends.FaultyBackend.Fault;
import com.sentori.console.simulator.SensorPlan;
import com.sentori.console.simulator.Waveform;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RunSessionTest {
    private static final Order SHORT = order(Waveform.WALK, Duration.ofSeconds(1));
    private static final Order LONG = order(Waveform.SINE, Duration.ofMinutes(5));
    private static final int SHORT_TOTAL = 100;

    @TempDir
    private Path folder;

    @AutoClose
    private final FaultyBackend ecs = new FaultyBackend();
    @AutoClose
    private final FaultyBackend serverless = new FaultyBackend();

    @Test
    void a_twin_run_stores_the_same_readings_on_both() throws Exception {
        try (RunSession session = start(SHORT, ecs.client("ecs"), serverless.client("serverless"))) {
            session.await();
            for (Drive drive : session.drives()) {
                assertThat(check(drive).line("it"))
                        .matches("it: sent 100, stored 100, duplicated 0, missing 0(, late \\d+)?");
                assertThat(drive.progress().run().status()).isEqualTo(RunStatus.COMPLETED);
            }
            assertThat(ecs.readings()).usingRecursiveFieldByFieldElementComparatorIgnoringFields("id", "runId",
                    "receivedAt").isEqualTo(serverless.readings());
        }
    }

    @Test
    void a_twin_run_starts_on_both_or_on_none() {
        serverless.suffer(Fault.START_REFUSED);
        assertThatThrownBy(() -> start(SHORT, ecs.client("ecs"), serverless.client("serverless")))
                .isInstanceOf(BackendException.class)
                .hasMessage("serverless: 5 of 5 runs are running.");
        assertThat(ecs.runs()).singleElement().satisfies(run -> {
            assertThat(run.status()).isEqualTo(RunStatus.INTERRUPTED);
            assertThat(run.errorMessage()).contains("other half");
        });
        assertThat(folder.resolve("runs")).isEmptyDirectory();
    }

    @Test
    void finds_the_run_whose_start_was_not_answered() throws Exception {
        ecs.suffer(Fault.BROKEN_OFF_AFTER_STORING);
        try (RunSession session = start(SHORT, ecs.client("ecs"))) {
            session.await();
            assertThat(check(session.drives().getFirst()).passed()).isTrue();
            assertThat(ecs.runs()).hasSize(1);
        }
    }

    @Test
    void sends_no_batch_twice_that_was_stored_without_an_answer() throws Exception {
        try (RunSession session = start(SHORT, ecs.client("ecs"))) {
            ecs.suffer(Fault.BROKEN_OFF_AFTER_STORING);
            session.await();
            assertThat(check(session.drives().getFirst()).line("ecs"))
                    .matches("ecs: sent 100, stored 100, duplicated 0, missing 0(, late \\d+)?");
        }
    }

    @Test
    void a_backend_that_is_away_for_a_while_costs_no_reading_and_does_not_hold_up_the_other() throws Exception {
        try (RunSession session = start(SHORT, ecs.client("ecs"), serverless.client("serverless"))) {
            Drive away = session.drives().getFirst();
            Drive other = session.drives().getLast();
            ecs.suffer(Fault.BROKEN_OFF);
            await().until(() -> away.progress().phase() == Drive.Phase.RETRYING);
            assertThat(away.progress().note()).contains("broke the connection off");
            other.await();
            assertThat(check(other).passed()).isTrue();
            assertThat(away.progress().phase()).isEqualTo(Drive.Phase.RETRYING);
            assertThat(away.progress().late()).isPositive();
            ecs.suffer(Fault.NONE);
            session.await();
            assertThat(check(away).passed()).isTrue();
            assertThat(away.progress().note()).isNull();
        }
    }

    @Test
    void stops_within_a_second_although_the_backend_is_silent() throws Exception {
        try (RunSession session = start(LONG, ecs.client("ecs"))) {
            Drive drive = session.drives().getFirst();
            await().until(() -> drive.progress().acknowledged() > 0);
            ecs.suffer(Fault.SILENT);
            // Longer than a batch is gathered: then one is under way.
            await().until(() -> drive.progress().late().toMillis() > 400);
            session.stop();
            await().atMost(Duration.ofSeconds(1)).until(() -> drive.progress().phase() != Drive.Phase.RUNNING);
            ecs.suffer(Fault.NONE);
            session.await();
        }
    }

    @Test
    void an_interrupted_run_is_checked_as_far_as_it_came() throws Exception {
        try (RunSession session = start(LONG, ecs.client("ecs"))) {
            Drive drive = session.drives().getFirst();
            await().until(() -> drive.progress().stored() >= 50);
            session.stop();
            session.await();
            assertThat(drive.progress().run().status()).isEqualTo(RunStatus.INTERRUPTED);
            assertThat(check(drive).passed()).isTrue();
            assertThat(check(drive).sent()).isBetween(50L, 30_000L).isEqualTo(ecs.readings().size());
        }
    }

    @Test
    void says_that_someone_else_ended_the_run() throws Exception {
        try (RunSession session = start(LONG, ecs.client("ecs"))) {
            Drive drive = session.drives().getFirst();
            await().until(() -> drive.progress().acknowledged() > 0);
            ecs.interrupt(drive.progress().run().id());
            session.await();
            assertThat(drive.progress().note())
                    .startsWith("ecs: the run was ended by someone else; it is INTERRUPTED (OPERATOR).");
            assertThat(check(drive).passed()).isTrue();
        }
    }

    @Test
    void slow_sensors_stop_at_once_when_someone_else_ends_the_run() throws Exception {
        Order slow = Order.of(new Order.Form(5, 1 / 60.0, Waveform.SINE), Duration.ofMinutes(5), 7, List.of());
        try (RunSession session = start(slow, ecs.client("ecs"))) {
            Drive drive = session.drives().getFirst();
            await().until(() -> drive.progress().acknowledged() > 0 && drive.progress().stored() > 0);
            ecs.interrupt(drive.progress().run().id());
            await().atMost(Duration.ofSeconds(2)).until(() -> drive.progress().phase() == Drive.Phase.ENDED);
            assertThat(drive.progress().note()).isEqualTo(
                    "ecs: the run was ended by someone else; it is INTERRUPTED (OPERATOR).");
            assertThat(drive.progress().run().status()).isEqualTo(RunStatus.INTERRUPTED);
            assertThat(check(drive).passed()).isTrue();
            assertThat(check(drive).sent()).isEqualTo(ecs.readings().size());
        }
    }

    @Test
    void counts_what_was_stored_without_an_answer_before_someone_else_ended_the_run() throws Exception {
        try (RunSession session = start(LONG, ecs.client("ecs"))) {
            Drive drive = session.drives().getFirst();
            await().until(() -> drive.progress().acknowledged() > 0);
            ecs.suffer(Fault.ENDED_AFTER_STORING);
            session.await();
            assertThat(drive.progress().note()).contains("ended by someone else");
            assertThat(check(drive).passed()).isTrue();
            assertThat(check(drive).sent()).isEqualTo(ecs.readings().size());
        }
    }

    @Test
    void the_check_sees_what_a_backend_loses_and_repeats() throws Exception {
        try (RunSession session = start(SHORT, ecs.client("ecs"), serverless.client("serverless"))) {
            for (Drive drive : session.drives()) {
                await().until(() -> drive.progress().acknowledged() == SHORT_TOTAL);
            }
            session.await();
        }
        Run run = ecs.runs().getFirst();
        SensorPlan plan = PlanNote.read(run).orElseThrow();
        assertThat(plan).isEqualTo(SHORT.plan());
        ecs.repeatLastReading();
        serverless.loseLastReading();
        assertThat(tally(plan, ecs))
                .hasToString("sent 100, stored 101, duplicated 1, missing 0, the backend did not tell its digest");
        assertThat(tally(plan, serverless))
                .hasToString("sent 100, stored 99, duplicated 0, missing 1, the backend did not tell its digest");
    }

    @Test
    void says_that_the_backend_did_not_tell_its_digest() throws Exception {
        ecs.suffer(Fault.SUMMARY_REFUSED);
        try (RunSession session = start(SHORT, ecs.client("ecs"))) {
            session.await();
            RunCheck check = check(session.drives().getFirst());
            assertThat(check.passed()).isTrue();
            assertThat(check.line("ecs")).endsWith(", the backend did not tell its digest");
        }
    }

    @Test
    void says_that_a_run_expired_and_keeps_what_was_not_taken() throws Exception {
        try (RunSession session = start(LONG, ecs.client("ecs"))) {
            Drive drive = session.drives().getFirst();
            await().until(() -> drive.progress().acknowledged() > 0);
            ecs.suffer(Fault.BROKEN_OFF);
            await().until(() -> drive.progress().emitted() > drive.progress().acknowledged() + 100);
            ecs.expire(drive.progress().run().id());
            ecs.suffer(Fault.NONE);
            session.await();
            assertThat(drive.progress().run().status()).isEqualTo(RunStatus.FAILED);
            assertThat(drive.progress().note()).contains("the run expired there while no reading arrived")
                    .contains("readings were not acknowledged; they are kept in " + folder);
            assertThat(check(drive).passed()).isTrue();
            assertThat(check(drive).sent()).isEqualTo(ecs.readings().size());
        }
    }

    @Test
    void drains_what_was_emitted_when_it_is_stopped() throws Exception {
        try (RunSession session = start(LONG, ecs.client("ecs"))) {
            Drive drive = session.drives().getFirst();
            await().until(() -> drive.progress().acknowledged() > 0);
            session.stop();
            await().atMost(Duration.ofSeconds(2)).until(() -> drive.progress().drained());
            long emitted = drive.progress().emitted();
            session.await();
            assertThat(drive.progress().emitted()).isEqualTo(emitted).isEqualTo(ecs.readings().size());
            assertThat(drive.progress().run().errorMessage()).isEqualTo("Stopped by the operator.");
        }
    }

    @Test
    void keeps_the_record_and_the_latencies_of_a_run_that_is_over_and_no_spool() throws Exception {
        try (RunSession session = start(SHORT, ecs.client("ecs"))) {
            session.await();
            Latencies.Percentiles delay = session.drives().getFirst().latencies().percentiles(Latencies.Kind.DELAY);
            assertThat(delay.count()).isEqualTo(SHORT_TOTAL);
            assertThat(delay.p50()).isPositive().isLessThanOrEqualTo(delay.max());
        }
        assertThat(records().abandoned()).isEmpty();
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.endsWith(".hlog"))
                    .contains("record.json")
                    .noneMatch(name -> name.endsWith(".seg"));
        }
    }

    private static CharSequence tally(SensorPlan plan, FaultyBackend backend) {
        Tally tally = new Tally(plan);
        tally.add(backend.readings());
        return tally.check(plan.total(), plan.total()).line("it").substring(4);
    }

    private static RunCheck check(Drive drive) {
        return Objects.requireNonNull(drive.progress().check());
    }

    private RunSession start(Order order, BackendClient... backends) throws BackendException, IOException {
        return RunSession.start(List.of(backends), order, records(), (_, _, _) -> {}, Clock.systemUTC());
    }

    private Records records() {
        return new Records(folder);
    }

    private static Order order(Waveform waveform, Duration duration) {
        return Order.of(new Order.Form(5, 20, waveform), duration, 7, List.of());
    }
}
