package com.sentori.console.runs;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.BackendException.Kind;
import com.sentori.console.backends.Token;
import com.sentori.console.spool.Spool;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Hands the spooled readings of one run to its backend, each once, several batches at a time: one that is slow does not hold up what is due
 * after it. A request without an answer may have been carried out all the same; it is sent again under the same key, by which the backend
 * stores it once.
 */
final class Outbox {
    /** So long a stopped run goes on to hand over what its sensors have emitted. */
    private static final Duration DRAIN = Duration.ofMillis(500);
    /** And so long it then waits for the requests under way before the run is ended over their heads. */
    private static final Duration LAST_WORD = Duration.ofMillis(300);

    private final BackendClient backend;
    private final String runId;
    private final Spool spool;
    private final Renewal renewal;
    private final CountDownLatch stopped;
    private final Watcher watcher;
    private final Window window;
    private final AtomicReference<@Nullable Outcome> cutShort = new AtomicReference<>();

    /**
     * Of one run.
     *
     * @param stopped reaches zero before {@link #stop}
     */
    Outbox(BackendClient backend, String runId, Spool spool, Renewal renewal, CountDownLatch stopped, Watcher watcher) {
        this.backend = backend;
        this.runId = runId;
        this.spool = spool;
        this.renewal = renewal;
        this.stopped = stopped;
        this.watcher = watcher;
        this.window = new Window(batch -> {
            spool.acknowledge();
            watcher.acknowledged(batch);
        });
    }

    /** Cuts short, after a moment, the requests under way and every further one. */
    void stop() {
        CompletableFuture.delayedExecutor(DRAIN.toMillis(), TimeUnit.MILLISECONDS).execute(() -> cut(new Cut()));
    }

    /** Sends nothing any more: the run is over at its backend. */
    void end() {
        cut(new Over());
    }

    /** Whether more is there than can be sent at once. */
    boolean isBusy() {
        return spool.hasNext() || window.isFull();
    }

    /** Whether a batch has failed and is sent again. */
    boolean isFailing() {
        return window.isFailing();
    }

    /** How many readings were stored by it. */
    long stored() {
        return window.stored();
    }

    /** When the oldest reading under way left its sensor, by the run's clock; empty if none is under way. */
    OptionalLong oldestNanos() {
        return window.oldestNanos();
    }

    /** Sends until all is stored that was spooled, and nothing more comes, or it is cut short. */
    Outcome deliver() throws IOException, InterruptedException {
        boolean goesOn = true;
        while (goesOn && cutShort.get() == null) {
            byte[] record = spool.take();
            goesOn = record != null;
            if (record != null) {
                Batch batch = Batch.read(record);
                if (window.enter(batch)) {
                    Thread.ofVirtual().name("outbox-" + backend.profile().name()).start(() -> send(batch));
                }
            }
        }
        window.drain(LAST_WORD);
        return switch (cutShort.get()) {
            case null -> new Done();
            case Broken(IOException fault) -> throw fault;
            case Outcome outcome -> outcome;
        };
    }

    /** Until it is stored, or never will be. */
    private void send(Batch batch) {
        try {
            boolean first = true;
            while (!trySend(batch, first)) {
                first = false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cut(new Cut());
        } catch (IOException e) {
            cut(new Broken(e));
        } catch (RuntimeException e) {
            cut(new Broken(new IOException("The readings could not be sent: " + e, e)));
        }
    }

    /** Whether it is stored, or never will be. */
    private boolean trySend(Batch batch, boolean first) throws IOException, InterruptedException {
        Token token = backend.token();
        long begun = watcher.begun(batch, first);
        try {
            backend.ingest(runId, batch.readings(), runId + "." + batch.first() + "-" + batch.end());
            watcher.stored(batch, begun);
            window.leave(batch);
            if (!window.isFailing()) {
                watcher.goesWell();
            }
            return true;
        } catch (BackendException fault) {
            if (cutShort.get() != null) {
                return true;
            }
            boolean held = renewal.isDue(fault);
            if (fault.kind() == Kind.REFUSED && !held) {
                watcher.failed(fault, false);
                cut(new Refused(fault));
                return true;
            }
            window.fail(batch);
            watcher.failed(fault, held);
            boolean again = held ? renewal.await(token) : !stopped.await(Drive.pause(), TimeUnit.MILLISECONDS);
            if (!again) {
                cut(held && stopped.getCount() > 0 ? new Refused(fault) : new Cut());
            }
            return !again;
        }
    }

    private void cut(Outcome outcome) {
        cutShort.compareAndSet(null, outcome);
        window.close();
        spool.end();
    }

    /** How it ended. */
    sealed interface Outcome permits Done, Refused, Over, Cut, Broken {}

    /** The backend has everything. */
    record Done() implements Outcome {}

    /** The backend takes no more. */
    record Refused(BackendException fault) implements Outcome {}

    /** The run was ended, and not from here. */
    record Over() implements Outcome {}

    /** The run was stopped before the answer came. */
    record Cut() implements Outcome {}

    /** The spool failed. */
    record Broken(IOException fault) implements Outcome {}

    /** Sees what becomes of the batches, on their threads. */
    interface Watcher {
        /** A request begins; when, by the run's clock. */
        long begun(Batch batch, boolean first);

        /** It was answered: the batch is durable. */
        void stored(Batch batch, long begun);

        /** It was not: it is sent again after a while, or when there is another token; unless it was refused. */
        void failed(BackendException fault, boolean held);

        /** None is failing any more. */
        void goesWell();

        /** A batch and all before it are durable. */
        void acknowledged(Batch batch);
    }
}
