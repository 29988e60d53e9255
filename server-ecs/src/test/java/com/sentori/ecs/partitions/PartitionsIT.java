package com.sentori.ecs.partitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.contract.idempotency.Memo;
import com.sentori.contract.pages.Slice;
import com.sentori.contract.readings.NewReading;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.ReadingQuery;
import com.sentori.contract.runs.EndReason;
import com.sentori.contract.runs.Ending;
import com.sentori.contract.runs.Lifecycle;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.RunId;
import com.sentori.contract.runs.RunQuery;
import com.sentori.contract.runs.RunStatus;
import com.sentori.contract.runs.StartRequest;
import com.sentori.ecs.parts.Postgres;
import com.sentori.ecs.parts.SetClock;
import com.sentori.ecs.parts.Together;
import com.sentori.ecs.readings.JdbcReadings;
import com.sentori.ecs.runs.JdbcRuns;
import com.sentori.ecs.store.Store;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The days of readings, as they come and go under those who read and write. */
class PartitionsIT {
    private static final Lifecycle LIFECYCLE = new Lifecycle(Duration.ofMinutes(2));
    private static final Instant START = Instant.parse("2026-01-15T23:59:59.999Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final String database = Postgres.newDatabase();
    private final SetClock clock = new SetClock(START);
    private HikariDataSource pool;
    private Store store;
    private Partitions partitions;
    private JdbcRuns runs;
    private JdbcReadings readings;

    @BeforeEach
    void open() {
        use(Postgres.pool(database));
    }

    private void use(HikariDataSource wanted) {
        pool = wanted;
        store = new Store(pool);
        partitions = new Partitions(store);
        runs = new JdbcRuns(store, LIFECYCLE, clock);
        readings = new JdbcReadings(store, runs, LIFECYCLE);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void a_run_lies_as_a_whole_in_the_table_of_the_day_on_which_it_started() {
        String evening = run();
        append(evening, 1);
        clock.advance(Duration.ofMillis(1));
        String morning = run();
        append(morning, 1);
        append(evening, 2);

        assertThat(rows("sensor_data_20260115")).isEqualTo(3);
        assertThat(rows("sensor_data_20260116")).isEqualTo(1);
        assertThat(tail(evening)).hasSize(3);
        assertThat(tail(morning)).hasSize(1);
    }

    @Test
    void many_tasks_make_the_same_day_once_and_a_clock_far_away_makes_one_more() {
        Together.call(20, caller -> {
            partitions.ensure(clock.instant());
            return caller;
        });
        assertThat(days()).containsExactly("sensor_data_20260115");

        for (String far : List.of("1970-01-01T00:00:00Z", "2107-12-31T10:00:00Z", "9999-12-31T23:59:59.999Z")) {
            SetClock odd = new SetClock(Instant.parse(far));
            String run = new JdbcRuns(store, LIFECYCLE, odd)
                    .start(RunId.next(odd.instant()), "alice", minute(), odd.instant(), 100, Memo.none())
                    .orElseThrow()
                    .id();
            assertThat(new JdbcReadings(store, new JdbcRuns(store, LIFECYCLE, odd), LIFECYCLE)
                    .append(run, List.of(reading(1)), odd.instant(), Memo.none())).hasSize(1);
        }
        assertThat(days()).containsExactly("sensor_data_19700101", "sensor_data_20260115", "sensor_data_21071231",
                "sensor_data_99991231");
    }

    @Test
    void what_was_stored_before_there_were_days_stays_and_is_dropped_like_a_day() throws Exception {
        String earlier = Postgres.newDatabase();
        HikariDataSource old = new HikariDataSource();
        old.setJdbcUrl(Postgres.url(earlier));
        old.setUsername("postgres");
        Flyway.configure().dataSource(old).target("3").load().migrate();
        String before = RunId.next(clock.instant());
        try (Connection connection = old.getConnection(); Statement sql = connection.createStatement()) {
            sql.execute("INSERT INTO runs VALUES ('%s', 'alice', 'RUNNING', '%s', NULL, NULL, NULL, 60, 5, '{}', '{}')"
                    .formatted(before, START));
            sql.execute("INSERT INTO run_arrivals VALUES ('%s', 1000, '%s')".formatted(before, START));
            sql.execute(
                    "INSERT INTO sensor_data SELECT '%s', n, 's', 't', n, now(), n, now() FROM generate_series(1, 1000) n"
                            .formatted(before));
        }
        old.close();
        close();
        use(Postgres.pool(earlier));

        assertThat(tail(before)).hasSize(1_000);
        append(before, 1);
        append(run(), 1);
        assertThat(days()).containsExactly("sensor_data_first");
        assertThat(rows("sensor_data_first")).isEqualTo(1_002);
        clock.advance(DAY);
        append(run(), 1);
        assertThat(days()).containsExactly("sensor_data_20260116", "sensor_data_first");

        runs.interruptAll(clock.instant(), Memo.none());
        clock.advance(DAY.multipliedBy(3));
        forget(Duration.ofDays(2));
        assertThat(days()).isEmpty();
        assertThat(runs.find(before)).isEmpty();
    }

    @Test
    void retention_forgets_runs_by_their_end_and_drops_a_day_after_its_last_run() {
        String run = run();
        String late = run();
        append(run, 3);
        append(late, 3);
        end(run);
        clock.advance(Duration.ofMinutes(1));
        append(late, 1);
        clock.advance(Duration.ofMinutes(1));
        end(late);

        clock.advance(DAY.multipliedBy(7).minusSeconds(90));
        forget(DAY.multipliedBy(7));
        assertThat(runs.find(run)).isEmpty();
        assertThat(runs.newestFirst(RunQuery.ALL, null, 10).entries()).extracting(entry -> entry.item().id())
                .containsExactly(late);
        assertThat(readings.search(new ReadingQuery(run, null, null, null, null), null, 10).entries()).isEmpty();
        assertThat(readings.search(new ReadingQuery(null, "s", null, null, null), null, 10).entries()).hasSize(4);
        assertThat(tail(late)).hasSize(4);
        assertThat(days()).containsExactly("sensor_data_20260115");

        clock.advance(DAY);
        forget(DAY.multipliedBy(7));
        assertThat(runs.find(late)).isEmpty();
        assertThat(days()).isEmpty();
        assertThatExceptionOfType(ContractException.class).isThrownBy(() -> tail(late))
                .matches(refusal -> refusal.code() == ErrorCode.RUN_NOT_FOUND);
    }

    @Test
    void a_running_run_keeps_its_day_whatever_its_age() {
        String run = run();
        for (int i = 0; i < 30; i++) {
            append(run, 1);
            clock.advance(Duration.ofMinutes(1));
        }
        partitions.drop(clock.instant().plus(DAY.multipliedBy(100)));
        runs.forget(clock.instant().plus(DAY.multipliedBy(100)));
        assertThat(tail(run)).hasSize(30);
    }

    @Test
    void a_run_whose_day_was_dropped_by_a_task_with_a_wrong_clock_gets_it_again() {
        String run = run();
        store.ask(sql -> sql.sql("DROP TABLE sensor_data_20260115").update());
        assertThat(append(run, 2)).hasSize(2);
        assertThat(tail(run)).hasSize(2);
    }

    @Test
    void a_long_reader_lets_nobody_wait_while_days_come_and_go() throws Exception {
        String old = run();
        append(old, 5);
        end(old);
        clock.advance(DAY.multipliedBy(30));
        String now = run();
        append(now, 1);
        try (Connection reader = DriverManager.getConnection(Postgres.url(database), "postgres", "");
                Statement sql = reader.createStatement()) {
            reader.setAutoCommit(false);
            sql.executeQuery("SELECT count(*) FROM sensor_data").close();

            runs.forget(clock.instant().minus(DAY));
            HikariDataSource impatient = new HikariDataSource();
            impatient.setJdbcUrl(Postgres.url(database));
            impatient.setUsername("postgres");
            impatient.setConnectionInitSql("SET statement_timeout = 400; SET lock_timeout = 300");
            try (impatient) {
                Partitions housekeeper = new Partitions(new Store(impatient));
                List<Duration> waits = Together.call(2, caller -> {
                    if (caller == 0) {
                        assertThatThrownBy(() -> housekeeper.drop(clock.instant().minus(DAY)))
                                .isInstanceOf(ContractException.class);
                        return Duration.ZERO;
                    }
                    long begun = System.nanoTime();
                    for (int i = 0; i < 50; i++) {
                        append(now, 1);
                        clock.advance(Duration.ofMillis(10));
                        append(run(), 1);
                        tail(now);
                    }
                    clock.advance(DAY);
                    append(run(), 1); // in a new day
                    return Duration.ofNanos(System.nanoTime() - begun).dividedBy(50);
                });
                assertThat(waits.getLast()).isLessThan(Duration.ofMillis(200));
                assertThat(days()).doesNotContain("sensor_data_20260115");

                reader.commit();
                housekeeper.drop(clock.instant().minus(DAY.multipliedBy(2)));
            }
        }
        assertThat(tables()).noneMatch(name -> name.startsWith("sensor_data_20260115"));
        assertThat(tail(now)).hasSize(51);
    }

    @Test
    void prepared_statements_look_into_the_day_of_the_run_alone() {
        for (int i = 0; i < 40; i++) {
            append(run(), 20);
            clock.advance(DAY);
        }
        pool.close();
        HikariDataSource one = new HikariDataSource();
        one.setJdbcUrl(Postgres.url(database));
        one.setUsername("postgres");
        one.setMaximumPoolSize(1);
        use(one);
        clock.advance(DAY.negated());
        String run = run();
        for (int i = 0; i < 30; i++) {
            append(run, 2);
            tail(run);
            readings.search(new ReadingQuery(run, null, null, null, null), null, 10);
            readings.search(new ReadingQuery(run, "s", null, null, null), null, 10);
        }
        List<String> prepared = store.ask(sql -> sql
                .sql("SELECT name FROM pg_prepared_statements WHERE statement LIKE '%FROM sensor_data%' AND from_sql = false"
                        + " AND statement LIKE '%position%' AND custom_plans + generic_plans >= 10")
                .query(String.class)
                .list());
        assertThat(prepared).hasSize(3);
        assertThat(number("SELECT coalesce(sum(generic_plans), 0)::bigint FROM pg_prepared_statements"
                + " WHERE statement LIKE '%FROM sensor_data%'")).isZero();
        String plan = store.ask(sql -> sql
                .sql("EXPLAIN SELECT * FROM sensor_data WHERE run_id = '%s' AND position > 3 ORDER BY position LIMIT 9"
                        .formatted(run))
                .query(String.class)
                .list()).stream().collect(Collectors.joining("\n"));
        assertThat(plan).contains("sensor_data_2026").doesNotContain("Append");
    }

    private void forget(Duration retention) {
        runs.countRunning();
        runs.forget(clock.instant().minus(retention));
        partitions.drop(clock.instant().minus(retention));
    }

    private String run() {
        return runs.start(RunId.next(clock.instant()), "alice", minute(), clock.instant(), 1_000, Memo.none())
                .orElseThrow()
                .id();
    }

    private void end(String run) {
        runs.finish(run, new Ending(RunStatus.COMPLETED, EndReason.FINISHED, clock.instant(), null), Memo.none());
    }

    private List<Reading> append(String run, int count) {
        return readings.append(run, Collections.nCopies(count, reading(count)), clock.instant(), Memo.none());
    }

    private List<Reading> tail(String run) {
        return readings.tail(run, null, 10_000).entries().stream().map(Slice.Entry::item).toList();
    }

    private List<String> days() {
        return store.ask(sql -> sql
                .sql("SELECT name FROM sensor_data_partitions WHERE from_id IS NOT NULL AND NOT going ORDER BY name")
                .query(String.class)
                .list());
    }

    private List<String> tables() {
        return store.ask(sql -> sql.sql("SELECT name FROM sensor_data_partitions").query(String.class).list());
    }

    private long rows(String table) {
        return number("SELECT count(*) FROM " + table);
    }

    private long number(String query) {
        return store.ask(sql -> sql.sql(query).query(Long.class).single());
    }

    private static StartRequest minute() {
        return new StartRequest(List.of(), 60, 5, Meta.EMPTY);
    }

    private static NewReading reading(double value) {
        return new NewReading("s", "t", value, START, null);
    }
}
