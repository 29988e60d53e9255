package com.sentori.console.simulator;

/**
 * Noise of one sensor, by counter: any value can be had without those before it. The mixing function is
 * SplitMix64's finaliser (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
 */
record Noise(long seed, int sensor) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** In -1..1, by tick. */
    double at(long tick) {
        return 2 * unit(tick) - 1;
    }

    /** In -1..1, smooth between every {@code step} ticks. */
    double smooth(long tick, int step) {
        long cell = Math.floorDiv(tick, step);
        double within = (double) Math.floorMod(tick, step) / step;
        double ease = within * within * (3 - 2 * within);
        return at(cell * 31 + step) * (1 - ease) + at((cell + 1) * 31 + step) * ease;
    }

    /** Where in its period the sensor begins, 0 to 1. */
    double phase() {
        return unit(Long.MIN_VALUE);
    }

    private double unit(long counter) {
        return (mix(mix(seed + GOLDEN * (sensor + 1)) + GOLDEN * counter) >>> 11) * 0x1.0p-53;
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
