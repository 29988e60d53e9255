package com.sentori.console.runs;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Hands the readings of one run to its backend, each once. A request without an answer may have been carried out all
 * the same; it is sent again under the same key, by which the backend stores it once.
 */
final class Outbox {
    /** So long a stopped run goes on to hand over what its sensors have emitted. */
    private static final Duration DRAIN = Duration.ofMillis(500);
    /** And so long it then waits for the request under way before the run is ended over its head. */
    private static final Duration LAST_WORD = Duration.ofMillis(300);

    private final BackendClient backend;
    private final String runId;
    private final CompletableFuture<Outcome> cut = new CompletableFuture<>();

    /** Of one run. */
    Outbox(BackendClient backend, String runId) {
        this.backend = backend;
        this.runId = runId;
    }

    /** Cuts short, after a moment, the request under way and every further one. */
    void stop() {
        cut.completeOnTimeout(new Cut(), DRAIN.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Sends a batch and waits for the answer. Without one, the same batch may be sent again.
     */
    Outcome send(Batch batch) throws InterruptedException {
        if (cut.isDone()) {
            return new Cut();
        }
        CompletableFuture<Outcome> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("outbox-" + backend.profile().name()).start(() -> {
            try {
                backend.ingest(runId, batch.readings(), runId + "." + batch.first() + "-" + batch.end());
                answer.complete(new Stored());
            } catch (BackendException e) {
                answer.complete(new Failed(e));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            CompletableFuture.anyOf(answer, cut).get();
            return answer.get(LAST_WORD.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Cut();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the readings could not be sent", e.getCause());
        }
    }

    /** What became of a batch. */
    sealed interface Outcome permits Stored, Failed, Cut {}

    /** The backend has it. */
    record Stored() implements Outcome {}

    /** It was refused, or there was no answer. */
    record Failed(BackendException fault) implements Outcome {}

    /** The run was stopped before the answer came. */
    record Cut() implements Outcome {}
}
