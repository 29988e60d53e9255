package com.sentori.ecs.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sentori.contract.http.ApiResponse;
import com.sentori.contract.idempotency.AlreadyDone;
import com.sentori.contract.idempotency.IdempotencyKey;
import com.sentori.contract.idempotency.KeptAnswer;
import com.sentori.contract.idempotency.Memo;
import com.sentori.contract.readings.NewReading;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.Readings;
import com.sentori.contract.runs.Lifecycle;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.RunId;
import com.sentori.contract.runs.Runs;
import com.sentori.contract.runs.StartRequest;
import com.sentori.ecs.parts.Postgres;
import com.sentori.ecs.parts.SetClock;
import com.sentori.ecs.parts.Together;
import com.sentori.ecs.readings.JdbcReadings;
import com.sentori.ecs.runs.JdbcRuns;
import com.sentori.ecs.store.Store;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two stores on one database, as two server tasks have it. */
class JdbcAnswersIT {
    private static final Instant START = Instant.parse("2026-01-15T10:30:00Z");
    private static final StartRequest MINUTE = new StartRequest(List.of(), 60, 5, Meta.EMPTY);
    private static final List<NewReading> TWO = List.of(new NewReading("s", "t", 1, START, null),
            new NewReading("s", "t", 2, START, null));
    private static final IdempotencyKey KEY = new IdempotencyKey("scope", "digest");

    private final SetClock clock = new SetClock(START);
    private HikariDataSource firstPool;
    private HikariDataSource secondPool;
    private JdbcAnswers answers;
    private Runs runs;
    private Readings readings;
    private Readings others;

    @BeforeEach
    void open() {
        String database = Postgres.newDatabase();
        firstPool = Postgres.pool(database);
        secondPool = Postgres.pool(database);
        Lifecycle lifecycle = new Lifecycle(Duration.ofMinutes(2));
        Store first = new Store(firstPool);
        answers = new JdbcAnswers(first);
        runs = new JdbcRuns(first, lifecycle, clock);
        readings = new JdbcReadings(first, runs, lifecycle);
        others = new JdbcReadings(new Store(secondPool), runs, lifecycle);
    }

    @AfterEach
    void close() {
        firstPool.close();
        secondPool.close();
    }

    @Test
    void of_many_at_once_on_two_tasks_one_is_stored() {
        String run = start();
        assertOneIsStored(i -> append(i % 2 == 0 ? readings : others, run));
        assertThat(stored(run)).isEqualTo(TWO.size());
    }

    @Test
    void of_many_at_once_in_two_runs_one_is_stored() {
        String run = start();
        String other = start();
        assertOneIsStored(i -> append(i % 2 == 0 ? readings : others, i % 4 < 2 ? run : other));
        assertThat(stored(run) + stored(other)).isEqualTo(TWO.size());
    }

    @Test
    void a_scope_that_is_taken_starts_no_run() {
        String run = start();
        append(readings, run);
        Memo<Run> memo = Memo.of(KEY, START, ApiResponse::ok);
        assertThatExceptionOfType(AlreadyDone.class)
                .isThrownBy(() -> runs.start(RunId.next(clock.instant()), "alice", MINUTE, START, 5, memo));
        assertThat(runs.countRunning()).isEqualTo(1);
    }

    @Test
    void keeps_an_answer_for_24_hours() {
        String run = start();
        append(readings, run);
        Instant last = START.plus(KeptAnswer.TIME).minusMillis(1);
        assertThat(answers.find(KEY.scope(), last).map(KeptAnswer::key)).contains(KEY);
        assertThat(answers.find(KEY.scope(), last.plusMillis(1))).isEmpty();

        answers.forget(last);
        assertThat(answers.find(KEY.scope(), START)).isPresent();
        answers.forget(last.plusMillis(1));
        assertThat(answers.find(KEY.scope(), START)).isEmpty();
    }

    @Test
    void a_scope_is_free_again_after_its_time() {
        append(readings, start());
        clock.advance(KeptAnswer.TIME);
        String run = start();
        assertThat(append(readings, run)).isTrue();
        assertThat(append(readings, run)).isFalse();
    }

    private static void assertOneIsStored(IntPredicate append) {
        assertThat(Together.call(24, i -> append.test(i))).containsOnlyOnce(true);
    }

    private boolean append(Readings into, String run) {
        Memo<List<Reading>> memo = Memo.of(KEY, clock.instant(), stored -> ApiResponse.json(201, stored.size()));
        try {
            return !into.append(run, TWO, clock.instant(), memo).isEmpty();
        } catch (AlreadyDone repeat) {
            return false;
        }
    }

    private int stored(String run) {
        return readings.tail(run, null, 1_000).entries().size();
    }

    private String start() {
        Optional<Run> run = runs.start(RunId.next(clock.instant()), "alice", MINUTE, clock.instant(), 100,
                Memo.none());
        return run.orElseThrow().id();
    }
}
