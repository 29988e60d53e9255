package com.sentori.console.series;

import java.util.concurrent.atomic.AtomicLong;

/** The bytes that all series of a store may take together. Any thread. */
final class ByteBudget {
    /** Room is made down to this share of the limit, so that it need not be made at every append. */
    private static final double ROOM = 0.9;

    private final long limit;
    private final AtomicLong used = new AtomicLong();

    ByteBudget(long limit) {
        this.limit = limit;
    }

    void take(long bytes) {
        used.addAndGet(bytes);
    }

    boolean isOver() {
        return used.get() > limit;
    }

    /** How much must go to have room again; 0 or less if there is room. */
    long excess() {
        return used.get() - (long) (limit * ROOM);
    }

    long used() {
        return used.get();
    }

    long limit() {
        return limit;
    }
}
