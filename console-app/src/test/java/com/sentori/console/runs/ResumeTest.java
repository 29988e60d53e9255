package com.sentori.console.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.FaultyBackend;
import com.sentori.console.backends.FaultyBackend.Fault;
import com.sentori.console.faults.Program;
import com.sentori.console.spool.DamagedSpoolException;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.RunStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A console as a process of its own, killed in mid-run, and what becomes of the run. */
@Timeout(120)
class ResumeTest {
    @TempDir
    private Path folder;
    @AutoClose
    private final FaultyBackend ecs = new FaultyBackend();
    @AutoClose
    private final FaultyBackend serverless = new FaultyBackend();

    @Test
    void goes_on_where_the_killed_console_was_and_no_reading_is_missing_or_doubled() throws Exception {
        killInMidRun(() -> ecs.readings().size() > 50 && serverless.readings().size() > 50);
        Records.Abandoned abandoned = records().abandoned().getFirst();
        assertThat(abandoned.urls()).containsExactly(ecs.url(), serverless.url());
        try (RunSession session = resume(abandoned, ecs.client("ecs"), serverless.client("serverless"))) {
            assertThat(records().abandoned()).as("taken over").isEmpty();
            session.await();
            for (Drive drive : session.drives()) {
                assertThat(Objects.requireNonNull(drive.progress().check()).line("it"))
                        .matches("it: sent 600, stored 600, duplicated 0, missing 0(, late \\d+)?");
                assertThat(drive.progress().run().status()).isEqualTo(RunStatus.COMPLETED);
            }
        }
        assertThat(seqs(ecs)).hasSize(600).isEqualTo(seqs(serverless));
        assertThat(records().abandoned()).isEmpty();
    }

    @Test
    void what_overtook_a_request_of_the_killed_console_is_not_stored_twice() throws Exception {
        List<FaultyBackend.Gate> gates = new ArrayList<>();
        killInMidRun(() -> {
            if (gates.isEmpty() && ecs.readings().size() > 10) {
                gates.add(ecs.holdNext());
            }
            return !gates.isEmpty() && gates.getFirst().isReached() && ecs.readings().size() > 40;
        }, "100", "1", "12s");
        gates.getFirst().open();
        try (RunSession session = resume(records().abandoned().getFirst(), ecs.client("ecs"),
                serverless.client("serverless"))) {
            session.await();
            assertThat(Objects.requireNonNull(session.drives().getFirst().progress().check()).passed()).isTrue();
        }
        assertThat(seqs(ecs)).hasSize(1_200).doesNotHaveDuplicates();
    }

    @Test
    void what_was_spooled_while_the_backend_was_away_is_sent_by_the_next_console() throws Exception {
        killInMidRun(() -> {
            if (ecs.readings().size() > 50) {
                ecs.suffer(Fault.BROKEN_OFF);
            }
            return serverless.readings().size() > 300;
        });
        ecs.suffer(Fault.NONE);
        try (RunSession session = resume(records().abandoned().getFirst(), ecs.client("ecs"),
                serverless.client("serverless"))) {
            session.await();
            assertThat(session.drives()).allMatch(drive -> Objects.requireNonNull(drive.progress().check()).passed());
        }
        assertThat(seqs(ecs)).hasSize(600).isEqualTo(seqs(serverless));
    }

    @Test
    void says_why_a_run_cannot_go_on() throws Exception {
        killInMidRun(() -> ecs.readings().size() > 50 && serverless.readings().size() > 50);
        ecs.expire(ecs.runs().getFirst().id());
        try (RunSession session = resume(records().abandoned().getFirst(), ecs.client("ecs"),
                serverless.client("serverless"))) {
            session.await();
            Drive expired = session.drives().getFirst();
            assertThat(expired.progress().note()).contains("the run expired there");
            assertThat(expired.progress().run().status()).isEqualTo(RunStatus.FAILED);
            assertThat(Objects.requireNonNull(expired.progress().check()).missing()).isZero();
            assertThat(Objects.requireNonNull(session.drives().getLast().progress().check()).passed()).isTrue();
        }
        assertThat(records().abandoned()).isEmpty();
    }

    @Test
    void gives_up_a_damaged_half_alone_and_ends_it_at_its_backend(@TempDir Path used) throws Exception {
        try (LeftRuns left = LeftRuns.leave(used, folder, ecs.client("ecs"), serverless.client("serverless"))) {
            left.damage(0);
            try (RunSession session = resume(records().abandoned().getFirst(), ecs.client("ecs"),
                    serverless.client("serverless"))) {
                assertThat(session.drives()).singleElement()
                        .satisfies(drive -> assertThat(drive.backend().profile().name()).isEqualTo("serverless"));
                assertThat(session.lost()).singleElement()
                        .satisfies(half -> assertThat(half.run()).isEqualTo(left.run(0)));
                assertThat(ecs.runs()).singleElement().satisfies(run -> {
                    assertThat(run.status()).isEqualTo(RunStatus.FAILED);
                    assertThat(run.errorMessage()).contains("lacks its records");
                });
                assertThat(serverless.runs()).singleElement().matches(Run::isRunning);
                session.stop();
                session.await();
            }
            assertThat(records().abandoned()).isEmpty();
            assertThat(records().driven(left.run(0).id()).orElseThrow().reason()).contains("lacks its records");
        }
    }

    @Test
    void says_that_a_damaged_run_is_given_up_and_offers_it_no_more(@TempDir Path used) throws Exception {
        try (LeftRuns left = LeftRuns.leave(used, folder, ecs.client("ecs"))) {
            left.damage(0);
            Records.Abandoned abandoned = records().abandoned().getFirst();
            assertThatThrownBy(() -> resume(abandoned, ecs.client("ecs"))).isInstanceOf(DamagedSpoolException.class);
            assertThat(ecs.runs()).singleElement().matches(run -> run.status() == RunStatus.FAILED);
            assertThat(records().abandoned()).isEmpty();
        }
    }

    private void killInMidRun(Callable<Boolean> moment) throws Exception {
        killInMidRun(moment, "10", "20", "3s");
    }

    private void killInMidRun(Callable<Boolean> moment, String sensors, String rate, String duration)
            throws Exception {
        try (Program console = Program.start(folder,
                List.of("run", "start", "--ecs", ecs.url(), "--serverless", serverless.url(), "--sensors", sensors,
                        "--rate", rate, "--duration", duration, "--seed", "9"))) {
            await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(10)).until(moment);
            assertThat(console.out() + console.err()).doesNotContain("Exception");
        }
        assertThat(ecs.runs()).singleElement().matches(run -> run.isRunning());
    }

    private RunSession resume(Records.Abandoned abandoned, BackendClient... backends) throws Exception {
        return RunSession.resume(abandoned, List.of(backends), records(), (_, _, _) -> {}, Clock.systemUTC());
    }

    private Records records() {
        return new Records(folder);
    }

    private static List<Long> seqs(FaultyBackend backend) {
        return backend.readings().stream().map(Reading::seq).map(Objects::requireNonNull).sorted().toList();
    }
}
