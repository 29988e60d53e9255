package com.sentori.console.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.simulator.Emission;
import com.sentori.contract.readings.NewReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WindowTest {
    private final List<Long> acknowledged = new ArrayList<>();
    private final Window window = new Window(batch -> acknowledged.add(batch.first()));

    @Test
    void acknowledges_in_order_whatever_comes_back_first() throws Exception {
        Batch first = batch(0, 2);
        Batch second = batch(2, 2);
        Batch third = batch(4, 2);
        enter(first, second, third);
        window.leave(third);
        window.leave(second);
        assertThat(acknowledged).isEmpty();
        assertThat(window.stored()).isEqualTo(4);
        assertThat(window.oldestNanos()).hasValue(first.last().nanos());
        window.leave(first);
        assertThat(acknowledged).containsExactly(0L, 2L, 4L);
        assertThat(window.oldestNanos()).isEmpty();
    }

    @Test
    void lets_no_sensor_overtake_itself() throws Exception {
        Batch first = batch(0, 2);
        enter(first, batch(2, 2));
        CompletableFuture<Boolean> same = entering(new Batch(4, first.items()));
        assertThat(isStillOut(same)).isTrue();
        assertThat(window.isFull()).isTrue();
        window.leave(first);
        assertThat(same.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(window.isFull()).isFalse();
    }

    @Test
    void holds_so_many_batches_and_readings_at_most() throws Exception {
        List<Batch> all = IntStream.range(0, Window.MOST).mapToObj(i -> batch(i, 1)).toList();
        enter(all.toArray(Batch[]::new));
        CompletableFuture<Boolean> ninth = entering(batch(100, 1));
        assertThat(isStillOut(ninth)).isTrue();
        window.leave(all.getLast());
        assertThat(isStillOut(ninth)).as("the oldest is still under way").isTrue();
        window.leave(all.getFirst());
        assertThat(ninth.get(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Boolean> large = entering(batch(1_000, Window.MOST_READINGS));
        assertThat(isStillOut(large)).isTrue();
        window.close();
        assertThat(large.get(10, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void lets_nothing_in_while_one_is_sent_again() throws Exception {
        Batch bad = batch(0, 1);
        Batch good = batch(1, 1);
        enter(bad, good);
        window.fail(bad);
        window.fail(bad);
        CompletableFuture<Boolean> next = entering(batch(2, 1));
        window.leave(good);
        assertThat(isStillOut(next)).isTrue();
        assertThat(window.isFailing()).isTrue();
        window.leave(bad);
        assertThat(next.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(window.isFailing()).isFalse();
    }

    @Test
    void once_closed_it_waits_for_a_last_word_and_counts_nothing_that_comes_later() throws Exception {
        Batch prompt = batch(0, 1);
        Batch silent = batch(1, 1);
        enter(prompt, silent);
        CompletableFuture<Void> drained = CompletableFuture.runAsync(() -> {
            try {
                window.drain(Duration.ofMillis(200));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        window.close();
        window.leave(prompt);
        drained.get(10, TimeUnit.SECONDS);
        window.leave(silent);
        assertThat(acknowledged).containsExactly(0L);
        assertThat(window.stored()).isEqualTo(1);
    }

    private void enter(Batch... batches) throws InterruptedException {
        for (Batch batch : batches) {
            assertThat(window.enter(batch)).isTrue();
        }
    }

    private CompletableFuture<Boolean> entering(Batch batch) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return window.enter(batch);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static boolean isStillOut(CompletableFuture<Boolean> entering)
            throws InterruptedException, ExecutionException {
        try {
            entering.get(100, TimeUnit.MILLISECONDS);
            return false;
        } catch (TimeoutException e) {
            return true;
        }
    }

    /** Of sensors of its own. */
    private static Batch batch(long first, int size) {
        return new Batch(first, IntStream.range(0, size).mapToObj(i -> {
            long seq = first + i;
            return new Batch.Item(new Emission(first, seq, 0),
                    new NewReading("sensor-" + seq, "temperature", 1, Instant.EPOCH, seq));
        }).toList());
    }
}
