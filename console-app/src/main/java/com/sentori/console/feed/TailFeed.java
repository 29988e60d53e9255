package com.sentori.console.feed;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.TailPage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows one run of one backend on a virtual thread until all of it was delivered or it is closed. Every
 * reading is handed over once, in the order of arrival; after a lost link it goes on where it was.
 */
public final class TailFeed implements AutoCloseable {
    private static final int PAGE = 5_000;
    private static final long LIVE_MILLIS = 200;
    private static final long RETRY_MILLIS = 500;
    /** A page that takes longer is asked for again: the cursor keeps the place. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final BackendClient client;
    private final String runId;
    private final Consumer<List<Reading>> sink;
    private final Clock clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Progress progress = new Progress(0, null, null, false);

    /**
     * Begins to follow.
     *
     * @param sink takes the readings, on the feed's thread; it should not wait
     */
    public TailFeed(BackendClient client, String runId, Consumer<List<Reading>> sink, Clock clock) {
        this.client = client.within(PATIENCE);
        this.runId = runId;
        this.sink = sink;
        this.clock = clock;
        Thread.ofVirtual().name("tail-" + client.profile().name()).start(this::follow);
    }

    /** How far it is. Any thread. */
    public Progress progress() {
        return progress;
    }

    /** Waits until everything was delivered or the feed was closed; whether that came within the time. */
    public boolean awaitEnd(long millis) throws InterruptedException {
        return ended.await(millis, TimeUnit.MILLISECONDS);
    }

    private void follow() {
        String cursor = null;
        try {
            while (closed.getCount() > 0) {
                long pause;
                try {
                    TailPage page = client.tail(runId, cursor, PAGE);
                    cursor = page.cursor();
                    if (!page.items().isEmpty()) {
                        sink.accept(page.items());
                    }
                    progress = new Progress(progress.delivered() + page.items().size(), clock.instant(), null,
                            page.complete());
                    if (page.complete()) {
                        return;
                    }
                    pause = page.items().size() >= PAGE / 2 ? 0 : LIVE_MILLIS;
                } catch (BackendException e) {
                    progress = new Progress(progress.delivered(), progress.heardAt(), e, false);
                    if (e.kind() == BackendException.Kind.REFUSED) {
                        return;
                    }
                    pause = RETRY_MILLIS + ThreadLocalRandom.current().nextLong(RETRY_MILLIS);
                }
                if (closed.await(pause, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    /** Ends it. */
    @Override
    public void close() {
        closed.countDown();
    }

    /**
     * How far a feed is.
     *
     * @param delivered readings handed over
     * @param heardAt when the backend last answered; null if never
     * @param fault of the last call; null if it succeeded
     * @param complete the run has ended and all was handed over
     */
    public record Progress(long delivered, @Nullable Instant heardAt, @Nullable BackendException fault,
            boolean complete) {}
}
