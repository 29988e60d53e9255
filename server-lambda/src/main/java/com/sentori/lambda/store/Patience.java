package com.sentori.lambda.store;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Random;
import java.util.function.Supplier;

/**
 * How long a request may go on trying. Bound to the thread that serves the request; where nothing is bound, it
 * is {@link #STANDARD}.
 */
public final class Patience {
    /** Where the caller sets none. */
    public static final Duration STANDARD = Duration.ofSeconds(10);

    private static final ScopedValue<Long> DEADLINE = ScopedValue.newInstance();
    /** Of our own, that copies of a process can be told to differ. */
    private static final Random JITTER = new Random();
    private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(4).toNanos();
    private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(400).toNanos();

    private final long deadline = DEADLINE.isBound() ? DEADLINE.get() : deadline(STANDARD);
    private long pause = FIRST_PAUSE_NANOS;

    /** Of one call, which began before: the time is that of the whole request. */
    public Patience() {}

    /** Does the work, all its calls together within this time. */
    public static <T> T within(Duration time, Supplier<T> work) {
        return ScopedValue.where(DEADLINE, deadline(time)).call(work::get);
    }

    /** How much of that time is left; negative when it is up. */
    public static Duration left() {
        return DEADLINE.isBound() ? Duration.ofNanos(DEADLINE.get() - System.nanoTime()) : STANDARD;
    }

    /** Waits from now on for other times than any other copy of this process. */
    public static void reseed() {
        JITTER.setSeed(new SecureRandom().nextLong());
    }

    /**
     * Waits before another try, with jitter, longer each time.
     *
     * @return false, without waiting, if the time is up
     */
    public boolean pause() {
        long nanos = JITTER.nextLong(pause / 2, pause);
        if (Thread.currentThread().isInterrupted() || System.nanoTime() + nanos - deadline > 0) {
            return false;
        }
        pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
        return sleep(nanos);
    }

    private static boolean sleep(long nanos) {
        try {
            Thread.sleep(Duration.ofNanos(nanos));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static long deadline(Duration time) {
        return System.nanoTime() + time.toNanos();
    }
}
