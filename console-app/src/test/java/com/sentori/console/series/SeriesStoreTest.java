package com.sentori.console.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sentori.console.charts.Columns;
import com.sentori.console.journal.Journal;
import com.sentori.contract.readings.Reading;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesStoreTest {
    private static final long ROOMY = 1L << 28;

    @TempDir
    private Path folder;

    private SeriesStore open(long bytes) {
        return new SeriesStore(() -> Journal.open(folder, Journal.STANDARD_LIMIT, Clock.systemUTC()), bytes);
    }

    private static RunSeries loaded(SeriesStore store, RunKey key) {
        RunSeries run = store.run(key).hold();
        await().until(run::isLoaded);
        return run;
    }

    @Test
    void live_history_and_backfill_in_any_order_make_the_same_series() {
        try (SeriesStore store = open(ROOMY)) {
            RunSeries run = loaded(store, Some.RUN);
            List<long[]> pages = new ArrayList<>();
            for (long after = 0; after < 10_000; after += 100) {
                pages.add(new long[]{after, after + 100});
                pages.add(new long[]{after, after + 37});
            }
            Collections.shuffle(pages, new Random(7));
            for (long[] page : pages) {
                run.accept(page[0], Some.readings(page[0] + 1, page[1]), "c" + page[1], false);
            }
            assertThat(Some.places(run)).isEqualTo(Some.all(10_000));
            assertThat(run.received()).isEqualTo(10_000);
            assertThat(run.repeated()).isEqualTo(3_700);
            assertThat(run.missingSeqs()).isZero();
        }
    }

    @Test
    void a_feed_goes_on_behind_all_that_is_known_without_a_hole() throws InterruptedException {
        try (SeriesStore store = open(ROOMY)) {
            RunSeries run = loaded(store, Some.RUN);
            run.accept(0, Some.readings(1, 50), "c50", false);
            run.accept(80, Some.readings(81, 90), "c90", false);
            assertThat(run.resume()).isEqualTo(new RunSeries.Place(50, "c50"));
            run.accept(50, Some.readings(51, 100), "c100", false);
            assertThat(run.resume()).isEqualTo(new RunSeries.Place(100, "c100"));
            assertThat(run.repeated()).isEqualTo(10);
        }
    }

    @Test
    void what_is_on_disk_is_handed_on_once_more_up_to_the_first_gap() {
        try (SeriesStore store = open(ROOMY)) {
            RunSeries run = loaded(store, Some.RUN);
            run.accept(0, Some.readings(1, 50), "c50", false);
            store.flush();
            run.accept(50, Some.readings(51, 60), null, false);
            run.accept(80, Some.readings(81, 90), "c90", true);
            List<Reading> handed = new ArrayList<>();
            assertThat(run.replay(handed::addAll, () -> true)).isEqualTo(
                    new RunSeries.Replayed(60, new RunSeries.Place(50, "c50"), false));
            assertThat(handed).isEqualTo(Some.readings(1, 60));

            run.accept(60, Some.readings(61, 80), "c80", false);
            handed.clear();
            assertThat(run.replay(handed::addAll, () -> true).complete()).isTrue();
            assertThat(handed).isEqualTo(Some.readings(1, 90));
            assertThat(run.replay(_ -> {}, () -> false).last()).isZero();
        }
    }

    @Test
    void lost_sequence_numbers_are_seen() {
        try (SeriesStore store = new SeriesStore()) {
            RunSeries run = loaded(store, Some.RUN);
            run.accept(0, Some.readings(1, 10), null, false);
            run.accept(10, Some.readings(14, 20), null, false);
            assertThat(run.missingSeqs()).isEqualTo(3);
        }
    }

    @Test
    void readings_of_another_store_are_not_mixed_with_those_of_this_one() {
        try (SeriesStore store = open(ROOMY)) {
            RunSeries one = loaded(store, Some.RUN);
            RunSeries other = loaded(store, new RunKey("store-2", Some.RUN.runId()));
            one.accept(0, Some.readings(1, 10), null, false);
            other.accept(0, Some.readings(1, 5), null, false);
            assertThat(Some.places(one)).isEqualTo(Some.all(10));
            assertThat(Some.places(other)).isEqualTo(Some.all(5));
        }
    }

    @Test
    void what_was_seen_is_there_after_a_restart_and_the_feed_goes_on_behind_it() throws InterruptedException {
        try (SeriesStore store = open(ROOMY)) {
            RunSeries run = loaded(store, Some.RUN);
            for (long after = 0; after < 5_000; after += 100) {
                run.accept(after, Some.readings(after + 1, after + 100), "c" + (after + 100), false);
            }
        }
        try (SeriesStore store = open(ROOMY)) {
            RunSeries run = loaded(store, Some.RUN);
            assertThat(Some.places(run)).isEqualTo(Some.all(5_000));
            assertThat(run.resume()).isEqualTo(new RunSeries.Place(5_000, "c5000"));
            assertThat(run.receivedAt()).isEqualTo(Some.reading(5_000).receivedAt().toEpochMilli());
            run.accept(5_000, Some.readings(5_001, 5_010), "c5010", true);
        }
        try (SeriesStore store = open(ROOMY)) {
            RunSeries run = loaded(store, Some.RUN);
            assertThat(Some.places(run)).isEqualTo(Some.all(5_010));
            assertThat(run.isComplete()).isTrue();
            assertThat(run.link()).isEqualTo(RunSeries.Link.ENDED);
        }
    }

    @Test
    void readings_that_come_before_the_journal_was_read_are_neither_lost_nor_doubled() {
        try (SeriesStore store = open(ROOMY)) {
            loaded(store, Some.RUN).accept(0, Some.readings(1, 100), "c100", false);
        }
        try (SeriesStore store = open(ROOMY)) {
            RunSeries run = store.run(Some.RUN).hold();
            run.accept(0, Some.readings(1, 150), null, false);
            await().untilAsserted(() -> assertThat(Some.places(run)).isEqualTo(Some.all(150)));
        }
    }

    @Test
    void beyond_the_budget_samples_go_to_disk_and_come_back_when_a_view_asks() {
        int total = 400_000;
        try (SeriesStore store = open(3_000_000)) {
            RunSeries run = fill(store, total);
            assertThat(store.bytes()).isLessThanOrEqualTo(3_000_000);
            assertThat(Some.places(run).size()).isLessThan(total / 2);
            Series series = run.series("sensor-1", "temperature");
            long from = series.oldestTime();
            assertThat(series.size()).isEqualTo(total / Some.SENSORS);
            assertThat(series.holes(from, from + 1_000)).extracting(Hole::why).containsExactly(Hole.Why.BEING_READ);
            assertThat(raw(series, from, from + 1_000)).isEmpty();
            await().untilAsserted(
                    () -> assertThat(raw(series, from, from + 1_000)).containsExactly(1.0, 5.0, 9.0, 13.0, 17.0, 21.0,
                            25.0, 29.0, 33.0, 37.0));
            assertThat(series.holes(from, from + 1_000)).isEmpty();
            assertThat(run.dropped()).isZero();
            assertThat(store.bytes()).isLessThanOrEqualTo(3_000_000);
        }
    }

    @Test
    void the_extremes_of_samples_on_disk_are_drawn_without_reading_them() {
        try (SeriesStore store = open(3_000_000)) {
            Series series = fill(store, 400_000).series("sensor-1", "temperature");
            double[] extremes = {Double.MAX_VALUE, Double.MIN_VALUE};
            series.fold(Long.MIN_VALUE, Long.MAX_VALUE, new Columns() {
                @Override
                public void add(long time, double value) {
                    widen(value, value);
                }

                @Override
                public void widen(double lowest, double highest) {
                    extremes[0] = Math.min(extremes[0], lowest);
                    extremes[1] = Math.max(extremes[1], highest);
                }

                @Override
                public boolean sameColumn(long time, long later) {
                    return true;
                }
            });
            assertThat(extremes).containsExactly(1.0, 399_997.0);
        }
    }

    @Test
    void without_a_journal_what_has_to_go_is_counted_shown_and_repaired_by_the_backend() {
        int total = 400_000;
        try (SeriesStore store = new SeriesStore(Journal::none, 3_000_000)) {
            RunSeries run = fill(store, total);
            Series series = run.series("sensor-1", "temperature");
            long from = series.oldestTime();
            assertThat(run.dropped()).isPositive().isEqualTo(total - Some.places(run).size());
            assertThat(series.holes(from, from + 1_000)).extracting(Hole::why).containsExactly(Hole.Why.DROPPED);
            assertThat(raw(series, from, from + 1_000)).isEmpty();
            assertThat(run.lacks()).isTrue();
            for (long after = 0; run.lacks(); after += 1_000) {
                run.repair(Some.readings(after + 1, after + 1_000));
            }
            run.endRepair();
            assertThat(raw(series, from, from + 1_000)).hasSize(10);
            assertThat(run.backfilled()).isPositive();
        }
    }

    @Test
    void memory_stays_flat_however_long_it_goes_on() {
        try (SeriesStore store = open(3_000_000)) {
            RunSeries run = loaded(store, Some.RUN);
            for (long after = 0; after < 1_000_000; after += 1_000) {
                run.accept(after, Some.readings(after + 1, after + 1_000), null, false);
                assertThat(store.bytes()).isLessThan(3_300_000);
            }
        }
    }

    @Test
    void runs_that_nobody_holds_go_first_and_come_back_from_disk() {
        RunKey old = new RunKey("store-1", "old");
        try (SeriesStore store = open(3_000_000)) {
            RunSeries first = loaded(store, old);
            first.accept(0, Some.readings(1, 20_000), "c", true);
            first.release();
            store.flush();
            fill(store, 300_000);
            assertThat(store.run(old)).isNotSameAs(first);
            RunSeries again = loaded(store, old);
            assertThat(again.received()).isEqualTo(20_000);
        }
    }

    private static RunSeries fill(SeriesStore store, int total) {
        RunSeries run = loaded(store, Some.RUN);
        for (long after = 0; after < total; after += 10_000) {
            List<Reading> page = Some.readings(after + 1, after + 10_000);
            run.accept(after, page, null, false);
            store.flush();
        }
        return run;
    }

    private static List<Double> raw(Series series, long from, long to) {
        List<Double> values = new ArrayList<>();
        series.fold(from, to, new Columns() {
            @Override
            public void add(long time, double value) {
                values.add(value);
            }

            @Override
            public void widen(double lowest, double highest) {
                throw new AssertionError("a block that does not lie in one column");
            }

            @Override
            public boolean sameColumn(long time, long later) {
                return false;
            }
        });
        return values;
    }
}
