package com.sentori.console.runs;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.BackendException.Kind;
import com.sentori.console.feed.Standing;
import com.sentori.console.feed.TailFeed;
import com.sentori.console.simulator.SensorPlan;
import com.sentori.console.simulator.Simulation;
import com.sentori.console.simulator.Ticker;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.contract.readings.IngestRequest;
import com.sentori.contract.runs.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    private static final int BATCH = IngestRequest.MAX_BATCH;
    private static final Duration RETRY = Duration.ofMillis(400);
    private static final Duration FINISH_PATIENCE = Duration.ofSeconds(60);
    /** So long may the tail stand still while a run that has ended is read back. */
    private static final Duration CHECK_PATIENCE = Duration.ofSeconds(30);
    private static final int ABANDON_TRIES = 3;

    private final BackendClient backend;
    private final SensorPlan plan;
    private final Tally tally;
    private final TailFeed feed;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Ticker ticker;
    private volatile @Nullable Outbox outbox;
    private volatile Run run;
    private volatile Phase phase = Phase.RUNNING;
    private volatile long acknowledged;
    private volatile long handedOver;
    private volatile @Nullable String note;
    private volatile @Nullable RunCheck check;

    Drive(BackendClient backend, Run run, SensorPlan plan, RunSession.Sink sink, Clock clock) {
        this.backend = backend;
        this.run = run;
        this.plan = plan;
        this.tally = new Tally(plan);
        this.ticker = Ticker.of(System.nanoTime(), stopped);
        this.feed = new TailFeed(backend, run.id(), readings -> {
            tally.add(readings);
            sink.accept(backend.profile().name(), this.run, readings);
        }, clock);
    }

    /** Whom it drives. */
    public BackendClient backend() {
        return backend;
    }

    /** How the feed of what was stored stands. Any thread. */
    public Standing standing() {
        return feed.standing();
    }

    /** How far it is. Any thread. */
    public Progress progress() {
        Phase at = phase;
        long acked = acknowledged;
        boolean emits = at == Phase.RUNNING || at == Phase.RETRYING;
        long now = ticker.nanos();
        long late = emits && acked < plan.total() ? Math.max(0, now - plan.dueNanos(acked)) : 0;
        return new Progress(run, at, emits ? plan.dueBy(now) : acked, acked, tally.stored(), Duration.ofNanos(late),
                note, check);
    }

    /** Waits until it was ended and checked. */
    public void await() throws InterruptedException {
        over.await();
    }

    void begin(Instant at, long atNanos) {
        ticker = Ticker.of(atNanos, stopped);
        outbox = new Outbox(backend, run.id(), plan, at, stopped);
        Thread.ofVirtual().name("drive-" + backend.profile().name()).start(this::drive);
    }

    void stop() {
        stopped.countDown();
        Outbox open = outbox;
        if (open != null) {
            open.stop();
        }
    }

    /** Ends the run before it has begun; whether that succeeded. */
    boolean abandon(String why) {
        feed.close();
        phase = Phase.ENDED;
        over.countDown();
        for (int i = 0; i < ABANDON_TRIES; i++) {
            try {
                run = backend.finish(run.id(), "INTERRUPTED", why);
                return true;
            } catch (BackendException e) {
                note = e.sentence();
            }
        }
        return false;
    }

    private void drive() {
        try {
            new Simulation(plan, ticker, BATCH).run(this::deliver);
            if (phase != Phase.CHECKING) {
                finish();
            }
            phase = Phase.CHECKING;
            readBack();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            feed.close();
            phase = Phase.ENDED;
            over.countDown();
        }
    }

    /** Until it is taken; false if it never will be. */
    private boolean deliver(long from, long to) throws InterruptedException {
        Outbox open = outbox;
        if (open == null) {
            return false;
        }
        handedOver = to;
        while (true) {
            switch (open.send(from, to)) {
                case Outbox.Stored _ -> {
                    acknowledged = to;
                    phase = Phase.RUNNING;
                    note = null;
                    return true;
                }
                case Outbox.Cut _ -> {
                    return false;
                }
                case Outbox.Failed(BackendException fault) when fault.kind() == Kind.REFUSED -> {
                    refused(fault);
                    return false;
                }
                case Outbox.Failed(BackendException fault) -> {
                    note = fault.sentence();
                    phase = Phase.RETRYING;
                    if (stopped.await(pause(), TimeUnit.MILLISECONDS)) {
                        return false;
                    }
                }
            }
        }
    }

    private void refused(BackendException refusal) {
        note = refusal.sentence();
        phase = Phase.CHECKING;
        if (refusal.is(ErrorCode.RUN_NOT_RUNNING) || refusal.is(ErrorCode.RUN_NOT_FOUND)) {
            endedElsewhere();
            return;
        }
        try {
            run = backend.finish(run.id(), "FAILED", refusal.sentence());
        } catch (BackendException e) {
            note = refusal.adding("The run could not be ended either: " + e.sentence()).sentence();
        }
    }

    private void endedElsewhere() {
        try {
            run = backend.run(run.id());
            note = backend.profile().name() + ": the run was ended by someone else; it is " + run.status()
                    + (run.endReason() == null ? "." : " (" + run.endReason() + ").");
        } catch (BackendException e) {
            note = e.sentence();
        }
    }

    private void finish() throws InterruptedException {
        phase = Phase.FINISHING;
        boolean whole = acknowledged == plan.total();
        long deadline = System.nanoTime() + FINISH_PATIENCE.toNanos();
        while (true) {
            try {
                run = whole
                        ? backend.finish(run.id(), "SUCCESS", null)
                        : backend.finish(run.id(), "INTERRUPTED", "Stopped by the operator.");
                note = null;
                return;
            } catch (BackendException e) {
                note = e.sentence();
                if (e.kind() == Kind.REFUSED) {
                    endedElsewhere();
                    return;
                }
                if (System.nanoTime() > deadline) {
                    return;
                }
                Thread.sleep(pause());
            }
        }
    }

    private void readBack() throws InterruptedException {
        long before;
        do {
            before = tally.stored();
            feed.awaitEnd(CHECK_PATIENCE.toMillis());
        } while (!feed.progress().complete() && tally.stored() > before);
        if (feed.progress().complete()) {
            check = tally.check(acknowledged, handedOver);
        } else if (note == null) {
            note = backend.profile().name() + ": what was stored could not be read back, so the run is unchecked.";
        }
    }

    private static long pause() {
        return RETRY.toMillis() + ThreadLocalRandom.current().nextLong(RETRY.toMillis());
    }

    /** Where a drive is. */
    public enum Phase {
        /** Sensors emit. */
        RUNNING,
        /** Sensors emit, but the backend does not take it; it is kept and tried again. */
        RETRYING,
        /** The sensors have stopped; the run is being ended. */
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
     * @param late how long the oldest reading that is due waits for its acknowledgement; readings are gathered for
     *        {@link Simulation#GATHER}, so about twice that is no delay
     * @param note what goes wrong at the moment, or went wrong; null if nothing did
     * @param check at the end; null before, and if what was stored could not be read back
     */
    public record Progress(Run run, Phase phase, long due, long acknowledged, long stored, Duration late,
            @Nullable String note, @Nullable RunCheck check) {}
}
