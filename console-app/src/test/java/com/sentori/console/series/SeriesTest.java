package com.sentori.console.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentori.console.charts.Samples.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SeriesTest {
    private static final SeriesKey KEY = new SeriesKey("store", "run", "sensor-1", "temperature");
    private final SeriesStore store = new SeriesStore();
    private final Series series = store.series(KEY);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keeps_late_samples_in_the_order_of_time_and_then_of_arrival() {
        series.append(10, 1, 1, Series.NONE);
        series.append(30, 3, 2, Series.NONE);
        series.append(20, 2.5, 9, Series.NONE);
        series.append(20, 2, 3, Series.NONE);
        series.append(5, 0.5, 5, Series.NONE);
        assertThat(samples(series)).extracting(Sample::value).containsExactly(0.5, 1.0, 2.0, 2.5, 3.0);
        assertThat(series.newestTime()).isEqualTo(30);
        assertThat(series.oldestTime()).isEqualTo(5);
        assertThat(series.disorder()).isEqualTo(3);
        assertThat(series.changes()).isEqualTo(5);
        assertThat(series.newest()).isEqualTo(new Sample(30, 3));
    }

    @Test
    void two_readings_of_one_millisecond_are_two_and_one_reading_twice_is_one() {
        assertThat(series.append(10, 1, 1, Series.NONE)).isTrue();
        assertThat(series.append(10, 1, 2, Series.NONE)).isTrue();
        assertThat(series.append(10, 1, 1, Series.NONE)).isFalse();
        assertThat(series.size()).isEqualTo(2);
        assertThat(series.duplicates()).isEqualTo(1);
    }

    @Test
    void finds_the_samples_around_a_time() {
        store.append(KEY, 10, 1);
        store.append(KEY, 20, 2);
        assertThat(series.atOrBefore(9)).isNull();
        assertThat(series.atOrBefore(10)).isEqualTo(new Sample(10, 1));
        assertThat(series.atOrBefore(19)).isEqualTo(new Sample(10, 1));
        assertThat(series.atOrAfter(11)).isEqualTo(new Sample(20, 2));
        assertThat(series.atOrAfter(21)).isNull();
    }

    @Test
    void learns_its_cadence_and_does_not_take_a_gap_for_one() {
        assertThat(series.cadenceMillis()).isNaN();
        for (int i = 0; i < 100; i++) {
            store.append(KEY, i * 200L + (i > 50 ? 60_000 : 0), 1);
        }
        assertThat(series.cadenceMillis()).isEqualTo(200);
    }

    @Test
    void says_where_the_sensor_was_silent_by_its_own_cadence() {
        for (int i = 0; i < 10_000; i++) {
            store.append(KEY, i * 200L + (i > 5_000 ? 60_000 : 0), 1);
        }
        assertThat(series.holes(0, 3_000_000))
                .containsExactly(new Hole(1_000_000, 1_060_200, Hole.Why.SILENT));
        assertThat(series.holes(0, 1_000_000)).isEmpty();
    }

    @Test
    void a_late_sample_in_the_middle_of_a_long_series_is_put_in_place() {
        for (int i = 0; i < 20_000; i++) {
            series.append(i * 10L, i, i, Series.NONE);
        }
        series.append(100_005, -1, 20_001, Series.NONE);
        series.append(5_000_000_000_000L, 7, 20_002, Series.NONE);
        series.append(100_006, -2, 20_003, Series.NONE);
        List<Sample> samples = samples(series);
        assertThat(samples).hasSize(20_003)
                .isSortedAccordingTo((a, b) -> Long.compare(a.time(), b.time()))
                .contains(new Sample(100_005, -1), new Sample(100_006, -2));
        assertThat(samples.getLast()).isEqualTo(new Sample(5_000_000_000_000L, 7));
    }

    @Test
    void refuses_what_is_no_number() {
        assertThatThrownBy(() -> series.append(1, Double.NaN, 0, 0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a finite number");
    }

    @Test
    void takes_at_most_twenty_bytes_a_sample_with_levels() {
        for (int i = 0; i < 100_000; i++) {
            series.append(i * 10L, i, i, Series.NONE);
        }
        assertThat(store.bytes()).isEqualTo(series.bytes()).isLessThan(100_000 * 20);
    }

    @Test
    void nothing_is_lost_while_some_append_and_others_read() throws InterruptedException {
        int each = 2_000;
        List<Thread> writers = new ArrayList<>();
        CountDownLatch start = new CountDownLatch(1);
        for (int writer = 0; writer < 5; writer++) {
            int own = writer;
            writers.add(Thread.ofVirtual().start(() -> {
                awaitQuietly(start);
                for (int i = 0; i < each; i++) {
                    series.append(i * 5L + own, own, i * 5L + own, Series.NONE);
                }
            }));
        }
        start.countDown();
        do {
            assertThat(series.newestTime()).isLessThan(5L * each);
        } while (writers.stream().anyMatch(Thread::isAlive));
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(samples(series)).extracting(Sample::time)
                .containsExactlyElementsOf(LongStream.range(0, 5L * each).boxed().toList());
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
