package com.sentori.console.charts;

import java.util.ArrayList;
import java.util.List;

/** Places for labels on an axis: multiples of 1, 2 or 5 times a power of ten, or of a round span of time. */
public final class Ticks {
    private static final long[] TIME_STEPS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 15_000,
            30_000, 60_000, 120_000, 300_000, 600_000, 900_000, 1_800_000, 3_600_000, 7_200_000, 14_400_000,
            21_600_000, 43_200_000, 86_400_000, 172_800_000, 604_800_000};

    private Ticks() {}

    /** The step between labels so that at most {@code most} fit into the span. */
    public static double step(double span, int most) {
        double raw = span / Math.max(1, most);
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double lead = raw / power;
        return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }

    /** The step between times, in milliseconds. */
    public static long timeStep(long span, int most) {
        for (long step : TIME_STEPS) {
            if (span / step <= most) {
                return step;
            }
        }
        return TIME_STEPS[TIME_STEPS.length - 1];
    }

    /** The multiples of the step from {@code from} to {@code to}. */
    public static List<Double> values(double from, double to, double step) {
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(from / step - 1e-9); i * step <= to + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** Digits after the point that tell neighbours of this step apart. */
    public static int digits(double step) {
        return (int) Math.clamp(-Math.floor(Math.log10(step) + 1e-9), 0, 9);
    }
}
