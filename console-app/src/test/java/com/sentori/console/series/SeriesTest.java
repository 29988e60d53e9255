package com.sentori.console.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentori.console.charts.Samples.Sample;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SeriesTest {
    private static final SeriesKey KEY = new SeriesKey("ecs", "run", "sensor-1", "temperature");
    private final SeriesStore store = new SeriesStore(InstantSource.fixed(Instant.ofEpochMilli(5_000)), 1_024, 1 << 20);
    private final Series series = store.series(KEY);

    @Test
    void keeps_late_samples_in_the_order_of_time() {
        series.append(10, 1, 0);
        series.append(30, 3, 0);
        series.append(20, 2, 0);
        series.append(20, 2.5, 0);
        series.append(5, 0.5, 0);
        assertThat(samples(series)).extracting(Sample::value).containsExactly(0.5, 1.0, 2.0, 2.5, 3.0);
        assertThat(series.newestTime()).isEqualTo(30);
        assertThat(series.oldestTime()).isEqualTo(5);
        assertThat(series.disorder()).isEqualTo(3);
        assertThat(series.changes()).isEqualTo(5);
    }

    @Test
    void finds_the_samples_around_a_time() {
        series.append(10, 1, 0);
        series.append(20, 2, 0);
        assertThat(series.atOrBefore(9)).isNull();
        assertThat(series.atOrBefore(10)).isEqualTo(new Sample(10, 1));
        assertThat(series.atOrBefore(19)).isEqualTo(new Sample(10, 1));
        assertThat(series.atOrAfter(11)).isEqualTo(new Sample(20, 2));
        assertThat(series.atOrAfter(21)).isNull();
        assertThat(series.newest()).isEqualTo(new Series.Sample(20, 2));
    }

    @Test
    void lets_the_oldest_go_when_full_and_counts_what_is_older_than_all() {
        for (int i = 0; i < 1_500; i++) {
            series.append(i, i, 0);
        }
        series.append(3, 3, 0);
        assertThat(series.size()).isEqualTo(1_024);
        assertThat(series.oldestTime()).isEqualTo(476);
        assertThat(series.dropped()).isEqualTo(1);
        assertThat(samples(series)).hasSize(1_024).first().isEqualTo(new Sample(476, 476));
    }

    @Test
    void learns_its_cadence_and_does_not_take_a_gap_for_one() {
        assertThat(series.cadenceMillis()).isNaN();
        for (int i = 0; i < 100; i++) {
            series.append(i * 200L + (i > 50 ? 60_000 : 0), 1, 0);
        }
        assertThat(series.cadenceMillis()).isEqualTo(200);
    }

    @Test
    void refuses_what_is_no_number() {
        assertThatThrownBy(() -> series.append(1, Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a finite number");
    }

    @Test
    void is_empty_after_a_clearing_and_goes_on() {
        series.append(10, 1, 0);
        store.clear("ecs", "run");
        assertThat(series.newestTime()).isEqualTo(Series.NONE);
        assertThat(samples(series)).isEmpty();
        series.append(5, 2, 0);
        assertThat(samples(series)).containsExactly(new Sample(5, 2));
    }

    @Test
    void nothing_is_lost_while_some_append_and_others_read() throws InterruptedException {
        int each = 200;
        List<Thread> writers = new ArrayList<>();
        CountDownLatch start = new CountDownLatch(1);
        for (int writer = 0; writer < 5; writer++) {
            int own = writer;
            writers.add(Thread.ofVirtual().start(() -> {
                awaitQuietly(start);
                for (int i = 0; i < each; i++) {
                    series.append(i * 5L + own, own, 0);
                }
            }));
        }
        start.countDown();
        do {
            assertThat(samples(series)).isSortedAccordingTo((a, b) -> Long.compare(a.time(), b.time()));
        } while (writers.stream().anyMatch(Thread::isAlive));
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(samples(series)).extracting(Sample::time)
                .containsExactlyElementsOf(java.util.stream.LongStream.range(0, 5L * each).boxed().toList());
    }

    @Test
    void stops_growing_at_the_budget_and_gives_back_what_is_removed() {
        SeriesStore small = new SeriesStore(InstantSource.system(), 1 << 16, 50_000);
        for (int i = 0; i < 10_000; i++) {
            small.append(KEY, i, i);
        }
        assertThat(small.bytes()).isLessThanOrEqualTo(50_000);
        assertThat(small.series(KEY).size()).isEqualTo(2_048);
        assertThat(small.series(KEY).newestTime()).isEqualTo(9_999);
        small.remove("ecs", "run");
        assertThat(small.bytes()).isZero();
        assertThat(small.of("ecs", "run")).isEmpty();
    }

    @Test
    void lists_the_series_of_a_run_as_people_count() {
        for (String sensor : List.of("sensor-10", "sensor-2", "sensor-1")) {
            store.append(new SeriesKey("ecs", "run", sensor, "temperature"), 1, 1);
        }
        store.append(new SeriesKey("ecs", "other", "sensor-1", "temperature"), 1, 1);
        assertThat(store.of("ecs", "run")).extracting(SeriesKey::sensorId)
                .containsExactly("sensor-1", "sensor-2", "sensor-10");
        assertThat(store.series(KEY).newestArrival()).isEqualTo(5_000);
        assertThat(store.revision()).isEqualTo(4);
    }

    static List<Sample> samples(Series series) {
        List<Sample> all = new ArrayList<>();
        series.each((at, value) -> all.add(new Sample(at, value)));
        return all;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
