package com.sentori.console.dashboards;

import java.time.Duration;
import java.time.Instant;

/**
 * When a panel is asked for, and how finely.
 *
 * @param from begin
 * @param to end, later than that
 * @param step how far apart its points are
 * @param scrape how often the source itself measures
 */
record Timing(Instant from, Instant to, Duration step, Duration scrape) {
    /** How often Prometheus is taken to scrape where nobody says otherwise. */
    static final Duration USUAL_SCRAPE = Duration.ofSeconds(15);
    private static final long[] ROUND = {10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 15_000, 20_000, 30_000,
            60_000, 120_000, 300_000, 600_000, 900_000, 1_200_000, 1_800_000, 3_600_000, 7_200_000, 10_800_000,
            21_600_000, 43_200_000, 86_400_000, 604_800_000, 2_592_000_000L, 31_536_000_000L};

    /** With a round step by which a line has no more than so many points, and which is no shorter than the least. */
    static Timing of(Instant from, Instant to, int points, Duration least, Duration scrape) {
        double wanted = (double) Duration.between(from, to).toMillis() / Math.max(1, points);
        long step = ROUND[ROUND.length - 1];
        for (long each : ROUND) {
            if (each >= wanted) {
                step = each;
                break;
            }
        }
        return new Timing(from, to, Duration.ofMillis(Math.max(step, least.toMillis())), scrape);
    }

    Duration range() {
        return Duration.between(from, to);
    }

    /** A span over which a rate has four scrapes to go by, as Grafana makes it. */
    Duration rateInterval() {
        Duration next = step.plus(scrape);
        Duration four = scrape.multipliedBy(4);
        return next.compareTo(four) > 0 ? next : four;
    }
}
