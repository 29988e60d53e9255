package com.sentori.console.simulator;

import java.time.Duration;

/**
 * A stretch of a scenario.
 *
 * @param name for people
 * @param length how long it lasts; the last one lasts until the run ends
 * @param rate by how much all rates are multiplied meanwhile
 */
public record Phase(String name, Duration length, double rate) {
    private static final double MOST = 100;

    /** Checks it. */
    public Phase {
        Check.that(name != null && !name.isBlank(), Demand.PHASE_NAME);
        Check.longerThanNothing("length", length);
        Check.that(rate > 0 && rate <= MOST, Demand.PHASE_RATE);
    }
}
