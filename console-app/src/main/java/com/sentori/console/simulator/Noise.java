package com.sentori.console.simulator;

/**
 * Randomness by counter: any number can be had without those before it, and the same key gives the same numbers on every machine.
 * The mixing function is SplitMix64's finaliser (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
 */
record Noise(long key) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long OTHER_HALF = 0x5851F42D4C957F2DL;

    /** The one of a seed. */
    static Noise of(long seed) {
        return new Noise(mix(seed + GOLDEN));
    }

    /** Another one, for a part of what this one is for. */
    Noise part(long number) {
        return new Noise(mix(key + GOLDEN * (number + 1)));
    }

    /** In 0..1, without 1. */
    double unit(long counter) {
        return (mix(key + GOLDEN * counter) >>> 11) * 0x1.0p-53;
    }

    /** In -1..1. */
    double at(long counter) {
        return 2 * unit(counter) - 1;
    }

    /** Of mean 0 and standard deviation 1, by Box and Muller. */
    double normal(long counter) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit(counter)));
        return radius * StrictMath.cos(2 * StrictMath.PI * unit(counter ^ OTHER_HALF));
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
