package com.sentori.console.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final SensorPlan PLAN = new SensorPlan(20, 5, Duration.ofSeconds(2_000), Waveform.SINE, 1);

    @Test
    void hands_over_each_reading_once_within_its_gathering_time_over_ten_thousand_ticks() throws Exception {
        VirtualTicker ticker = new VirtualTicker();
        Collected collected = new Collected(ticker, _ -> {});
        assertThat(new Simulation(PLAN, null, ticker, 5_000).run(collected)).isTrue();
        assertThat(collected.seqs).hasSize(200_000).isSorted().doesNotHaveDuplicates();
        assertThat(collected.longestWait).isLessThanOrEqualTo(Simulation.GATHER.toNanos());
        // The last reading is due 10 ms before the end; nothing was added up on the way.
        assertThat(ticker.nanos()).isBetween(PLAN.duration().minusMillis(10).toNanos(),
                PLAN.duration().plus(Simulation.GATHER).toNanos());
    }

    @Test
    void a_slow_sink_gets_larger_batches_and_delays_nothing_that_comes_after() throws Exception {
        VirtualTicker ticker = new VirtualTicker();
        Collected collected = new Collected(ticker, batch -> {
            if (batch.getFirst().seq() < 1_000) {
                ticker.now += Duration.ofSeconds(30).toNanos();
            }
        });
        new Simulation(PLAN, null, ticker, 5_000).run(collected);
        assertThat(collected.sizes).anyMatch(size -> size > 2_900);
        assertThat(collected.seqs).hasSize(200_000);
        assertThat(ticker.nanos()).isLessThanOrEqualTo(PLAN.duration().plus(Simulation.GATHER).toNanos());
    }

    @Test
    void gathers_longer_for_a_sink_that_is_busy_but_not_longer_than_a_second() throws Exception {
        VirtualTicker ticker = new VirtualTicker();
        Collected collected = new Collected(ticker, _ -> {});
        collected.busy = true;
        new Simulation(PLAN, null, ticker, 5_000).run(collected);
        assertThat(collected.sizes.subList(0, 100)).allMatch(size -> size >= 100 && size <= 106);
    }

    @Test
    void no_batch_is_larger_than_allowed() throws Exception {
        VirtualTicker ticker = new VirtualTicker();
        ticker.now = Duration.ofHours(1).toNanos();
        Collected collected = new Collected(ticker, _ -> {});
        new Simulation(PLAN, null, ticker, 5_000).run(collected);
        assertThat(collected.sizes).hasSize(40).containsOnly(5_000);
    }

    @Test
    void ends_at_once_when_it_is_stopped() throws Exception {
        VirtualTicker ticker = new VirtualTicker();
        Collected collected = new Collected(ticker, _ -> {});
        ticker.stopAt = Duration.ofSeconds(3).toNanos();
        assertThat(new Simulation(PLAN, null, ticker, 5_000).run(collected)).isFalse();
        assertThat(collected.seqs.size()).isBetween(290, 301);
    }

    private static final class Collected implements Simulation.Sink {
        private final VirtualTicker ticker;
        private final Consumer<List<Emission>> after;
        private final List<Long> seqs = new ArrayList<>();
        private final List<Integer> sizes = new ArrayList<>();
        private long longestWait;
        private boolean busy;

        Collected(VirtualTicker ticker, Consumer<List<Emission>> after) {
            this.ticker = ticker;
            this.after = after;
        }

        @Override
        public void take(List<Emission> batch) {
            batch.forEach(emission -> seqs.add(emission.seq()));
            sizes.add(batch.size());
            longestWait = Math.max(longestWait, ticker.nanos() - batch.getFirst().nanos());
            after.accept(batch);
        }

        @Override
        public boolean isBusy() {
            return busy;
        }
    }

    private static final class VirtualTicker implements Ticker {
        private long now;
        private long stopAt = Long.MAX_VALUE;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public boolean awaitUntil(long nanos) {
            now = Math.max(now, nanos);
            return now >= stopAt;
        }
    }
}
