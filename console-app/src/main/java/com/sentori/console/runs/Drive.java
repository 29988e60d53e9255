package com.sentori.console.runs;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.BackendException.Kind;
import com.sentori.console.backends.Token;
import com.sentori.console.feed.Standing;
import com.sentori.console.simulator.Emission;
import com.sentori.console.simulator.SensorPlan;
import com.sentori.console.simulator.Simulation;
import com.sentori.console.simulator.Ticker;
import com.sentori.console.spool.Spool;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.contract.info.Info;
import com.sentori.contract.runs.EndReason;
import com.sentori.contract.runs.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One half of a session: drives the sensors of one run on one backend. One virtual thread lets the sensors emit into a spool on
 * disk, others hand over what is spooled, several batches at a time, until the backend has acknowledged it: a backend that is away costs no
 * reading and no memory, and a console that is killed goes on where it was. When the operator's token expires, what the sensors emit waits
 * in the spool for another one.
 */
public final class Drive {
    private static final Duration RETRY = Duration.ofMillis(400);
    private static final Duration FINISH_PATIENCE = Duration.ofSeconds(60);
    /** So long may the tail stand still while a run that has ended is read back. */
    private static final Duration CHECK_PATIENCE = Duration.ofSeconds(30);
    /** A backend sums up more readings than this a second. */
    private static final long SUMMED_A_SECOND = 20_000;
    /** Of a backend that has not said how long a run may be without readings. */
    private static final Duration GRACE = Duration.ofMinutes(2);
    /** The most that a half of a run may leave waiting on disk: about 100 million readings. */
    private static final long MAX_SPOOL = 5L << 30;

    private final BackendClient backend;
    private final SensorPlan plan;
    private final RunFolder folder;
    private final RunRecord.Half half;
    private final Instant origin;
    private final boolean resumed;
    private final int maxBatch;
    private final Tally tally;
    private final Latencies latencies;
    private final Faults faults;
    private final ReadBack readBack;
    private final Renewal renewal;
    private final Spool spool;
    private final RunSession.Sink sink;
    private final Outbox outbox;
    private final @Nullable Emission lastEmission;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Ticker ticker;
    private volatile Run run;
    private volatile Phase phase = Phase.RUNNING;
    private volatile long emitted;
    private volatile long acknowledged;
    private volatile long handedOver;
    private final long storedBefore;
    private volatile boolean allEmitted;
    private volatile @Nullable Note spoolFault;
    private volatile @Nullable EndNote stoppedBy;
    private volatile List<Note> notes = List.of();
    private volatile @Nullable RunCheck check;

    /**
     * Of a run that was started.
     *
     * @param half what is kept of it
     * @param origin when its sensors begin, or began
     * @param resumed whether it goes on with what is in its spool
     * @throws IOException if the spool cannot be written, or is damaged
     */
    Drive(BackendClient backend, RunRecord.Half half, SensorPlan plan, Instant origin, boolean resumed,
            RunFolder folder,
            RunSession.Sink sink, Clock clock) throws IOException {
        this.backend = backend;
        this.run = half.run();
        this.half = half;
        this.plan = plan;
        this.origin = origin;
        this.resumed = resumed;
        this.folder = folder;
        this.maxBatch = BatchSize.of(plan);
        this.tally = new Tally(plan, origin, Duration.ofMillis(half.offsetMillis()));
        this.ticker = Ticker.of(System.nanoTime(), stopped);
        this.spool = new Spool(folder.spool(run.id()), MAX_SPOOL);
        byte[] newest = spool.newest();
        Batch last = newest == null ? null : Batch.read(newest);
        this.lastEmission = last == null ? null : last.last();
        this.emitted = last == null ? 0 : last.end();
        byte[] head = spool.isDrained() ? null : spool.peek();
        this.acknowledged = head == null ? emitted : Batch.read(head).first();
        this.storedBefore = acknowledged;
        // What waits may have been sent.
        this.handedOver = emitted;
        this.latencies = new Latencies(folder.latencies(run.id()), clock);
        this.faults = new Faults(folder.faults(run.id()));
        this.sink = sink;
        this.renewal = new Renewal(backend, stopped, this::untilExpiry);
        this.outbox = new Outbox(backend, run.id(), spool, renewal, stopped, new Watch());
        sink.begin(backend, run, half.instanceId());
        this.readBack = new ReadBack(backend, run.id(), readings -> {
            tally.add(readings);
            sink.accept(name(), this.run, readings);
        }, this::complete, clock);
    }

    /** Whom it drives. */
    public BackendClient backend() {
        return backend;
    }

    /** How the feed of what was stored stands. Any thread. */
    public Standing standing() {
        return readBack.standing();
    }

    /** How long its requests and readings took. */
    public Latencies latencies() {
        return latencies;
    }

    /** Requests that did not succeed, by what went wrong. */
    public Map<Faults.Failure, Long> faults() {
        return faults.counts();
    }

    /** How far it is. Any thread. */
    public Progress progress() {
        Phase at = phase;
        long now = ticker.nanos();
        long late = Math.max(0, now - outbox.oldestNanos().orElse(now));
        return new Progress(run, at, emitted, durable(), tally.stored(), Duration.ofNanos(late),
                at.isAfterSensors() && acknowledged == emitted, notes, check);
    }

    /** Waits until it was ended and checked. */
    public void await() throws InterruptedException {
        over.await();
    }

    /** Lets the sensors emit. */
    void begin(long atNanos) {
        ticker = Ticker.of(atNanos, stopped);
        // Of the platform: the check counts for seconds, and virtual threads share few of these, with the sensors of the other half.
        Thread.ofPlatform().daemon().name("drive-" + backend.profile().name()).start(this::drive);
    }

    /** Stops, and ends the run as FAILED for this reason, unless it was stopped already. */
    void stop(EndNote why) {
        if (stopped.getCount() > 0) {
            stoppedBy = why;
        }
        stop();
    }

    void stop() {
        stopped.countDown();
        outbox.stop();
        phase = phase == Phase.RUNNING ? Phase.DRAINING : phase;
    }

    /** The backend has no more of the run. Where this console did not end it, nothing is left to be sent: the sensors stop at once. */
    private void complete() {
        outbox.end();
        stopped.countDown();
    }

    private void drive() {
        try {
            if (!resumed || isStillThere()) {
                Thread emitter = Thread.ofVirtual().name("sensors-" + backend.profile().name()).start(this::emit);
                Outbox.Outcome outcome = outbox.deliver();
                stopped.countDown();
                emitter.join();
                switch (outcome) {
                    case Outbox.Refused(BackendException fault) -> refused(fault);
                    case Outbox.Over() -> {
                        phase = Phase.CHECKING;
                        endedElsewhere();
                    }
                    case Outbox.Done _,Outbox.Cut _,Outbox.Broken _ -> finish();
                }
            }
            phase = Phase.CHECKING;
            readBack();
        } catch (IOException | UncheckedIOException e) {
            fail(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    /** The sensors, into the spool. */
    private void emit() {
        try {
            allEmitted = new Simulation(plan, lastEmission, ticker, maxBatch).run(new Simulation.Sink() {
                @Override
                public void take(List<Emission> emissions) {
                    Batch batch = Batch.of(emitted, emissions, plan, origin);
                    try {
                        spool.append(batch.bytes());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e.getMessage(), e);
                    }
                    emitted = batch.end();
                }

                @Override
                public boolean isBusy() {
                    return outbox.isBusy();
                }
            });
        } catch (UncheckedIOException e) {
            spoolFault = new Note.Unspooled(name(), String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            spool.end();
        }
    }

    /** Whether the run that is resumed still takes readings. Waits until its backend says so, or it is stopped. */
    private boolean isStillThere() throws InterruptedException {
        phase = Phase.RESUMING;
        do {
            Token token = backend.token();
            try {
                Info info = backend.info();
                if (!info.instanceId().equals(half.instanceId())) {
                    notes = List.of(new Note.OtherData(name()));
                    return false;
                }
                run = backend.run(run.id());
                if (run.isRunning()) {
                    phase = Phase.RUNNING;
                    notes = List.of();
                    return true;
                }
                endedElsewhere();
                return false;
            } catch (BackendException e) {
                notes = List.of(new Note.Failed(e));
                if (renewal.isDue(e)) {
                    phase = Phase.HELD;
                    notes = List.of(new Note.Failed(e), new Note.WaitsForToken());
                    if (!renewal.await(token) && stopped.getCount() > 0) {
                        return false;
                    }
                } else if (e.kind() == Kind.REFUSED) {
                    return false;
                }
            }
        } while (!stopped.await(pause(), TimeUnit.MILLISECONDS));
        return true;
    }

    /** What becomes of what is sent. */
    private final class Watch implements Outbox.Watcher {
        @Override
        public synchronized long begun(Batch batch, boolean first) {
            handedOver = Math.max(handedOver, batch.end());
            long now = ticker.nanos();
            if (first) {
                batch.items().forEach(item -> latencies.record(Latencies.Kind.LATENESS, now - item.emission().nanos()));
            }
            return now;
        }

        @Override
        public synchronized void stored(Batch batch, long begun) {
            long now = ticker.nanos();
            latencies.record(Latencies.Kind.REQUEST, now - begun);
            batch.items().forEach(item -> latencies.record(Latencies.Kind.DELAY, now - item.emission().nanos()));
            latencies.keep();
        }

        @Override
        public synchronized void goesWell() {
            if (!outbox.isFailing() && !phase.isAfterSensors()) {
                phase = stopped.getCount() == 0 ? Phase.DRAINING : Phase.RUNNING;
                notes = List.of();
                readBack.goOn();
            }
        }

        @Override
        public synchronized void failed(BackendException fault, boolean held) {
            faults.add(fault);
            notes = held
                    ? List.of(new Note.Failed(fault), new Note.WaitsForToken())
                    : List.of(new Note.Failed(fault));
            phase = held ? Phase.HELD : Phase.RETRYING;
        }

        @Override
        public void acknowledged(Batch batch) {
            acknowledged = batch.end();
        }
    }

    private long durable() {
        return storedBefore + outbox.stored();
    }

    /** How long the backend goes on to hold a run that gets no readings from now on. */
    private Duration untilExpiry() {
        Info info = backend.lastInfo();
        Duration rest = plan.duration().minusNanos(Math.min(ticker.nanos(), plan.duration().toNanos()));
        return rest.plus(info == null ? GRACE : Duration.ofSeconds(info.limits().graceSeconds()));
    }

    private void refused(BackendException refusal) {
        notes = List.of(new Note.Failed(refusal));
        phase = Phase.CHECKING;
        if (refusal.is(ErrorCode.RUN_NOT_RUNNING) || refusal.is(ErrorCode.RUN_NOT_FOUND)) {
            endedElsewhere();
            return;
        }
        try {
            run = backend.finish(run.id(), "FAILED", refusal.sentence());
        } catch (BackendException e) {
            notes = List.of(new Note.Failed(refusal), new Note.NotEnded(e));
        }
    }

    private void endedElsewhere() {
        try {
            run = backend.run(run.id());
            notes = List.of(new Note.EndedElsewhere(name(), run));
        } catch (BackendException e) {
            notes = List.of(new Note.Failed(e));
        }
    }

    private void finish() throws InterruptedException {
        phase = Phase.FINISHING;
        Note failed = spoolFault;
        EndNote why = stoppedBy;
        boolean complete = allEmitted && acknowledged == emitted;
        long deadline = System.nanoTime() + FINISH_PATIENCE.toNanos();
        while (true) {
            Token token = backend.token();
            try {
                if (failed != null) {
                    run = backend.finish(run.id(), "FAILED", failed.sentence());
                } else if (complete) {
                    run = backend.finish(run.id(), "SUCCESS", null);
                } else if (why != null) {
                    run = backend.finish(run.id(), "FAILED", why.sentence());
                } else {
                    run = backend.finish(run.id(), "INTERRUPTED", reason());
                }
                notes = failed == null ? List.of() : List.of(failed);
                return;
            } catch (BackendException e) {
                notes = List.of(new Note.Failed(e));
                boolean held = renewal.isDue(e);
                if (e.kind() == Kind.REFUSED && !held) {
                    endedElsewhere();
                    return;
                }
                boolean again = held
                        ? renewal.await(token, complete ? untilExpiry() : FINISH_PATIENCE)
                        : System.nanoTime() < deadline;
                if (!again) {
                    notes = List.of(new Note.Failed(e), new Note.LeftToExpire(name()));
                    return;
                }
                if (!held) {
                    Thread.sleep(pause());
                }
            }
        }
    }

    private String reason() {
        return new EndNote.Stopped(emitted - durable()).sentence();
    }

    private void readBack() throws InterruptedException {
        long before;
        boolean complete;
        do {
            before = tally.stored();
            complete = readBack.awaitEnd(CHECK_PATIENCE.toMillis());
        } while (!complete && tally.stored() > before);
        if (complete) {
            check = tally.check(acknowledged, handedOver).against(storedDigest());
        } else if (notes.isEmpty()) {
            notes = List.of(new Note.Unchecked(name()));
        }
    }

    /** The backend's digest; null if it does not say it in time. A long run is summed up over several calls: until it is, the backend answers that it is busy. */
    private @Nullable String storedDigest() throws InterruptedException {
        long begun = System.nanoTime();
        long heard = begun;
        long patience = CHECK_PATIENCE.plusSeconds(tally.stored() / SUMMED_A_SECOND).toNanos();
        long now = begun;
        while (now - begun < patience && now - heard < CHECK_PATIENCE.toNanos()) {
            try {
                return backend.summary(run.id()).digest();
            } catch (BackendException e) {
                if (e.kind() == Kind.REFUSED || e.kind() == Kind.NOT_A_BACKEND) {
                    return null;
                }
                Thread.sleep(pause());
                now = System.nanoTime();
                heard = e.kind() == Kind.BUSY ? now : heard;
            }
        }
        return null;
    }

    private void fail(Exception fault) {
        Note broken = new Note.Broken(name(), String.valueOf(fault.getMessage()));
        notes = List.of(broken);
        try {
            run = backend.finish(run.id(), "FAILED", broken.sentence());
        } catch (BackendException e) {
            notes = List.of(broken, new Note.NotEnded(e));
        }
    }

    /** Keeps how it ended, and lets go of all it holds. What the backend never took stays on disk. */
    private void close() {
        long unsent = emitted - durable();
        if (unsent > 0) {
            List<Note> all = new ArrayList<>(notes);
            all.add(new Note.Unacknowledged(unsent, folder.spool(run.id())));
            notes = List.copyOf(all);
        }
        String said = Note.sentences(notes);
        String reason = said != null || run.endReason() == null ? said : told(run, run.endReason());
        try {
            folder.end(half.ended(new RunRecord.End(run.status().name(), reason, check, sink.broken(name(), run))));
        } catch (IOException e) {
            notes = List.of(new Note.Unkept(name(), String.valueOf(e.getMessage())));
        }
        release();
        if (unsent == 0 && check != null) {
            try {
                RunFolder.delete(folder.spool(run.id()));
            } catch (IOException e) {
                // It goes with the record.
            }
        }
        phase = Phase.ENDED;
        over.countDown();
    }

    private static String told(Run ended, EndReason reason) {
        return ended.errorMessage() == null ? reason.name() : ended.errorMessage();
    }

    private String name() {
        return backend.profile().name();
    }

    /** Lets go of what it holds. */
    void release() {
        readBack.close();
        latencies.close();
        try (folder; spool) {
            spool.end();
        } catch (IOException e) {
            // All that counts was made durable when it was written.
        }
    }

    static long pause() {
        return RETRY.toMillis() + ThreadLocalRandom.current().nextLong(RETRY.toMillis());
    }

    /** Where a drive is. */
    public enum Phase {
        /** It goes on with a run of an earlier console; the backend is being asked. */
        RESUMING,
        /** Sensors emit. */
        RUNNING,
        /** Sensors emit, but the backend does not take it; it is kept and tried again. */
        RETRYING,
        /** Sensors emit, but the backend does not accept the token; it is kept until there is another one. */
        HELD,
        /** The sensors have stopped; their last readings are being handed over. */
        DRAINING,
        /** The run is being ended. */
        FINISHING,
        /** The run has ended; what was stored is being read back. */
        CHECKING,
        /** Over. */
        ENDED;

        /** Whether the backend takes nothing at the moment. */
        public boolean isTroubled() {
            return this == RETRYING || this == HELD;
        }

        boolean isAfterSensors() {
            return this == FINISHING || this == CHECKING || this == ENDED;
        }
    }

    /**
     * How far a drive is.
     *
     * @param run as last heard
     * @param phase where it is
     * @param emitted readings that have left their sensors
     * @param acknowledged readings that the backend said are durable
     * @param stored readings that came back by the live tail
     * @param late how long the oldest reading that waits for its acknowledgement has been due; readings are gathered for
     *        {@link Simulation#GATHER}, so about twice that is no delay
     * @param drained whether the sensors have stopped and their last reading is durable
     * @param notes what goes wrong at the moment, or went wrong; empty if nothing did
     * @param check at the end; null before, and if what was stored could not be read back
     */
    public record Progress(Run run, Phase phase, long emitted, long acknowledged, long stored, Duration late,
            boolean drained, List<Note> notes, @Nullable RunCheck check) {
        /** The notes in English; null without any. */
        public @Nullable String note() {
            return Note.sentences(notes);
        }
    }
}
