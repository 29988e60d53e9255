package com.sentori.console.simulator;

/** What a sensor's randomness is for: each has its own, so that one more fault leaves the rest as it was. */
final class Part {
    static final int BEGIN = 1;
    static final int WALK = 2;
    static final int EVEN = 3;
    static final int JITTER = 4;
    static final int SPIKE = 5;
    static final int STUCK = 6;
    static final int DROPOUT = 7;
    static final int DUPLICATE = 8;
    static final int LATE = 9;

    private Part() {}
}
