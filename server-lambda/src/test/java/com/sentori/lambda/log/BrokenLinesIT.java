package com.sentori.lambda.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.contract.idempotency.Memo;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.runs.RunQuery;
import com.sentori.lambda.Backend;
import com.sentori.lambda.Crowd;
import com.sentori.lambda.ManualClock;
import com.sentori.lambda.store.Faulty;
import com.sentori.lambda.store.Faulty.Fate;
import com.sentori.lambda.store.LocalDynamo;
import com.sentori.lambda.store.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store promises when calls are throttled, lines break, and writers die. */
class BrokenLinesIT {
    private final ManualClock clock = new ManualClock();
    private LocalDynamo local;
    private Backend healthy;

    @BeforeEach
    void open() {
        local = LocalDynamo.inMemory();
        healthy = new Backend(local, clock);
    }

    @AfterEach
    void close() {
        local.close();
    }

    @Test
    void stores_each_acknowledged_reading_once_whatever_breaks() throws Exception {
        String run = healthy.start().id();
        List<List<Reading>> acknowledged = Crowd.of(8, writer -> {
            Random random = new Random(writer);
            Backend own = new Backend(new Faulty(local.client(), (operation, call) -> Fate.roll(random)).store(),
                    clock);
            List<Reading> stored = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                stored.addAll(own.append(run, 1 + i % 2));
            }
            return stored;
        });
        assertThat(tail(run)).extracting(Reading::id)
                .containsExactlyInAnyOrderElementsOf(
                        acknowledged.stream().flatMap(List::stream).map(Reading::id).toList());
    }

    @Test
    void stores_a_batch_of_several_items_once_whatever_breaks() {
        String run = healthy.start().id();
        Random random = new Random(7);
        Backend own = new Backend(new Faulty(local.client(), (operation, call) -> Fate.roll(random)).store(), clock);
        List<Load> loads = List.of(new Load(new byte[300_000], 1), new Load(new byte[300_000], 1),
                new Load(new byte[300_000], 1));
        for (int i = 0; i < 5; i++) {
            own.log.append(run, loads, clock.instant(), number -> Optional.empty());
        }
        Head head = healthy.log.head(run, clock.instant()).orElseThrow();
        assertThat(healthy.log.after(head, 1, 1_000)).filteredOn(slot -> slot.load() != null).hasSize(15);
    }

    @Test
    void ends_a_run_once_whatever_breaks() throws Exception {
        for (int round = 0; round < 10; round++) {
            healthy.start();
            List<Integer> counts = Crowd.of(4, caller -> {
                Random random = new Random(caller);
                return new Backend(new Faulty(local.client(), (operation, call) -> Fate.roll(random)).store(),
                        clock).runs
                        .interruptAll(clock.instant(), Memo.none());
            });
            assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
            assertThat(healthy.runs.countRunning()).isZero();
        }
    }

    @Test
    void starts_a_run_once_whatever_breaks() {
        Random random = new Random(3);
        Backend own = new Backend(new Faulty(local.client(), (operation, call) -> Fate.roll(random)).store(), clock);
        for (int i = 1; i <= 5; i++) {
            own.start();
            assertThat(healthy.runs.countRunning()).isEqualTo(i);
        }
        assertThat(own.tryStart()).isEmpty();
        assertThat(healthy.runs.newestFirst(RunQuery.ALL, null, 100).entries()).hasSize(5);
    }

    @Test
    void gives_up_within_the_time_that_is_left() {
        String run = healthy.start().id();
        for (Fate fate : List.of(Fate.THROTTLED, Fate.LOST)) {
            Backend own = new Backend(new Faulty(local.client(), (operation, call) -> fate).store(), clock);
            long before = System.nanoTime();
            assertThatExceptionOfType(ContractException.class)
                    .isThrownBy(() -> Patience.within(Duration.ofMillis(300), () -> own.append(run, 1)))
                    .returns(ErrorCode.STORE_UNAVAILABLE, ContractException::code);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
        }
        assertThat(tail(run)).isEmpty();
    }

    @Test
    void a_reader_goes_on_where_a_writer_died() {
        String run = healthy.start().id();
        healthy.append(run, 1);
        Backend dying = new Backend(new Faulty(local.client(),
                (operation, call) -> operation.equals("putItem") ? Fate.LOST : Fate.ANSWERED).store(), clock);
        assertThatExceptionOfType(ContractException.class)
                .isThrownBy(() -> Patience.within(Duration.ofMillis(50), () -> dying.append(run, 1)));
        List<Reading> after = healthy.append(run, 2);
        assertThat(tail(run)).hasSize(3).endsWith(after.toArray(Reading[]::new));
        assertThat(healthy.finish(run).status()).isNotNull();
        assertThat(tail(run)).hasSize(3);
    }

    @Test
    void a_writer_whose_slot_was_closed_takes_another() throws Exception {
        String run = healthy.start().id();
        healthy.append(run, 20);
        CountDownLatch given = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        AtomicBoolean first = new AtomicBoolean(true);
        Backend slow = new Backend(new Faulty(local.client(), (operation, call) -> {
            if (operation.equals("putItem") && first.getAndSet(false)) {
                given.countDown();
                await(read);
            }
            return Fate.ANSWERED;
        }).store(), clock);
        Thread writer = Thread.ofVirtual().start(() -> slow.append(run, 1));
        given.await();
        List<Reading> before = healthy.append(run, 1);
        assertThat(tail(run)).hasSize(21).endsWith(before.toArray(Reading[]::new));
        read.countDown();
        writer.join();
        assertThat(tail(run)).hasSize(22)
                .startsWith(healthy.readings.tail(run, null, 21)
                        .entries()
                        .stream()
                        .map(entry -> entry.item())
                        .toArray(Reading[]::new));
    }

    @Test
    void an_end_that_was_left_half_done_is_completed_by_whoever_meets_it() {
        String run = healthy.start().id();
        healthy.append(run, 1);
        AtomicInteger updates = new AtomicInteger();
        Backend dying = new Backend(new Faulty(local.client(),
                (operation, call) -> operation.equals("updateItem") && updates.incrementAndGet() > 1
                        ? Fate.LOST
                        : Fate.ANSWERED)
                .store(), clock);
        assertThatExceptionOfType(ContractException.class)
                .isThrownBy(() -> Patience.within(Duration.ofMillis(50), () -> dying.finish(run)));
        assertThat(healthy.runs.countRunning()).isZero();
        assertThat(healthy.runs.find(run)).get().returns(dying.completed().status(), ended -> ended.status());
        assertThat(healthy.finish(run).isRunning()).isFalse();
        assertThat(healthy.tryStart()).isPresent();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Reading> tail(String run) {
        return healthy.readings.tail(run, null, 10_000).entries().stream().map(entry -> entry.item()).toList();
    }
}
