package com.sentori.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.watchdog.FxWatchdog;
import com.sentori.console.watchdog.Hold;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sees to it that the window answers an operator at any time. From the first frame on. */
final class Attention {
    private final List<Hold> holds = new CopyOnWriteArrayList<>();
    private final FxWatchdog watchdog = FxWatchdog.start(holds::add);

    /** Ends, and fails with the stacks if the thread of the window was held too long meanwhile. */
    void assertNeverLost() {
        watchdog.close();
        assertThat(holds).as("times for which the thread of the window was held").isEmpty();
    }
}
