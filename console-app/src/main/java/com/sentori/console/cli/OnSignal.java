package com.sentori.console.cli;

import java.time.Duration;

/**
 * What happens on Ctrl-C while a command works: its thread is interrupted, ends what it does in order, and the process ends with {@link Exit#INTERRUPTED} when
 * that thread is over. By itself the virtual machine would end in the middle of it.
 */
final class OnSignal implements AutoCloseable {
    /** The most that the end of a run waits for: its backend, and what was stored there. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Thread hook;

    private OnSignal(Thread working) {
        this.hook = Thread.ofPlatform().name("on-signal").unstarted(() -> {
            working.interrupt();
            try {
                working.join(PATIENCE);
            } catch (InterruptedException e) {
                // Nobody is left to wait for.
            }
            Runtime.getRuntime().halt(Exit.INTERRUPTED);
        });
    }

    /** From now on, for the thread that calls. */
    static OnSignal interrupt() {
        OnSignal signal = new OnSignal(Thread.currentThread());
        try {
            Runtime.getRuntime().addShutdownHook(signal.hook);
        } catch (IllegalStateException e) {
            // The end has begun: there is nothing to add to it.
        }
        return signal;
    }

    /** Whether the process ends already: whoever wants to end it is not to wait for that. */
    static boolean isUnderWay() {
        Thread probe = Thread.ofPlatform().unstarted(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            return !Runtime.getRuntime().removeShutdownHook(probe);
        } catch (IllegalStateException e) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It is what ends the process.
        }
    }
}
