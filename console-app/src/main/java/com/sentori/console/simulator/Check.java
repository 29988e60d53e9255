package com.sentori.console.simulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the parts of a scenario demand of their values. */
final class Check {
    private Check() {}

    static void that(boolean holds, Demand otherwise) {
        that(holds, otherwise, "");
    }

    static void that(boolean holds, Demand otherwise, int limit) {
        that(holds, otherwise, Integer.toString(limit));
    }

    private static void that(boolean holds, Demand otherwise, String about) {
        if (!holds) {
            throw new DemandException(otherwise, about);
        }
    }

    static void finite(String name, double value) {
        that(Double.isFinite(value), Demand.NUMBER, name);
    }

    static void span(double low, double high) {
        finite("low", low);
        finite("high", high);
        that(low <= high, Demand.ORDER);
    }

    static void chance(String name, double value) {
        that(value >= 0 && value <= 1, Demand.CHANCE, name);
    }

    static void longerThanNothing(String name, @Nullable Duration value) {
        that(value != null && value.isPositive(), Demand.LENGTH, name);
    }
}
