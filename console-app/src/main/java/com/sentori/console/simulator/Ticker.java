package com.sentori.console.simulator;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Time as a simulation sees it: nanoseconds since its start, monotonic. Tests bring their own. */
public interface Ticker {
    /** Nanoseconds since the start. */
    long nanos();

    /**
     * Waits until then, or not at all if it is past.
     *
     * @return whether the simulation was stopped meanwhile
     */
    boolean awaitUntil(long nanos) throws InterruptedException;

    /**
     * The machine's.
     *
     * @param start by {@link System#nanoTime}
     * @param stopped ends every wait at once when it reaches zero
     */
    static Ticker of(long start, CountDownLatch stopped) {
        return new Ticker() {
            @Override
            public long nanos() {
                return System.nanoTime() - start;
            }

            @Override
            public boolean awaitUntil(long nanos) throws InterruptedException {
                return stopped.await(Math.max(0, nanos - nanos()), TimeUnit.NANOSECONDS);
            }
        };
    }
}
