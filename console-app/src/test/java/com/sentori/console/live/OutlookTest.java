package com.sentori.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.charts.TimeWindow;
import org.junit.jupiter.api.Test;

class OutlookTest {
    private static final long NOW = 1_800_000_000_000L;
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    @Test
    void follows_the_last_minute_or_the_whole_of_a_shorter_run() {
        assertThat(following(outlook(HOUR, 200, NOW - 300, NOW - 100, false))).isEqualTo(MINUTE);
        assertThat(following(outlook(6_000, 200, NOW - 300, NOW - 100, false))).isEqualTo(6_000);
        assertThat(following(outlook(HOUR, Double.NaN, Long.MAX_VALUE, Long.MIN_VALUE, false))).isEqualTo(MINUTE);
    }

    @Test
    void shows_twenty_readings_of_slow_sensors() {
        assertThat(following(outlook(24 * HOUR, MINUTE, NOW - MINUTE, NOW, false))).isEqualTo(20 * MINUTE);
        assertThat(following(outlook(10 * MINUTE, MINUTE, NOW - MINUTE, NOW, false))).isEqualTo(10 * MINUTE);
    }

    @Test
    void keeps_what_a_lost_backend_sent_last_in_sight_beside_one_that_goes_on() {
        for (long outage = MINUTE; outage < HOUR; outage += 7_001) {
            long window = following(outlook(HOUR, 200, NOW - outage, NOW, false));
            assertThat(window).isBetween(outage + MINUTE / 10, outage + 40_000);
        }
        assertThat(following(outlook(HOUR, 200, NOW - 61_000, NOW, false)))
                .isEqualTo(following(outlook(HOUR, 200, NOW - 80_000, NOW, false)));
    }

    @Test
    void stands_still_at_what_came_last_when_every_backend_is_lost() {
        assertThat(following(outlook(HOUR, 200, NOW - 50_000, NOW - 50_000, true))).isEqualTo(MINUTE);
        for (long age : new long[]{MINUTE + 1, 10 * MINUTE, 24 * HOUR}) {
            assertThat(outlook(HOUR, 200, NOW - age, NOW - age, true))
                    .isEqualTo(new TimeWindow.Fixed(NOW - age - 45_000, NOW - age + 15_000));
        }
        assertThat(outlook(HOUR, 200, NOW - 5 * MINUTE, NOW - 2 * MINUTE, true))
                .isEqualTo(new TimeWindow.Fixed(NOW - 5 * MINUTE - 6_000, NOW - 2 * MINUTE + 15_000));
    }

    @Test
    void shows_readings_of_another_clock() {
        assertThat(outlook(MINUTE, 200, NOW - 24 * HOUR, NOW - 24 * HOUR, false))
                .isEqualTo(new TimeWindow.Fixed(NOW - 24 * HOUR - 45_000, NOW - 24 * HOUR + 15_000));
        assertThat(outlook(MINUTE, 200, NOW + HOUR, NOW + HOUR, false))
                .isEqualTo(new TimeWindow.Fixed(NOW + HOUR - 45_000, NOW + HOUR + 15_000));
        assertThat(following(outlook(MINUTE, 200, NOW + 30_000, NOW + 30_000, false))).isEqualTo(MINUTE);
        assertThat(Outlook.edge(NOW, NOW + 30_000)).isEqualTo(NOW + 30_000);
        assertThat(Outlook.edge(NOW, NOW - 30_000)).isEqualTo(NOW);
        assertThat(Outlook.edge(NOW, Long.MIN_VALUE)).isEqualTo(NOW);
    }

    private static TimeWindow outlook(long planned, double cadence, long oldestNewest, long newest, boolean stale) {
        return new Outlook(NOW, planned, cadence, oldestNewest, newest, stale).window();
    }

    private static long following(TimeWindow window) {
        return ((TimeWindow.Following) window).millis();
    }
}
