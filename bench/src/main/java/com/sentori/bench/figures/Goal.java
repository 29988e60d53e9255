package com.sentori.bench.figures;

import java.util.Locale;

/**
 * What a figure is to be.
 *
 * @param text for people
 * @param least that the measure may be
 * @param most that the measure may be
 * @param ofRatio whether the measure is the ratio to the baseline, and not the value itself
 */
public record Goal(String text, double least, double most, boolean ofRatio) {
    /** At least so many times the baseline. */
    public static Goal atLeast(double ratio) {
        return new Goal(String.format(Locale.ROOT, ">= %.2f x", ratio), ratio, Double.MAX_VALUE, true);
    }

    /** At most so many times the baseline. */
    public static Goal atMost(double ratio) {
        return new Goal(String.format(Locale.ROOT, "<= %.2f x", ratio), 0, ratio, true);
    }

    /** As much as the baseline, give or take. */
    public static Goal within(double share) {
        return new Goal(String.format(Locale.ROOT, "1 x +- %.0f %%", share * 100), 1 - share, 1 + share, true);
    }

    /** A value of at most so much, whatever the baseline. */
    public static Goal valueAtMost(double value) {
        return new Goal(String.format(Locale.ROOT, "<= %.0f", value), 0, value, false);
    }

    /** A value of at least so much, whatever the baseline. */
    public static Goal valueAtLeast(double value) {
        return new Goal(String.format(Locale.ROOT, ">= %,.0f", value), value, Double.MAX_VALUE, false);
    }

    boolean isMet(double value, double ratio) {
        double measure = ofRatio ? ratio : value;
        return measure >= least && measure <= most;
    }
}
