package com.sentori.console.watchdog;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What a thread has had of the machine. Any thread may ask. */
record Account(Thread thread, RunQueue queue) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /**
     * At a moment, or between two.
     *
     * @param nanos by {@link System#nanoTime}
     * @param starved how long of that it was ready and had no processor, in nanoseconds
     * @param computed how long of that it had one, in nanoseconds
     */
    record Spent(long nanos, long starved, long computed) {
        Spent since(Spent before) {
            return new Spent(nanos - before.nanos, starved - before.starved, computed - before.computed);
        }
    }

    /** Of the thread that calls. */
    static Account ofThisThread() {
        return new Account(Thread.currentThread(), RunQueue.ofThisThread());
    }

    Spent now() {
        return new Spent(System.nanoTime(), queue.waitedNanos(), THREADS.getThreadCpuTime(thread.threadId()));
    }
}
