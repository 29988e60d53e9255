package com.sentori.console.simulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the parts of a scenario demand of their values. The messages name the member as a scenario file does. */
final class Check {
    private Check() {}

    static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    static void finite(String name, double value) {
        that(Double.isFinite(value), name + " must be a number");
    }

    static void span(double low, double high) {
        finite("low", low);
        finite("high", high);
        that(low <= high, "high must not be below low");
    }

    static void chance(String name, double value) {
        that(value >= 0 && value <= 1, name + " must be a chance from 0 to 1");
    }

    static void longerThanNothing(String name, @Nullable Duration value) {
        that(value != null && value.isPositive(), name + " must be a time over 0, like 30s");
    }
}
