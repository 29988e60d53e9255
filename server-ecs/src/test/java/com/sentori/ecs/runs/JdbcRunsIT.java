package com.sentori.ecs.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.contract.idempotency.Memo;
import com.sentori.contract.pages.Slice;
import com.sentori.contract.runs.EndReason;
import com.sentori.contract.runs.Ending;
import com.sentori.contract.runs.Lifecycle;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.RunId;
import com.sentori.contract.runs.RunQuery;
import com.sentori.contract.runs.RunStatus;
import com.sentori.contract.runs.Runs;
import com.sentori.contract.runs.StartRequest;
import com.sentori.ecs.parts.Postgres;
import com.sentori.ecs.parts.SetClock;
import com.sentori.ecs.parts.Together;
import com.sentori.ecs.store.Store;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two stores on one database, as two server tasks have it. */
class JdbcRunsIT {
    private static final Duration GRACE = Duration.ofMinutes(2);
    private static final Instant START = Instant.parse("2026-01-15T10:30:00Z");
    private static final StartRequest MINUTE = new StartRequest(List.of("sensor-1", "\uD83C\uDF21\u00b0'\",{}\\"), 60,
            5, new Meta("{\"b\":1.10,\"a\":[1e2,{}]}"));

    private final SetClock clock = new SetClock(START);
    private HikariDataSource firstPool;
    private HikariDataSource secondPool;
    private Runs runs;
    private Runs others;

    @BeforeEach
    void open() {
        String database = Postgres.newDatabase();
        firstPool = Postgres.pool(database);
        secondPool = Postgres.pool(database);
        runs = new JdbcRuns(new Store(firstPool), new Lifecycle(GRACE), clock);
        others = new JdbcRuns(new Store(secondPool), new Lifecycle(GRACE), clock);
    }

    @AfterEach
    void close() {
        firstPool.close();
        secondPool.close();
    }

    @Test
    void gives_back_what_was_started() {
        Run started = start();

        assertThat(runs.find(started.id())).contains(started);
        assertThat(runs.running()).containsExactly(started);
        assertThat(started.meta().json()).isEqualTo("{\"b\":1.10,\"a\":[1e2,{}]}");
        assertThat(runs.find(UUID.randomUUID().toString())).isEmpty();
    }

    @Test
    void of_100_starts_on_two_tasks_exactly_5_succeed() {
        List<Optional<Run>> started = Together.call(100, i -> (i % 2 == 0 ? runs : others)
                .start(RunId.next(clock.instant()), "alice", MINUTE, clock.instant(), 5, Memo.none()));

        assertThat(started.stream().filter(Optional::isPresent)).hasSize(5);
        assertThat(runs.countRunning()).isEqualTo(5);
    }

    @Test
    void of_many_finishers_on_two_tasks_one_wins() {
        Run run = start();

        List<String> outcomes = Together.call(20, i -> {
            RunStatus status = i % 2 == 0 ? RunStatus.COMPLETED : RunStatus.FAILED;
            EndReason reason = i % 2 == 0 ? EndReason.FINISHED : EndReason.CLIENT_FAILED;
            try {
                return (i % 3 == 0 ? runs : others)
                        .finish(run.id(), new Ending(status, reason, clock.instant(), "caller " + i), Memo.none())
                        .errorMessage();
            } catch (ContractException e) {
                return e.code().name();
            }
        });

        Run ended = runs.find(run.id()).orElseThrow();
        assertThat(outcomes.stream().distinct()).containsExactlyInAnyOrder(ended.errorMessage(), "RUN_NOT_RUNNING");
        assertThat(outcomes.stream().filter("RUN_NOT_RUNNING"::equals)).hasSize(10);
    }

    @Test
    void every_read_ends_an_expired_run_at_the_instant_of_its_expiry() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(start().id());
        }
        clock.advance(Duration.ofSeconds(60).plus(GRACE).minusMillis(1));
        assertThat(runs.countRunning()).isEqualTo(5);

        clock.advance(Duration.ofMillis(1));

        assertThat(runs.find(ids.get(0)).orElseThrow()).satisfies(JdbcRunsIT::timedOut);
        assertThat(runs.newestFirst(RunQuery.ALL, null, 10).entries()).hasSize(5)
                .allSatisfy(entry -> timedOut(entry.item()));
        assertThat(runs.countRunning()).isZero();
        assertThat(runs.running()).isEmpty();
        assertThat(others.start(RunId.next(clock.instant()), "bob", MINUTE, clock.instant(), 5, Memo.none()))
                .isPresent();
    }

    @Test
    void an_expired_run_cannot_be_finished() {
        Run run = start();
        clock.advance(Duration.ofMinutes(10));
        Ending failed = new Ending(RunStatus.FAILED, EndReason.CLIENT_FAILED, clock.instant(), "late");

        assertThatThrownBy(() -> runs.finish(run.id(), failed, Memo.none()))
                .isInstanceOfSatisfying(ContractException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.RUN_NOT_RUNNING));
        assertThat(runs.find(run.id()).orElseThrow()).satisfies(JdbcRunsIT::timedOut);
    }

    @Test
    void expired_runs_do_not_count_against_the_limit() {
        for (int i = 0; i < 5; i++) {
            start();
        }
        assertThat(runs.start(RunId.next(clock.instant()), "bob", MINUTE, clock.instant(), 5, Memo.none())).isEmpty();
        clock.advance(Duration.ofMinutes(3));
        assertThat(runs.start(RunId.next(clock.instant()), "bob", MINUTE, clock.instant(), 5, Memo.none()))
                .isPresent();
    }

    @Test
    void interrupt_all_ends_those_that_run() {
        Run ended = start();
        runs.finish(ended.id(), new Ending(RunStatus.COMPLETED, EndReason.FINISHED, START, null), Memo.none());
        start();
        start();

        List<Integer> counts = Together.call(4,
                i -> (i % 2 == 0 ? runs : others).interruptAll(clock.instant(), Memo.none()));

        assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2);
        assertThat(runs.newestFirst(RunQuery.ALL, null, 10).entries()).extracting(entry -> entry.item().status())
                .containsOnly(RunStatus.COMPLETED, RunStatus.INTERRUPTED);
    }

    @Test
    void pages_newest_first_with_no_gap_and_no_repeat_while_runs_are_added() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            ids.addFirst(start(1_000).id());
            clock.advance(Duration.ofMillis(i % 3)); // some begin in the same millisecond
        }
        List<Run> expected = runs.newestFirst(RunQuery.ALL, null, 100)
                .entries()
                .stream()
                .map(Slice.Entry::item)
                .toList();
        assertThat(expected).extracting(Run::id).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(expected).isSortedAccordingTo((a, b) -> a.startedAt().equals(b.startedAt())
                ? b.id().compareTo(a.id())
                : b.startedAt().compareTo(a.startedAt()));

        List<Run> paged = new ArrayList<>();
        @Nullable
        String after = null;
        do {
            Slice<Run> slice = runs.newestFirst(RunQuery.ALL, after, 4);
            slice.entries().forEach(entry -> paged.add(entry.item()));
            after = slice.resume();
            clock.advance(Duration.ofSeconds(1));
            start(1_000);
        } while (after != null);

        assertThat(paged).isEqualTo(expected);
    }

    private Run start() {
        return start(5);
    }

    private Run start(int maxRunning) {
        return runs.start(RunId.next(clock.instant()), "alice", MINUTE, clock.instant(), maxRunning, Memo.none())
                .orElseThrow();
    }

    private static void timedOut(Run run) {
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.endReason()).isEqualTo(EndReason.TIMEOUT);
        assertThat(run.finishedAt()).isEqualTo(START.plusSeconds(60).plus(GRACE));
    }
}
