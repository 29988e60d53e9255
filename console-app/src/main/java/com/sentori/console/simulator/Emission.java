package com.sentori.console.simulator;

import java.util.Comparator;

/**
 * A reading as it leaves its sensor. The order is that of leaving.
 *
 * @param nanos when it leaves, from the start; later than it was due if it is late on purpose
 * @param seq which reading of the plan
 * @param copy 0; 1 if it is sent once more on purpose
 */
public record Emission(long nanos, long seq, int copy) implements Comparable<Emission> {
    private static final Comparator<Emission> ORDER = Comparator.comparingLong(Emission::nanos)
            .thenComparingLong(Emission::seq)
            .thenComparingInt(Emission::copy);

    @Override
    public int compareTo(Emission other) {
        return ORDER.compare(this, other);
    }
}
