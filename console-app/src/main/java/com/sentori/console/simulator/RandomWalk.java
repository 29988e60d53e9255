package com.sentori.console.simulator;

/**
 * A random walk of which any place can be had without those before it, by Lévy's construction: the ends of spans that double, and
 * within a span the middle, the middle of the half, and so on, each displaced by its own share. A step has mean 0 and standard
 * deviation 1.
 */
final class RandomWalk {
    /** A uniform number in -1..1 has this share of a standard deviation of 1. */
    private static final double UNIT = StrictMath.sqrt(3);

    private RandomWalk() {}

    /** Where it is after so many steps. Takes about twice as many operations as the number has bits. */
    static double at(Noise noise, long step) {
        if (step <= 0) {
            return 0;
        }
        long left = 0;
        long right = 1;
        double atLeft = 0;
        double atRight = UNIT * noise.at(1);
        while (right < step) {
            double displaced = atRight + StrictMath.sqrt((double) right) * UNIT * noise.at(2 * right);
            left = right;
            atLeft = atRight;
            right = 2 * right;
            atRight = displaced;
        }
        while (left != step && right != step) {
            long middle = (left + right) >>> 1;
            // Every place is the middle of one span only, so it numbers its displacement.
            double atMiddle = (atLeft + atRight) / 2
                    + StrictMath.sqrt((right - left) / 4.0) * UNIT * noise.at(middle);
            if (step < middle) {
                right = middle;
                atRight = atMiddle;
            } else {
                left = middle;
                atLeft = atMiddle;
            }
        }
        return left == step ? atLeft : atRight;
    }
}
