package com.sentori.console.runs;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.simulator.SensorPlan;
import com.sentori.contract.readings.IngestRequest;
import com.sentori.contract.readings.NewReading;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Hands the readings of one run to its backend, each once. A request without an answer may have been carried out all
 * the same; it is sent again under the same key, by which the backend stores it once.
 */
final class Outbox {
    /** So long a stopped run waits for the request under way before it is ended over its head. */
    private static final Duration LAST_WORD = Duration.ofMillis(500);

    private final BackendClient backend;
    private final String runId;
    private final SensorPlan plan;
    private final Instant origin;
    private final CompletableFuture<Outcome> stop = new CompletableFuture<>();

    /**
     * Of one run.
     *
     * @param origin when it began; to the millisecond, so that what is sent comes back as it was
     */
    Outbox(BackendClient backend, String runId, SensorPlan plan, Instant origin, CountDownLatch stopped) {
        this.backend = backend;
        this.runId = runId;
        this.plan = plan;
        this.origin = origin.truncatedTo(ChronoUnit.MILLIS);
        if (stopped.getCount() == 0) {
            stop();
        }
    }

    /** Cuts short the request under way, and every further one. */
    void stop() {
        stop.complete(new Cut());
    }

    /**
     * Sends a batch and waits for the answer. Without one, the same batch may be sent again.
     */
    Outcome send(long from, long to) throws InterruptedException {
        CompletableFuture<Outcome> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("outbox-" + backend.profile().name()).start(() -> {
            try {
                backend.ingest(runId, readings(from, to), runId + "." + from + "-" + to);
                answer.complete(new Stored());
            } catch (BackendException e) {
                answer.complete(new Failed(e));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            CompletableFuture.anyOf(answer, stop).get();
            return answer.get(LAST_WORD.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Cut();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the readings could not be made", e.getCause());
        }
    }

    private List<NewReading> readings(long from, long to) {
        List<NewReading> batch = new ArrayList<>();
        for (long number = from; number < to; number++) {
            Instant due = origin.plusNanos(plan.dueNanos(number)).truncatedTo(ChronoUnit.MILLIS);
            batch.add(new NewReading(SensorPlan.sensorId(plan.sensor(number)), IngestRequest.STANDARD_TYPE,
                    plan.value(number), due, number));
        }
        return batch;
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
