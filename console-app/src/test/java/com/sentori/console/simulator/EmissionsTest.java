package com.sentori.console.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmissionsTest {
    private static final Scenario TROUBLED = new Scenario("troubled",
            List.of(new Group("pump", 7, 5,
                    List.of(Signal.of("temperature", new Wave.Walk(0, 10, 1), 0.1),
                            Signal.of("pressure", new Wave.Constant(3), 0)),
                    new Windows(Duration.ofSeconds(10), Duration.ofSeconds(3), 0.5), 0.05,
                    new Group.Late(0.1, Duration.ofSeconds(4))),
                    Group.of("valve", 3, 2, Signal.of("flow", new Wave.Even(0, 1), 0))),
            List.of(new Phase("slow", Duration.ofSeconds(20), 0.5), new Phase("fast", Duration.ofSeconds(40), 2)),
            Duration.ofMinutes(1));
    private static final SensorPlan PLAN = new SensorPlan(TROUBLED, Duration.ofMinutes(1), 11);

    @Test
    void leaves_in_order_each_as_often_as_planned() {
        List<Emission> all = all(PLAN);
        assertThat(all).isSorted().doesNotHaveDuplicates().hasSize((int) PLAN.total());
        Map<Long, Integer> copies = new HashMap<>();
        all.forEach(emission -> copies.merge(emission.seq(), 1, Integer::sum));
        for (long seq = 0; seq < PLAN.count(); seq++) {
            assertThat(copies.getOrDefault(seq, 0)).isEqualTo(PLAN.copies(seq));
        }
        assertThat(copies.values()).contains(1, 2);
        assertThat(copies.size()).isLessThan((int) PLAN.count());
        assertThat(all).anyMatch(emission -> emission.nanos() - PLAN.dueNanos(emission.seq()) > 1_000_000_000L);
    }

    @Test
    void goes_on_after_any_of_them_as_if_it_had_never_stopped() {
        List<Emission> all = all(PLAN);
        for (int i = 0; i < all.size(); i += 37) {
            List<Emission> rest = new ArrayList<>();
            PLAN.emissions(all.get(i)).forEachRemaining(rest::add);
            assertThat(rest).isEqualTo(all.subList(i + 1, all.size()));
        }
    }

    @Test
    void phases_change_the_rate_of_all() {
        long slow = 0;
        long fast = 0;
        for (long seq = 0; seq < PLAN.count(); seq++) {
            if (PLAN.dueNanos(seq) < Duration.ofSeconds(20).toNanos()) {
                slow++;
            } else {
                fast++;
            }
        }
        assertThat(slow).isEqualTo(20 * (7 * 2 * 5 / 2 + 3));
        assertThat(fast).isEqualTo(40 * (7 * 2 * 10 + 3 * 4));
    }

    @Test
    void a_stuck_sensor_repeats_its_value_and_a_random_walk_takes_steps() {
        Signal stuck = new Signal("t", new Wave.Walk(0, 100, 1), 0, 0, null,
                new Windows(Duration.ofSeconds(10), Duration.ofSeconds(5), 1));
        SensorPlan plan = new SensorPlan(new Scenario("s", List.of(Group.of("s", 1, 10, stuck)), List.of(),
                Duration.ofMinutes(5)), Duration.ofMinutes(5), 3);
        int same = 0;
        for (long seq = 1; seq < plan.count(); seq++) {
            double step = Math.abs(plan.value(seq) - plan.value(seq - 1));
            same += step == 0 ? 1 : 0;
            assertThat(step).isLessThan(60);
        }
        assertThat(same).isBetween(30 * 47, 30 * 52);
    }

    private static List<Emission> all(SensorPlan plan) {
        List<Emission> all = new ArrayList<>();
        plan.emissions(null).forEachRemaining(all::add);
        return all;
    }
}
