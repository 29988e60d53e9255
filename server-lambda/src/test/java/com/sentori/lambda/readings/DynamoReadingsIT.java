package com.sentori.lambda.readings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.contract.idempotency.Memo;
import com.sentori.contract.pages.Slice;
import com.sentori.contract.readings.NewReading;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.ReadingQuery;
import com.sentori.contract.runs.Run;
import com.sentori.lambda.Backend;
import com.sentori.lambda.Crowd;
import com.sentori.lambda.ManualClock;
import com.sentori.lambda.store.LocalDynamo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DynamoReadingsIT {
    private final ManualClock clock = new ManualClock();
    private LocalDynamo local;
    private Backend backend;

    @BeforeEach
    void open() {
        local = LocalDynamo.inMemory();
        backend = new Backend(local, clock);
    }

    @AfterEach
    void close() {
        local.close();
    }

    @Test
    void gives_back_what_was_stored_in_the_order_of_arrival() {
        String run = backend.start().id();
        List<Reading> stored = new ArrayList<>();
        for (int batch : List.of(1, 300, 1, 1, 50)) {
            stored.addAll(backend.append(run, batch));
        }
        assertThat(stored).extracting(Reading::id).startsWith(run + "-1", run + "-2").doesNotHaveDuplicates();
        for (int limit : List.of(1, 7, 300, 353, 10_000)) {
            assertThat(tail(run, null, limit)).isEqualTo(stored);
        }
    }

    @Test
    void takes_the_largest_batches() {
        String run = backend.start().id();
        assertThat(tail(run, backend.append(run, 5_000).size())).hasSize(5_000);
        List<NewReading> long_names = IntStream.range(0, 1_900)
                .mapToObj(i -> backend.reading("\uD83D\uDE00".repeat(120) + i, i))
                .toList();
        List<Reading> stored = backend.readings.append(run, long_names, clock.instant(), Memo.none());
        assertThat(tail(run, null, 10_000)).hasSize(6_900).endsWith(stored.toArray(Reading[]::new));
        assertThat(search(new ReadingQuery(run, null, null, null, null), 1_000)).hasSize(6_900);
    }

    @Test
    void finds_each_of_thousands_of_sensors() {
        String run = backend.start().id();
        backend.readings.append(run, IntStream.range(0, 2_345).mapToObj(i -> backend.reading("n" + i, i)).toList(),
                clock.instant(), Memo.none());
        for (String sensor : List.of("n0", "n99", "n100", "n2344")) {
            assertThat(search(new ReadingQuery(null, sensor, null, null, null), 10)).hasSize(1);
        }
    }

    @Test
    void says_where_the_tail_ends_and_stays_there() {
        String run = backend.start().id();
        assertThat(backend.readings.tail(run, "0", 10)).isEqualTo(new Slice<>(List.of(), null));
        backend.append(run, 3);
        Slice<Reading> all = backend.readings.tail(run, "0", 3);
        assertThat(all.resume()).isNull();
        assertThat(backend.readings.tail(run, "0", 2).resume()).isNotNull();
        String position = all.entries().getLast().position();
        assertThat(backend.readings.tail(run, position, 10)).isEqualTo(new Slice<>(List.of(), null));
        backend.append(run, 1);
        assertThat(backend.readings.tail(run, position, 10).entries()).hasSize(1);
    }

    @Test
    void refuses_unknown_ended_and_expired_runs() {
        Run ended = backend.start();
        backend.append(ended.id(), 1);
        backend.finish(ended.id());
        Run expired = backend.start();
        clock.forward(Duration.ofSeconds(60).plus(Backend.GRACE));
        assertRefused(ended.id(), ErrorCode.RUN_NOT_RUNNING);
        assertRefused(expired.id(), ErrorCode.RUN_NOT_RUNNING);
        assertRefused(UUID.randomUUID().toString(), ErrorCode.RUN_NOT_FOUND);
        assertThat(tail(expired.id(), null, 10)).isEmpty();
        assertThat(tail(ended.id(), null, 10)).hasSize(1);
        assertThatExceptionOfType(ContractException.class)
                .isThrownBy(() -> backend.readings.tail(UUID.randomUUID().toString(), null, 1))
                .returns(ErrorCode.RUN_NOT_FOUND, ContractException::code);
    }

    @Test
    void a_reader_never_skips_and_never_repeats_under_eight_writers() throws Exception {
        String run = backend.start().id();
        Set<String> acknowledged = new ConcurrentSkipListSet<>();
        AtomicBoolean writing = new AtomicBoolean(true);
        List<Reading> seen = new ArrayList<>();
        Thread reader = Thread.ofVirtual().start(() -> {
            String position = "0";
            boolean last = false;
            while (!last) {
                last = !writing.get();
                Set<String> before = new HashSet<>(acknowledged);
                Slice<Reading> slice = new Backend(local, clock).readings.tail(run, position, 10_000);
                slice.entries().forEach(entry -> seen.add(entry.item()));
                position = slice.entries().isEmpty() ? position : slice.entries().getLast().position();
                seen.forEach(reading -> before.remove(reading.id()));
                assertThat(before).as("acknowledged before the call and not seen").isEmpty();
            }
        });
        AtomicBoolean failed = new AtomicBoolean();
        reader.setUncaughtExceptionHandler((thread, fault) -> failed.set(true));
        List<Integer> sent = Crowd.of(8, writer -> {
            Backend own = new Backend(local, clock);
            for (int i = 0; i < 60; i++) {
                own.append(run, 1 + i % 3).forEach(reading -> acknowledged.add(reading.id()));
            }
            return 120;
        });
        writing.set(false);
        reader.join();
        assertThat(failed).isFalse();
        assertThat(seen).extracting(Reading::id).doesNotHaveDuplicates().hasSize(8 * 120);
        assertThat(sent).hasSize(8);
        assertThat(tail(run, null, 10_000)).isEqualTo(seen);
    }

    @Test
    void stores_a_hundred_single_readings_that_come_at_once() throws Exception {
        String run = backend.start().id();
        for (int tick = 0; tick < 3; tick++) {
            Crowd.of(100, i -> backend.readings.append(run, List.of(backend.reading("sensor-" + i, i)),
                    clock.instant(), Memo.none()));
        }
        assertThat(tail(run, null, 1_000)).hasSize(300);
    }

    @Test
    void nothing_is_stored_after_the_end_is_visible() throws Exception {
        for (int round = 0; round < 5; round++) {
            String run = backend.start().id();
            Set<String> acknowledged = new ConcurrentSkipListSet<>();
            List<List<Reading>> seenAtTheEnd = Crowd.of(17, i -> {
                Backend own = new Backend(local, clock);
                if (i == 16) {
                    own.append(run, 1).forEach(reading -> acknowledged.add(reading.id()));
                    own.finish(run);
                    return tail(run, null, 10_000);
                }
                try {
                    while (true) {
                        own.append(run, 2).forEach(reading -> acknowledged.add(reading.id()));
                    }
                } catch (ContractException e) {
                    assertThat(e.code()).isEqualTo(ErrorCode.RUN_NOT_RUNNING);
                    return List.of();
                }
            });
            assertThat(tail(run, null, 10_000)).isEqualTo(seenAtTheEnd.getLast())
                    .extracting(Reading::id)
                    .containsExactlyInAnyOrderElementsOf(acknowledged);
        }
    }

    @Test
    void finds_by_sensor_over_all_runs_newest_run_first() {
        List<Reading> expected = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            clock.forward(Duration.ofSeconds(1));
            String run = backend.start().id();
            backend.append(run, 40)
                    .stream()
                    .filter(reading -> reading.sensorId().equals("s-3"))
                    .forEach(expected::add);
            if (i % 2 == 0) {
                expected.addAll(backend.readings.append(run,
                        List.of(new NewReading("s-3", "humidity", i, clock.instant(), 4L)), clock.instant(),
                        Memo.none()));
            }
            backend.finish(run);
        }
        List<Reading> reversed = expected.reversed();
        for (int limit : List.of(1, 4, 100)) {
            assertThat(search(new ReadingQuery(null, "s-3", null, null, null), limit)).isEqualTo(reversed);
        }
        assertThat(search(new ReadingQuery(null, "s-3", "humidity", null, null), 5)).hasSize(13);
        assertThat(search(new ReadingQuery(null, "nobody", null, null, null), 5)).isEmpty();
        assertThat(search(new ReadingQuery(null, "x".repeat(5_000), null, null, null), 5)).isEmpty();
    }

    @Test
    void finds_in_a_run_by_every_condition() {
        String run = backend.start().id();
        Instant start = clock.instant();
        List<Reading> stored = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            stored.addAll(backend.append(run, 10));
            clock.forward(Duration.ofSeconds(1));
        }
        List<Reading> reversed = stored.reversed();
        assertThat(search(new ReadingQuery(run, null, null, null, null), 13)).isEqualTo(reversed);
        assertThat(search(new ReadingQuery(run, "s-1", "temperature", start.plusSeconds(10), start.plusSeconds(12)), 2))
                .hasSize(3);
        assertThat(search(new ReadingQuery(UUID.randomUUID().toString(), null, null, null, null), 2)).isEmpty();
        assertThat(backend.readings.search(new ReadingQuery(run, null, null, null, null), null, 300).resume()).isNull();
    }

    @Test
    void a_search_stops_and_goes_on_where_there_is_much_to_look_through() {
        String run = backend.start().id();
        backend.readings.append(run, List.of(backend.reading("rare", 1)), clock.instant(), Memo.none());
        for (int i = 0; i < 150; i++) {
            backend.append(run, 5_000);
        }
        ReadingQuery query = new ReadingQuery(run, "rare", null, null, null);
        assertThat(backend.readings.search(query, null, 10)).returns(List.of(), Slice::entries)
                .extracting(Slice::resume)
                .isNotNull();
        assertThat(search(query, 10)).hasSize(1);
        assertThat(search(new ReadingQuery(null, "rare", null, null, null), 10)).hasSize(1);
    }

    private void assertRefused(String run, ErrorCode code) {
        assertThatExceptionOfType(ContractException.class).isThrownBy(() -> backend.append(run, 1))
                .returns(code, ContractException::code);
    }

    private List<Reading> tail(String run, int limit) {
        return tail(run, null, limit);
    }

    private List<Reading> tail(String run, @Nullable String after, int limit) {
        List<Reading> seen = new ArrayList<>();
        String position = after;
        Slice<Reading> slice;
        do {
            slice = backend.readings.tail(run, position, limit);
            slice.entries().forEach(entry -> seen.add(entry.item()));
            position = slice.resume();
        } while (position != null);
        return seen;
    }

    private List<Reading> search(ReadingQuery query, int limit) {
        List<Reading> seen = new ArrayList<>();
        String position = null;
        do {
            Slice<Reading> slice = backend.readings.search(query, position, limit);
            assertThat(slice.entries().size()).isLessThanOrEqualTo(limit);
            slice.entries().forEach(entry -> seen.add(entry.item()));
            position = slice.resume();
        } while (position != null);
        return seen;
    }
}
