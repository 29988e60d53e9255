package com.sentori.contract.runs;

/**
 * How many runs may still start.
 *
 * @param canStart whether one may
 * @param currentRunning how many are RUNNING
 * @param maxAllowed how many may be
 * @param available how many more, never negative
 */
public record Capacity(boolean canStart, int currentRunning, int maxAllowed, int available) {
    /** Of so many running. */
    public static Capacity of(int running, int maxAllowed) {
        return new Capacity(running < maxAllowed, running, maxAllowed, Math.max(0, maxAllowed - running));
    }
}
