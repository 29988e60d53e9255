package com.sentori.console.watchdog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The toolkit's thread that paints, for whose last frame the FX thread waits before it begins the next: how long it had no processor in that time. On the
 * watchdog's thread.
 */
final class Painter {
    private static final String NAME = "QuantumRenderer";
    private static final String WAIT = "waitForRenderingToComplete";

    private @Nullable RunQueue queue;
    private long seen;
    private boolean waitedFor;
    private long starved;

    /** Counts from zero. */
    void begin() {
        starved = 0;
        waitedFor = false;
    }

    /** Looks again where the FX thread is. */
    void look(List<StackTraceElement> stack) {
        lookOnceMore();
        waitedFor = stack.stream().anyMatch(call -> call.getMethodName().equals(WAIT));
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
