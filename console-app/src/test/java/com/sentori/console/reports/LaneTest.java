package com.sentori.console.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentori.contract.readings.Reading;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LaneTest {
    private static final Reading READING = new Reading("1", "run", "sensor-1", "temperature", 1, Instant.EPOCH, 1L,
            Instant.EPOCH);

    @Test
    void does_all_that_is_handed_on_one_after_the_other() throws IOException {
        List<Integer> sizes = new ArrayList<>();
        try (Lane lane = new Lane("test", page -> sizes.add(page.size()))) {
            for (int size = 0; size < 100; size++) {
                lane.take(Collections.nCopies(size, READING));
            }
            lane.finish();
        }
        assertThat(sizes).hasSize(99).isSorted();
    }

    @Test
    void tells_who_hands_on_what_went_wrong() {
        try (Lane lane = new Lane("test", _ -> {
            throw new IOException("No space left on device");
        })) {
            assertThatThrownBy(() -> {
                for (int i = 0; i < 100; i++) {
                    lane.take(List.of(READING));
                }
            }).isInstanceOf(IOException.class).hasMessage("No space left on device");
        }
    }

    @Test
    void is_not_finished_when_something_went_wrong_with_the_last() {
        try (Lane lane = new Lane("test", _ -> {
            throw new IllegalStateException("a mistake");
        })) {
            assertThatThrownBy(() -> {
                lane.take(List.of(READING));
                lane.finish();
            }).isInstanceOf(IOException.class).hasMessage("a mistake");
        }
    }

    @Test
    void an_interrupt_cancels_it_however_slow_it_is() {
        CountDownLatch never = new CountDownLatch(1);
        try (Lane lane = new Lane("test", _ -> waitFor(never))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> {
                lane.take(List.of(READING));
                lane.finish();
            }).isInstanceOf(InterruptedIOException.class);
        }
        assertThat(Thread.interrupted()).isFalse();
    }

    private static void waitFor(CountDownLatch latch) throws InterruptedIOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw Source.cancelled();
        }
    }
}
