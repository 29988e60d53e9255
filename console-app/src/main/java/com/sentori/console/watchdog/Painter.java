package com.sentori.console.watchdog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The toolkit's thread that paints, for whose last frame the FX thread waits before it begins the next, and which locks what both work on: how long it had no
 * processor in that time. On the watchdog's thread.
 */
final class Painter {
    private static final String NAME = "QuantumRenderer";
    private static final String TOOLKIT = "com.sun.javafx.tk.quantum.";
    private static final String JDK = "java.base";

    private @Nullable RunQueue queue;
    private long seen;
    private boolean waitedFor;
    private long starved;

    /** Counts from zero. */
    void begin() {
        starved = 0;
        waitedFor = false;
    }

    /** Looks again where the FX thread is: whether it waits, and it is the toolkit that does. */
    void look(Thread.State state, List<StackTraceElement> stack) {
        lookOnceMore();
        waitedFor = state != Thread.State.RUNNABLE && stack.stream()
                .filter(call -> !JDK.equals(call.getModuleName()))
                .findFirst()
                .filter(call -> call.getClassName().startsWith(TOOLKIT))
                .isPresent();
    }

    /** Nanoseconds without a processor while the FX thread waited for it, from the beginning up to now. */
    long starved() {
        if (waitedFor) {
            lookOnceMore();
        }
        return starved;
    }

    private void lookOnceMore() {
        // There is none before the first frame.
        RunQueue known = queue == null ? RunQueue.ofThread(NAME) : queue;
        queue = known;
        long now = known.waitedNanos();
        starved += waitedFor ? now - seen : 0;
        seen = now;
    }
}
