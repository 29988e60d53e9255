package com.sentori.console.runs;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.simulator.SensorPlan;
import com.sentori.contract.readings.IngestRequest;
import com.sentori.contract.readings.NewReading;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.TailPage;
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
import org.jspecify.annotations.Nullable;

/**
 * Hands the readings of one run to its backend, each once. A request without an answer may have been carried out all
 * the same: before it is sent again, the run's tail says whether it was (a batch is stored whole or not at all). What
 * that cannot exclude is a server that goes on with a request after its connection broke, and commits it later than
 * the tail was read; only a key that the server remembers could.
 */
final class Outbox {
    /** So long a stopped run waits for the request under way before it is ended over its head. */
    private static final Duration LAST_WORD = Duration.ofMillis(500);
    private static final int PAGE = 10_000;

    private final BackendClient backend;
    private final String runId;
    private final SensorPlan plan;
    private final Instant origin;
    private final Tally tally;
    private final CompletableFuture<Outcome> stop = new CompletableFuture<>();
    private volatile @Nullable String readUpTo;

    /**
     * Of one run.
     *
     * @param origin when it began; to the millisecond, so that what is sent comes back as it was
     */
    Outbox(BackendClient backend, String runId, SensorPlan plan, Instant origin, Tally tally, CountDownLatch stopped) {
        this.backend = backend;
        this.runId = runId;
        this.plan = plan;
        this.origin = origin.truncatedTo(ChronoUnit.MILLIS);
        this.tally = tally;
        if (stopped.getCount() == 0) {
            stop();
        }
    }

    /** Cuts short the request under way, and every further one. */
    void stop() {
        stop.complete(new Cut());
    }

    /**
     * Sends a batch and waits for the answer.
     *
     * @param uncertain whether it was sent before, without an answer
     */
    Outcome send(long from, long to, boolean uncertain) throws InterruptedException {
        CompletableFuture<Outcome> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("outbox-" + backend.profile().name()).start(() -> {
            try {
                if (!uncertain || !isStored(from)) {
                    backend.ingest(runId, readings(from, to));
                }
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

    private boolean isStored(long number) throws BackendException {
        if (tally.hasSeen(number)) {
            return true;
        }
        while (true) {
            TailPage page = backend.tail(runId, readUpTo, PAGE);
            for (Reading reading : page.items()) {
                if (reading.seq() != null && reading.seq() == number) {
                    return true;
                }
            }
            if (page.cursor().equals(readUpTo) || page.complete()) {
                return false;
            }
            readUpTo = page.cursor();
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
