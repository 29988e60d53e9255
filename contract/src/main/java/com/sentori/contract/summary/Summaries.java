package com.sentori.contract.summary;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.contract.pages.PageSize;
import com.sentori.contract.pages.Slice;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.Readings;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.Runs;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The summaries of a store's runs, read by the tail. What was summed up is kept for the next who asks, so that a run under way
 * costs its new readings alone, and one that is too long for a call is gone through in several. Bounded: so many runs are kept,
 * so many are summed up at once. Thread-safe.
 */
public final class Summaries {
    /** How long a call of either backend reads: API Gateway waits for 29 s, and callers of both for about as long. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int KEPT = 2;
    private static final int AT_ONCE = 2;
    private static final int CALLS = 20;
    private static final int PAGE = PageSize.TAIL.max();

    private final Runs runs;
    private final Readings readings;
    private final Duration patience;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Map<String, Course> courses = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Course> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * Of these.
     *
     * @param patience how long a call may read; then it is refused, and the next goes on from there
     */
    public Summaries(Runs runs, Readings readings, Duration patience) {
        this.runs = runs;
        this.readings = readings;
        this.patience = patience;
    }

    /**
     * The summary of a run, with all that was acknowledged before the call.
     *
     * @throws ContractException RUN_NOT_FOUND; OVERLOADED if it takes too long, or too many are asked for at once
     */
    public Summary of(String runId) {
        long deadline = System.nanoTime() + patience.toNanos();
        // Read first: what is stored after its end was seen cannot be.
        Run run = runs.find(runId).orElseThrow(() -> ContractException.runNotFound(runId));
        if (!hasPlace()) {
            throw ContractException.of(ErrorCode.OVERLOADED,
                    "Other runs are being summed up at this moment; try again.");
        }
        try {
            return course(runId).goOn(run, deadline);
        } finally {
            places.release();
        }
    }

    /**
     * The same of a run of any length, for a caller who cannot come again: a report that is being written. Goes on where a call
     * would be told to ask again, at most {@value #CALLS} times.
     *
     * @throws ContractException RUN_NOT_FOUND; OVERLOADED after all
     */
    public Summary whole(String runId) {
        for (int calls = 1;; calls++) {
            try {
                return of(runId);
            } catch (ContractException refusal) {
                if (refusal.code() != ErrorCode.OVERLOADED || calls == CALLS) {
                    throw refusal;
                }
            }
        }
    }

    private boolean hasPlace() {
        try {
            return places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Course course(String runId) {
        synchronized (courses) {
            return courses.computeIfAbsent(runId, id -> new Course());
        }
    }

    /** How far a run has been summed up. */
    private final class Course {
        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable RunMeter meter = new RunMeter();
        private @Nullable String position;
        private @Nullable Summary result;

        Summary goOn(Run run, long deadline) {
            lock.lock();
            try {
                if (result != null) {
                    return result;
                }
                RunMeter open = meter == null ? new RunMeter() : meter;
                boolean more = true;
                while (more) {
                    Slice<Reading> slice = readings.tail(run.id(), position, PAGE);
                    slice.entries().forEach(entry -> open.add(entry.item()));
                    position = slice.lastPosition(position);
                    more = slice.resume() != null;
                    if (more && System.nanoTime() - deadline > 0) {
                        throw ContractException.of(ErrorCode.OVERLOADED,
                                "The run has more readings than one call can sum up; ask again, it goes on.");
                    }
                }
                Summary summary = open.summary(run.id(), !run.isRunning());
                if (summary.complete()) {
                    result = summary;
                    meter = null;
                }
                return summary;
            } finally {
                lock.unlock();
            }
        }
    }
}
