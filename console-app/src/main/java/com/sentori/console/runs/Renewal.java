package com.sentori.console.runs;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.Token;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits for the operator to give another token than the one that the backend did not accept, or no longer. */
final class Renewal {
    private static final long LOOK_MILLIS = 200;

    private final BackendClient backend;
    private final CountDownLatch stopped;
    private final Supplier<Duration> longest;

    /**
     * For one run.
     *
     * @param stopped reaches zero when the run is stopped
     * @param longest how long it is worth waiting from now while it is not
     */
    Renewal(BackendClient backend, CountDownLatch stopped, Supplier<Duration> longest) {
        this.backend = backend;
        this.stopped = stopped;
        this.longest = longest;
    }

    /** Whether another token may help. */
    boolean isDue(BackendException fault) {
        return fault.isUnauthorised();
    }

    /** Whether there is another token than this, after a wait, unless the run is stopped meanwhile. */
    boolean await(@Nullable Token refused) throws InterruptedException {
        return await(refused, longest.get(), stopped);
    }

    /** Whether there is another token than this, after a wait of so long at most. */
    boolean await(@Nullable Token refused, Duration patience) throws InterruptedException {
        return await(refused, patience, new CountDownLatch(1));
    }

    private boolean await(@Nullable Token refused, Duration patience, CountDownLatch end) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (backend.token() == refused) {
            if (System.nanoTime() > deadline || end.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }
}
