package com.sentori.console.runs;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.BackendException.Kind;
import com.sentori.console.feed.TailFeed;
import com.sentori.console.simulator.SensorPlan;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.contract.readings.IngestRequest;
import com.sentori.contract.readings.NewReading;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.TailPage;
import com.sentori.contract.runs.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One half of a session: drives the sensors of one run on one backend, on a virtual thread. What is not
 * acknowledged is tried again until the backend takes it, made anew from the seed, so a backend that is away
 * costs no reading and no memory.
 */
public final class Drive {
    /** Readings that are due are gathered so long before they are sent together. */
    private static final Duration GATHER = Duration.ofMillis(100);
    private static final int BATCH = Math.min(2_000, IngestRequest.MAX_BATCH);
    private static final int PAGE = 10_000;
    private static final Duration RETRY = Duration.ofMillis(400);
    private static final Duration FINISH_PATIENCE = Duration.ofSeconds(60);
    private static final Duration CHECK_PATIENCE = Duration.ofSeconds(60);

    private final BackendClient backend;
    private final SensorPlan plan;
    private final Tally tally;
    private final TailFeed feed;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Run run;
    private volatile Phase phase = Phase.RUNNING;
    private volatile long acknowledged;
    private volatile long lateNanos;
    private volatile @Nullable String note;
    private volatile @Nullable RunCheck check;
    private Instant origin = Instant.EPOCH;
    private long nanos;
    private @Nullable String reconciled;

    Drive(BackendClient backend, Run run, SensorPlan plan, RunSession.Sink sink, Clock clock) {
        this.backend = backend;
        this.run = run;
        this.plan = plan;
        this.tally = new Tally(plan);
        this.feed = new TailFeed(backend, run.id(), readings -> {
            tally.add(readings);
            sink.accept(backend.profile().name(), run, readings);
        }, clock);
    }

    /** Whom it drives. */
    public BackendClient backend() {
        return backend;
    }

    /** How far it is. Any thread. */
    public Progress progress() {
        long due = phase == Phase.RUNNING || phase == Phase.RETRYING
                ? plan.dueBy(System.nanoTime() - nanos)
                : acknowledged;
        return new Progress(run, phase, due, acknowledged, tally.stored(), Duration.ofNanos(lateNanos), note, check);
    }

    /** Waits until it was ended and checked. */
    public void await() throws InterruptedException {
        over.await();
    }

    void begin(Instant at, long atNanos) {
        // To the millisecond: what is sent must come back as it was.
        origin = at.truncatedTo(ChronoUnit.MILLIS);
        nanos = atNanos;
        Thread.ofVirtual().name("drive-" + backend.profile().name()).start(this::drive);
    }

    void stop() {
        stopped.countDown();
    }

    void abandon(String why) {
        stop();
        feed.close();
        try {
            backend.finish(run.id(), "INTERRUPTED", why);
        } catch (BackendException e) {
            note = e.sentence();
        }
        phase = Phase.ENDED;
        over.countDown();
    }

    private void drive() {
        try {
            emit();
            if (phase != Phase.ENDED) {
                phase = Phase.FINISHING;
                finish();
                phase = Phase.CHECKING;
            }
            feed.awaitEnd(CHECK_PATIENCE.toMillis());
            check = tally.check(acknowledged);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            feed.close();
            phase = Phase.ENDED;
            over.countDown();
        }
    }

    private void emit() throws InterruptedException {
        long total = plan.total();
        long next = 0;
        while (next < total) {
            long wait = plan.dueNanos(next) + GATHER.toNanos()
                    - (System.nanoTime() - nanos);
            if (stopped.await(Math.max(0, wait), TimeUnit.NANOSECONDS)) {
                return;
            }
            long end = Math.min(plan.dueBy(System.nanoTime() - nanos), next + BATCH);
            if (!deliver(next, end)) {
                return;
            }
            lateNanos = System.nanoTime() - nanos - plan.dueNanos(next);
            next = end;
            acknowledged = next;
        }
    }

    /** Until it is taken; false if it never will be. */
    private boolean deliver(long from, long to) throws InterruptedException {
        List<NewReading> batch = readings(from, to);
        boolean uncertain = false;
        while (true) {
            try {
                if (!uncertain || !isStored(from)) {
                    backend.ingest(run.id(), batch);
                }
                phase = Phase.RUNNING;
                note = null;
                return true;
            } catch (BackendException e) {
                note = e.sentence();
                if (e.kind() == Kind.REFUSED) {
                    endedElsewhere(e);
                    return false;
                }
                // No answer: it may have been stored all the same. Look before sending it again.
                uncertain = true;
                phase = Phase.RETRYING;
                long pause = RETRY.toMillis() + ThreadLocalRandom.current().nextLong(RETRY.toMillis());
                if (stopped.await(pause, TimeUnit.MILLISECONDS)) {
                    return false;
                }
            }
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

    /** Whether the batch that begins with this reading is stored; a batch is stored whole or not at all. */
    private boolean isStored(long number) throws BackendException {
        if (tally.hasSeen(number)) {
            return true;
        }
        boolean found = false;
        while (true) {
            TailPage page = backend.tail(run.id(), reconciled, PAGE);
            reconciled = page.cursor();
            for (Reading reading : page.items()) {
                found |= reading.seq() != null && reading.seq() == number;
            }
            if (found || page.items().isEmpty()) {
                return found;
            }
        }
    }

    private void endedElsewhere(BackendException refusal) {
        if (refusal.is(ErrorCode.RUN_NOT_RUNNING)) {
            try {
                run = backend.run(run.id());
            } catch (BackendException e) {
                note = e.sentence();
            }
        }
        phase = Phase.ENDED;
    }

    private void finish() throws InterruptedException {
        boolean complete = acknowledged == plan.total();
        long deadline = System.nanoTime() + FINISH_PATIENCE.toNanos();
        while (true) {
            try {
                run = complete
                        ? backend.finish(run.id(), "SUCCESS", null)
                        : backend.finish(run.id(), "INTERRUPTED", "Stopped by the operator.");
                return;
            } catch (BackendException e) {
                note = e.sentence();
                if (e.kind() == Kind.REFUSED || System.nanoTime() > deadline) {
                    endedElsewhere(e);
                    return;
                }
                Thread.sleep(RETRY.toMillis() + ThreadLocalRandom.current().nextLong(RETRY.toMillis()));
            }
        }
    }

    /** Where a drive is. */
    public enum Phase {
        /** Sensors emit. */
        RUNNING,
        /** Sensors emit, but the backend does not take it; it is kept and tried again. */
        RETRYING,
        /** All was sent; the run is being ended. */
        FINISHING,
        /** The run has ended; what was stored is being read back. */
        CHECKING,
        /** Over. */
        ENDED
    }

    /**
     * How far a drive is.
     *
     * @param run as last heard
     * @param phase where it is
     * @param due readings that should have been sent by now
     * @param acknowledged readings that the backend said are durable
     * @param stored readings that came back by the live tail
     * @param late how long after its due time the last batch was acknowledged
     * @param note what goes wrong at the moment; null if nothing does
     * @param check at the end; null before
     */
    public record Progress(Run run, Phase phase, long due, long acknowledged, long stored, Duration late,
            @Nullable String note, @Nullable RunCheck check) {}
}
