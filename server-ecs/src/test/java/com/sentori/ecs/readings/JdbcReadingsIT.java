package com.sentori.ecs.readings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.contract.idempotency.Memo;
import com.sentori.contract.pages.Slice;
import com.sentori.contract.readings.NewReading;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.ReadingQuery;
import com.sentori.contract.readings.Readings;
import com.sentori.contract.runs.EndReason;
import com.sentori.contract.runs.Ending;
import com.sentori.contract.runs.Lifecycle;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.RunId;
import com.sentori.contract.runs.RunStatus;
import com.sentori.contract.runs.Runs;
import com.sentori.contract.runs.StartRequest;
import com.sentori.contract.summary.Summaries;
import com.sentori.ecs.parts.Postgres;
import com.sentori.ecs.parts.SetClock;
import com.sentori.ecs.parts.Together;
import com.sentori.ecs.runs.JdbcRuns;
import com.sentori.ecs.store.Store;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two stores on one database, as two server tasks have it. */
class JdbcReadingsIT {
    private static final Lifecycle LIFECYCLE = new Lifecycle(Duration.ofMinutes(2));
    private static final Instant START = Instant.parse("2026-01-15T10:30:00Z");

    private final SetClock clock = new SetClock(START);
    private HikariDataSource firstPool;
    private HikariDataSource secondPool;
    private Runs runs;
    private Readings readings;
    private Readings others;

    @BeforeEach
    void open() {
        String database = Postgres.newDatabase();
        firstPool = Postgres.pool(database);
        secondPool = Postgres.pool(database);
        Store store = new Store(firstPool);
        Store other = new Store(secondPool);
        runs = new JdbcRuns(store, LIFECYCLE, clock);
        readings = new JdbcReadings(store, runs, LIFECYCLE);
        others = new JdbcReadings(other, new JdbcRuns(other, LIFECYCLE, clock), LIFECYCLE);
    }

    @AfterEach
    void close() {
        firstPool.close();
        secondPool.close();
    }

    @Test
    void gives_back_what_was_stored() {
        String run = start();
        List<NewReading> odd = List.of(reading("a", -0.0), reading("\uD83C\uDF21 ',\"{}\\", Double.MIN_VALUE),
                reading("NULL", 0.1 + 0.2), reading("", Double.MAX_VALUE),
                new NewReading("a", "t", 1, Instant.parse("9999-12-31T23:59:59.999Z"), (1L << 53) - 1),
                new NewReading("a", "t", 1, Instant.EPOCH, 0L));

        List<Reading> stored = readings.append(run, odd, START.plusMillis(7), Memo.none());

        assertThat(all(run)).isEqualTo(stored);
        assertThat(stored).extracting(Reading::value)
                .containsExactlyElementsOf(odd.stream().map(NewReading::value).toList());
        assertThat(stored).extracting(Reading::timestamp)
                .containsExactlyElementsOf(odd.stream().map(NewReading::timestamp).toList());
    }

    @Test
    void a_tail_beside_8_writers_on_two_tasks_never_skips_and_never_repeats() throws Exception {
        String run = start();
        int writers = 8;
        int batches = 40;
        List<Reading> tailed = new ArrayList<>();
        Thread reader = Thread.ofVirtual().start(() -> {
            @Nullable
            String after = null;
            while (tailed.size() < writers * batches * 3) {
                for (Slice.Entry<Reading> entry : readings.tail(run, after, 50).entries()) {
                    tailed.add(entry.item());
                    after = entry.position();
                }
            }
        });

        Together.call(writers, writer -> {
            for (int i = 0; i < batches; i++) {
                NewReading next = new NewReading("s" + writer, "t", i, START, (long) i);
                (writer % 2 == 0 ? readings : others).append(run, List.of(next, next, next), START, Memo.none());
            }
            return writer;
        });
        reader.join(Duration.ofSeconds(30));

        assertThat(tailed).extracting(Reading::id)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, writers * batches * 3)
                        .mapToObj(position -> run + "-" + position)
                        .toList());
        for (int writer = 0; writer < writers; writer++) {
            String sensor = "s" + writer;
            assertThat(tailed.stream().filter(reading -> reading.sensorId().equals(sensor)).map(Reading::seq))
                    .isSorted();
        }
    }

    @Test
    void nothing_is_stored_after_the_end_is_visible() {
        String run = start();
        List<Integer> stored = Together.call(9, caller -> {
            if (caller == 0) {
                while (readings.tail(run, null, 1).entries().isEmpty()) {
                    Thread.onSpinWait();
                }
                runs.finish(run, new Ending(RunStatus.COMPLETED, EndReason.FINISHED, START, null), Memo.none());
                return -all(run).size();
            }
            int acknowledged = 0;
            try {
                while (true) {
                    others.append(run, List.of(reading("s", 1)), START, Memo.none());
                    acknowledged++;
                }
            } catch (ContractException e) {
                assertThat(e.code()).isEqualTo(ErrorCode.RUN_NOT_RUNNING);
                return acknowledged;
            }
        });

        // What was there when the end was seen is what was acknowledged, and is still all there is.
        assertThat(stored.stream().mapToInt(Integer::intValue).sum()).isZero();
        assertThat(all(run)).hasSize(-stored.getFirst());
    }

    @Test
    void readings_keep_a_run_from_expiring() {
        String run = start();
        clock.advance(Duration.ofSeconds(179));
        readings.append(run, List.of(reading("s", 1)), clock.instant(), Memo.none());
        clock.advance(Duration.ofSeconds(119));
        assertThat(runs.find(run).orElseThrow().isRunning()).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(runs.find(run).orElseThrow()).satisfies(ended -> {
            assertThat(ended.endReason()).isEqualTo(EndReason.TIMEOUT);
            assertThat(ended.finishedAt()).isEqualTo(START.plusSeconds(179 + 120));
        });
    }

    @Test
    void a_reading_that_finds_its_run_expired_ends_it() {
        String run = start();
        clock.advance(Duration.ofMinutes(10));
        assertThatThrownBy(() -> readings.append(run, List.of(reading("s", 1)), clock.instant(), Memo.none()))
                .isInstanceOfSatisfying(ContractException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.RUN_NOT_RUNNING));
        assertThat(all(run)).isEmpty();
        assertThat(runs.running()).isEmpty();
    }

    @Test
    void expiry_and_ingest_that_meet_agree_on_one_end() {
        for (int round = 0; round < 20; round++) {
            String run = start();
            Instant justInTime = clock.instant().plus(Duration.ofMinutes(3)).minusMillis(1);
            clock.advance(Duration.ofMinutes(3));
            List<Boolean> outcomes = Together.call(6, caller -> {
                if (caller % 2 == 0) {
                    return runs.find(run).orElseThrow().isRunning();
                }
                try {
                    return !others.append(run, List.of(reading("s", 1)), justInTime, Memo.none()).isEmpty();
                } catch (ContractException e) {
                    return false;
                }
            });
            Run settled = runs.find(run).orElseThrow();
            long acknowledged = IntStream.of(1, 3, 5).filter(outcomes::get).count();
            assertThat(all(run)).hasSize((int) acknowledged);
            // Either a reading came first and keeps the run, or the expiry did and nothing was stored.
            assertThat(settled.isRunning()).isEqualTo(acknowledged > 0);
            runs.interruptAll(clock.instant(), Memo.none());
        }
    }

    @Test
    void an_unknown_run_takes_no_readings() {
        assertThatThrownBy(() -> readings.append(UUID.randomUUID().toString(), List.of(reading("s", 1)), START,
                Memo.none()))
                .isInstanceOfSatisfying(ContractException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.RUN_NOT_FOUND));
    }

    @Test
    void a_tail_says_whether_there_is_more() {
        String run = start();
        readings.append(run, List.of(reading("s", 1), reading("s", 2)), START, Memo.none());
        assertThat(readings.tail(run, null, 1).resume()).isEqualTo("1");
        assertThat(readings.tail(run, null, 2).resume()).isNull();
        assertThat(readings.tail(run, "2", 2).entries()).isEmpty();
    }

    @Test
    void searches_one_sensor_over_all_runs_newest_first() {
        List<Reading> expected = new ArrayList<>();
        for (int i = 0; i < 120; i++) { // more runs than are looked at in one go
            String run = start();
            List<NewReading> batch = i % 40 == 0
                    ? List.of(reading("wanted", i), reading("other", i), reading("wanted", -i))
                    : List.of(reading("other", i));
            expected.addAll(0,
                    readings.append(run, batch, START, Memo.none())
                            .reversed()
                            .stream()
                            .filter(reading -> reading.sensorId().equals("wanted"))
                            .toList());
            clock.advance(Duration.ofMillis(1));
        }
        ReadingQuery query = new ReadingQuery(null, "wanted", null, null, null);

        assertThat(paged(query, 1)).isEqualTo(expected);
        assertThat(paged(query, 4)).isEqualTo(expected);
        assertThat(paged(query, 100)).isEqualTo(expected);
    }

    @Test
    void searches_with_all_conditions_together_over_windows_of_a_long_run() {
        String run = start();
        int batches = 30;
        for (int i = 0; i < batches; i++) {
            int batch = i;
            readings.append(run,
                    IntStream.range(0, 5_000)
                            .mapToObj(place -> new NewReading("s" + place % 2, place == 0 ? "rare" : "common", batch,
                                    START.plusSeconds(batch), null))
                            .toList(),
                    START, Memo.none());
        }
        ReadingQuery rare = new ReadingQuery(run, null, "rare", START.plusSeconds(2), START.plusSeconds(9));
        assertThat(paged(rare, 3)).extracting(Reading::value).containsExactly(9d, 8d, 7d, 6d, 5d, 4d, 3d, 2d);
        assertThat(paged(new ReadingQuery(run, "s0", "rare", null, START), 10)).hasSize(1);
        assertThat(paged(new ReadingQuery(run, "s1", "rare", null, null), 10)).isEmpty();
        assertThat(paged(new ReadingQuery(UUID.randomUUID().toString(), null, null, null, null), 10)).isEmpty();
    }

    @Test
    void sums_up_for_a_report_what_is_too_long_for_one_call() {
        String run = start();
        for (int i = 0; i < 5; i++) {
            readings.append(run, Collections.nCopies(5_000, reading("s", i)), START, Memo.none());
        }
        Summaries summaries = new Summaries(runs, readings, Duration.ZERO);
        assertThatThrownBy(() -> summaries.of(run)).isInstanceOfSatisfying(ContractException.class,
                e -> assertThat(e.code()).isEqualTo(ErrorCode.OVERLOADED));
        assertThat(summaries.whole(run).series()).singleElement()
                .satisfies(series -> assertThat(series.count()).isEqualTo(25_000));
    }

    private List<Reading> paged(ReadingQuery query, int limit) {
        List<Reading> found = new ArrayList<>();
        @Nullable
        String after = null;
        do {
            Slice<Reading> slice = readings.search(query, after, limit);
            assertThat(slice.entries()).hasSizeLessThanOrEqualTo(limit);
            slice.entries().forEach(entry -> found.add(entry.item()));
            after = slice.resume();
        } while (after != null);
        return found;
    }

    private List<Reading> all(String run) {
        return readings.tail(run, null, 1_000_000).entries().stream().map(Slice.Entry::item).toList();
    }

    private String start() {
        StartRequest minute = new StartRequest(List.of(), 60, 5, Meta.EMPTY);
        return runs.start(RunId.next(clock.instant()), "alice", minute, clock.instant(), 1_000, Memo.none())
                .orElseThrow()
                .id();
    }

    private static NewReading reading(String sensor, double value) {
        return new NewReading(sensor, "temperature", value, START, null);
    }
}
