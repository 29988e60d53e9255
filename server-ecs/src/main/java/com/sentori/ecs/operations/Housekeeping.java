package com.sentori.ecs.operations;

import java.time.Duration;
import java.util.List;

/**
 * Does what keeps the store tidy, every minute, on a thread of its own. Nothing depends on it: what is expired or forgotten counts
 * as such before it was by, and several servers may do the same work.
 */
public final class Housekeeping implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Housekeeping.class.getName());
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Thread thread;

    /** Begins after a minute. */
    public Housekeeping(List<Runnable> chores) {
        thread = Thread.ofVirtual().name("housekeeping").start(() -> goOn(chores));
    }

    /** Ends; what is under way is broken off. */
    @Override
    public void close() {
        thread.interrupt();
    }

    private static void goOn(List<Runnable> chores) {
        try {
            while (true) {
                Thread.sleep(EVERY);
                chores.forEach(Housekeeping::attempt);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    /** An exception would end all of it, and the store may only be away for a while. */
    private static void attempt(Runnable chore) {
        try {
            chore.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "housekeeping is left to the next minute: " + e);
        }
    }
}
