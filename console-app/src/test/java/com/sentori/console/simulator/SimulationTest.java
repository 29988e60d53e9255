package com.sentori.console.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final SensorPlan PLAN = new SensorPlan(20, 5, Duration.ofSeconds(2_000), Waveform.SINE, 1);

    @Test
    void hands_over_each_reading_once_within_its_gathering_time_over_ten_thousand_ticks() throws Exception {
        VirtualTicker ticker = new VirtualTicker();
        List<Long> ends = new ArrayList<>(List.of(0L));
        new Simulation(PLAN, ticker, 5_000).run((from, to) -> {
            assertThat(from).isEqualTo(ends.getLast());
            assertThat(to).isGreaterThan(from);
            assertThat(ticker.nanos() - PLAN.dueNanos(from)).isEqualTo(Simulation.GATHER.toNanos());
            ends.add(to);
            return true;
        });
        assertThat(ends.getLast()).isEqualTo(200_000).isEqualTo(PLAN.total());
        assertThat(PLAN.tick(PLAN.total() - 1)).isEqualTo(9_999);
        // The last reading is due 10 ms before the end; nothing was added up on the way.
        assertThat(ticker.nanos()).isBetween(PLAN.duration().minusMillis(10).toNanos(),
                PLAN.duration().plus(Simulation.GATHER).toNanos());
    }

    @Test
    void a_slow_sink_gets_larger_batches_and_delays_nothing_that_comes_after() throws Exception {
        VirtualTicker ticker = new VirtualTicker();
        List<Long> sizes = new ArrayList<>();
        new Simulation(PLAN, ticker, 5_000).run((from, to) -> {
            sizes.add(to - from);
            if (from < 1_000) {
                ticker.now += Duration.ofSeconds(30).toNanos();
            }
            return true;
        });
        assertThat(sizes).contains(3_000L);
        assertThat(sizes.stream().mapToLong(Long::longValue).sum()).isEqualTo(PLAN.total());
        assertThat(ticker.nanos()).isLessThanOrEqualTo(PLAN.duration().plus(Simulation.GATHER).toNanos());
    }

    @Test
    void no_batch_is_larger_than_allowed() throws Exception {
        VirtualTicker ticker = new VirtualTicker();
        ticker.now = Duration.ofHours(1).toNanos();
        List<Long> sizes = new ArrayList<>();
        new Simulation(PLAN, ticker, 5_000).run((from, to) -> sizes.add(to - from));
        assertThat(sizes).hasSize(40).containsOnly(5_000L);
    }

    @Test
    void ends_at_once_when_it_is_stopped() throws Exception {
        VirtualTicker ticker = new VirtualTicker();
        List<Long> batches = new ArrayList<>();
        new Simulation(PLAN, ticker, 5_000).run((from, _) -> {
            batches.add(from);
            ticker.stopped = batches.size() == 3;
            return true;
        });
        assertThat(batches).hasSize(3);
    }

    private static final class VirtualTicker implements Ticker {
        private long now;
        private boolean stopped;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public boolean awaitUntil(long nanos) {
            now = Math.max(now, nanos);
            return stopped;
        }
    }
}
