package com.sentori.console.dashboards;

import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A dashboard that is being asked, on virtual threads: what it is laid out like comes first, then each panel as soon as it is answered. Closing it asks no more,
 * and nobody is told any more.
 */
public final class Inquiry implements AutoCloseable {
    private final ExecutorService threads = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("dashboard-", 1).factory());
    private volatile boolean closed;

    /** Is told of answers, on any thread, one at a time for each panel. */
    public interface Listener {
        /** The variables are answered, and it is known where which panel lies. */
        void laidOut(Round round);

        /** A panel, by its place among those of the round. */
        void answered(int place, Shown shown);

        /** All are. */
        void finished();

        /** Nothing can be asked; a sentence says why. */
        void failed(String sentence);
    }

    private Inquiry() {}

    /** Begins to ask. */
    public static Inquiry begin(Round.Request request, Sources sources, Instant now, Listener listener) {
        Inquiry inquiry = new Inquiry();
        inquiry.threads.execute(() -> inquiry.ask(request, sources, now, listener));
        return inquiry;
    }

    private void ask(Round.Request request, Sources sources, Instant now, Listener listener) {
        try {
            Round round = Round.begin(request, sources, now);
            tell(() -> listener.laidOut(round));
            AtomicInteger left = new AtomicInteger(round.panels().size());
            if (left.get() == 0) {
                tell(listener::finished);
            }
            for (int i = 0; i < round.panels().size(); i++) {
                int place = i;
                threads.execute(() -> panel(round, place, left, listener));
            }
        } catch (IllegalArgumentException e) {
            tell(() -> listener.failed(String.valueOf(e.getMessage())));
        } catch (Sources.Left | RejectedExecutionException e) {
            // It was closed.
        }
    }

    private void panel(Round round, int place, AtomicInteger left, Listener listener) {
        try {
            Shown shown = round.ask(place);
            tell(() -> listener.answered(place, shown));
            if (left.decrementAndGet() == 0) {
                tell(listener::finished);
            }
        } catch (Sources.Left e) {
            // It was closed.
        }
    }

    private void tell(Runnable word) {
        if (!closed) {
            word.run();
        }
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
    }
}
