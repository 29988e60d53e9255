package com.sentori.console.runs;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.feed.Delivery;
import com.sentori.console.feed.Standing;
import com.sentori.console.feed.Start;
import com.sentori.console.feed.TailFeed;
import com.sentori.contract.readings.Reading;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** What a run stores, as it comes back: a feed, and after a token that expired another one that goes on where the first was. Thread-safe. */
final class ReadBack implements AutoCloseable {
    private final BackendClient backend;
    private final String runId;
    private final Consumer<List<Reading>> sink;
    private final Runnable complete;
    private final Clock clock;
    private volatile Start reached = Start.FIRST;
    private volatile TailFeed feed;

    /**
     * From the first reading.
     *
     * @param complete called when the run has ended, whoever ended it, and the sink has all that is stored of it
     */
    ReadBack(BackendClient backend, String runId, Consumer<List<Reading>> sink, Runnable complete, Clock clock) {
        this.backend = backend;
        this.runId = runId;
        this.sink = sink;
        this.complete = complete;
        this.clock = clock;
        this.feed = open();
    }

    private TailFeed open() {
        return new TailFeed(backend, runId, () -> reached, this::take, clock);
    }

    private void take(Delivery delivery) {
        if (!delivery.readings().isEmpty()) {
            sink.accept(delivery.readings());
        }
        long place = delivery.readings().isEmpty()
                ? delivery.after()
                : delivery.readings().getLast().position();
        reached = new Start(delivery.store(), place, delivery.cursor());
        if (delivery.complete()) {
            complete.run();
        }
    }

    /** How it stands. */
    Standing standing() {
        return feed.standing();
    }

    /** Whether all has come back, after a wait of so long at most. */
    boolean awaitEnd(long millis) throws InterruptedException {
        TailFeed now = goOn();
        now.awaitEnd(millis);
        return now.progress().complete();
    }

    /** Follows again if the feed was refused and there is another token now. */
    synchronized TailFeed goOn() {
        if (feed.isRenewable()) {
            feed.close();
            feed = open();
        }
        return feed;
    }

    @Override
    public synchronized void close() {
        feed.close();
    }
}
