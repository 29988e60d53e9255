package com.sentori.console.runs;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.BackendException.Kind;
import com.sentori.console.feed.Standing;
import com.sentori.console.feed.TailFeed;
import com.sentori.console.simulator.Emission;
import com.sentori.console.simulator.SensorPlan;
import com.sentori.console.simulator.Simulation;
import com.sentori.console.simulator.Ticker;
import com.sentori.console.spool.Spool;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.contract.info.Info;
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
 * disk, another hands over what is spooled, in order, until the backend has acknowledged it: a backend that is away costs no
 * reading and no memory, and a console that is killed goes on where it was.
 */
public final class Drive {
    /** What is kept with a run that was stopped from here, and lost nothing. */
    public static final String STOPPED = "Stopped by the operator.";

    private static final Duration RETRY = Duration.ofMillis(400);
    private static final Duration FINISH_PATIENCE = Duration.ofSeconds(60);
    /** So long may the tail stand still while a run that has ended is read back. */
    private static final Duration CHECK_PATIENCE = Duration.ofSeconds(30);
    /** The most that a half of a run may leave waiting on disk: about 100 million readings. */
    private static final long MAX_SPOOL = 5L << 30;
    private static final long NOTHING_WAITS = -1;

    private final BackendClient backend;
    private final SensorPlan plan;
    private final RunFolder folder;
    private final RunRecord.Half half;
    private final Instant origin;
    private final boolean resumed;
    private final int maxBatch;
    private final Tally tally;
    private final Latencies latencies;
    private final Faults faults = new Faults();
    private final TailFeed feed;
    private final Spool spool;
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
    private volatile long headNanos = NOTHING_WAITS;
    private volatile boolean allEmitted;
    private volatile @Nullable Note spoolFault;
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
        this.outbox = new Outbox(backend, run.id());
        this.spool = new Spool(folder.spool(run.id()), MAX_SPOOL);
        byte[] newest = spool.newest();
        Batch last = newest == null ? null : Batch.read(newest);
        this.lastEmission = last == null ? null : last.last();
        this.emitted = last == null ? 0 : last.end();
        byte[] head = spool.isDrained() ? null : spool.peek();
        this.acknowledged = head == null ? emitted : Batch.read(head).first();
        // What waits may have been sent.
        this.handedOver = emitted;
        this.latencies = new Latencies(folder.latencies(run.id()), clock);
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
        long head = headNanos;
        long late = head == NOTHING_WAITS ? 0 : Math.max(0, ticker.nanos() - head);
        return new Progress(run, at, emitted, acknowledged, tally.stored(), Duration.ofNanos(late),
                at.isAfterSensors() && acknowledged == emitted, notes, check);
    }

    /** Waits until it was ended and checked. */
    public void await() throws InterruptedException {
        over.await();
    }

    /** Lets the sensors emit. */
    void begin(long atNanos) {
        ticker = Ticker.of(atNanos, stopped);
        Thread.ofVirtual().name("drive-" + backend.profile().name()).start(this::drive);
    }

    void stop() {
        stopped.countDown();
        outbox.stop();
        phase = phase == Phase.RUNNING ? Phase.DRAINING : phase;
    }

    private void drive() {
        try {
            if (!resumed || isStillThere()) {
                Thread emitter = Thread.ofVirtual().name("sensors-" + backend.profile().name()).start(this::emit);
                boolean goesOn = deliver();
                stopped.countDown();
                emitter.join();
                if (goesOn) {
                    finish();
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
                    return !spool.isDrained();
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
                if (e.kind() == Kind.REFUSED) {
                    return false;
                }
            }
        } while (!stopped.await(pause(), TimeUnit.MILLISECONDS));
        return true;
    }

    /** What is spooled, to the backend; whether the run then is to be ended from here. */
    private boolean deliver() throws IOException, InterruptedException {
        for (byte[] record = spool.take(); record != null; record = spool.take()) {
            Batch batch = Batch.read(record);
            headNanos = batch.items().getFirst().emission().nanos();
            Delivery delivery = deliver(batch);
            if (delivery != Delivery.DONE) {
                return delivery == Delivery.CUT;
            }
            spool.acknowledge();
            headNanos = NOTHING_WAITS;
            acknowledged = batch.end();
            latencies.keep();
        }
        return true;
    }

    /** Until it is taken, or never will be. */
    private Delivery deliver(Batch batch) throws InterruptedException {
        handedOver = Math.max(handedOver, batch.end());
        long first = ticker.nanos();
        batch.items().forEach(item -> latencies.record(Latencies.Kind.LATENESS, first - item.emission().nanos()));
        while (true) {
            long posted = ticker.nanos();
            switch (outbox.send(batch)) {
                case Outbox.Stored _ -> {
                    long now = ticker.nanos();
                    latencies.record(Latencies.Kind.REQUEST, now - posted);
                    batch.items()
                            .forEach(item -> latencies.record(Latencies.Kind.DELAY, now - item.emission().nanos()));
                    phase = stopped.getCount() == 0 ? Phase.DRAINING : Phase.RUNNING;
                    notes = List.of();
                    return Delivery.DONE;
                }
                case Outbox.Cut _ -> {
                    return Delivery.CUT;
                }
                case Outbox.Failed(BackendException fault) when fault.kind() == Kind.REFUSED -> {
                    faults.add(fault);
                    refused(fault);
                    return Delivery.REFUSED;
                }
                case Outbox.Failed(BackendException fault) -> {
                    faults.add(fault);
                    notes = List.of(new Note.Failed(fault));
                    phase = Phase.RETRYING;
                    if (stopped.await(pause(), TimeUnit.MILLISECONDS)) {
                        return Delivery.CUT;
                    }
                }
            }
        }
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
        long deadline = System.nanoTime() + FINISH_PATIENCE.toNanos();
        while (true) {
            try {
                if (failed != null) {
                    run = backend.finish(run.id(), "FAILED", failed.sentence());
                } else if (allEmitted && acknowledged == emitted) {
                    run = backend.finish(run.id(), "SUCCESS", null);
                } else {
                    run = backend.finish(run.id(), "INTERRUPTED", reason());
                }
                notes = failed == null ? List.of() : List.of(failed);
                return;
            } catch (BackendException e) {
                notes = List.of(new Note.Failed(e));
                if (e.kind() == Kind.REFUSED) {
                    endedElsewhere();
                    return;
                }
                if (System.nanoTime() > deadline) {
                    notes = List.of(new Note.Failed(e), new Note.LeftToExpire(name()));
                    return;
                }
                Thread.sleep(pause());
            }
        }
    }

    private String reason() {
        long unsent = emitted - acknowledged;
        return unsent == 0
                ? STOPPED
                : "Stopped by the operator; the last " + unsent + " readings were not acknowledged.";
    }

    private void readBack() throws InterruptedException {
        long before;
        do {
            before = tally.stored();
            feed.awaitEnd(CHECK_PATIENCE.toMillis());
        } while (!feed.progress().complete() && tally.stored() > before);
        if (feed.progress().complete()) {
            check = tally.check(acknowledged, handedOver).against(storedDigest());
        } else if (notes.isEmpty()) {
            notes = List.of(new Note.Unchecked(name()));
        }
    }

    /** The backend's digest; null if it does not say it in time: a long run is summed up over several calls. */
    private @Nullable String storedDigest() throws InterruptedException {
        long deadline = System.nanoTime() + CHECK_PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                return backend.summary(run.id()).digest();
            } catch (BackendException e) {
                if (e.kind() == Kind.REFUSED || e.kind() == Kind.NOT_A_BACKEND) {
                    return null;
                }
                Thread.sleep(pause());
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
        long unsent = emitted - acknowledged;
        if (unsent > 0) {
            List<Note> all = new ArrayList<>(notes);
            all.add(new Note.Unacknowledged(unsent, folder.spool(run.id())));
            notes = List.copyOf(all);
        }
        String said = Note.sentences(notes);
        String reason = said == null && run.endReason() != null ? run.endReason().name() : said;
        try {
            folder.end(half.ended(new RunRecord.End(run.status().name(), reason, check)));
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

    private String name() {
        return backend.profile().name();
    }

    /** Lets go of what it holds. */
    void release() {
        feed.close();
        latencies.close();
        try (folder; spool) {
            spool.end();
        } catch (IOException e) {
            // All that counts was made durable when it was written.
        }
    }

    private static long pause() {
        return RETRY.toMillis() + ThreadLocalRandom.current().nextLong(RETRY.toMillis());
    }

    private enum Delivery {
        DONE, CUT, REFUSED
    }

    /** Where a drive is. */
    public enum Phase {
        /** It goes on with a run of an earlier console; the backend is being asked. */
        RESUMING,
        /** Sensors emit. */
        RUNNING,
        /** Sensors emit, but the backend does not take it; it is kept and tried again. */
        RETRYING,
        /** The sensors have stopped; their last readings are being handed over. */
        DRAINING,
        /** The run is being ended. */
        FINISHING,
        /** The run has ended; what was stored is being read back. */
        CHECKING,
        /** Over. */
        ENDED;

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
