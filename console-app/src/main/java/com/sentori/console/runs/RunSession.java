package com.sentori.console.runs;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.scenarios.ScenarioException;
import com.sentori.console.simulator.SensorPlan;
import com.sentori.console.spool.DamagedSpoolException;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.RunStatus;
import com.sentori.contract.runs.StartRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A run that this console drives, on one backend or on two at once: a twin run emits the same readings with the
 * same timestamps to both, and neither waits for the other. Progress is read from any thread by
 * {@link Drive#progress}; nothing here knows a screen.
 */
public final class RunSession implements AutoCloseable {
    /** On so many backends at most: what two gave back is compared. */
    public static final int TWINS = 2;

    private final Order order;
    private final List<Drive> drives;
    private final List<Lost> lost;

    private RunSession(Order order, List<Drive> drives, List<Lost> lost) {
        this.order = order;
        this.drives = List.copyOf(drives);
        this.lost = List.copyOf(lost);
    }

    /**
     * Starts a run on all of these backends, or on none.
     *
     * @param sink takes what each backend gives back, on a feed's thread
     * @throws BackendException if one of them refuses; what was started is ended again
     * @throws IOException if its record or its spools cannot be written
     */
    public static RunSession start(List<BackendClient> backends, Order order, Records records, Sink sink, Clock clock)
            throws BackendException, IOException {
        String session = UUID.randomUUID().toString();
        StartRequest request = PlanNote.write(order, session, backends.size() > 1);
        List<Started> started = new ArrayList<>();
        try (RunFolder folder = records.create(session)) {
            try {
                for (BackendClient backend : backends) {
                    started.add(Started.on(backend, request, session, clock));
                }
                Instant origin = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                long nanos = System.nanoTime();
                RunRecord record = RunRecord.of(order, session, origin, started.stream().map(Started::half).toList());
                folder.write(record);
                return begin(backends, order, record, folder, nanos, sink, clock);
            } catch (BackendException e) {
                throw e.adding(abandon(started));
            } catch (IOException e) {
                throw new IOException(e.getMessage() + " " + abandon(started), e);
            }
        }
    }

    private static RunSession begin(List<BackendClient> backends, Order order, RunRecord record, RunFolder folder,
            long nanos, Sink sink, Clock clock) throws IOException {
        List<Drive> drives = new ArrayList<>();
        try {
            for (int i = 0; i < backends.size(); i++) {
                drives.add(drive(backends.get(i), record.halves().get(i), order, record, false, folder, sink, clock));
            }
        } catch (IOException e) {
            drives.forEach(Drive::release);
            throw e;
        }
        drives.forEach(drive -> drive.begin(nanos));
        return new RunSession(order, drives, List.of());
    }

    private static Drive drive(BackendClient backend, RunRecord.Half half, Order order, RunRecord record,
            boolean resumed, RunFolder folder, Sink sink, Clock clock) throws IOException {
        RunFolder shared = folder.shared();
        try {
            return new Drive(backend, half, order.plan(), record.origin(), resumed, shared, sink, clock);
        } catch (IOException e) {
            shared.close();
            throw e;
        }
    }

    /**
     * Goes on with a run that was not over when its console ended. Its sensors have gone on meanwhile: what was due is sent late.
     * Does not wait for the backends, but to end there what is given up; what they say is in {@link Drive#progress}. A half whose spool is
     * damaged is given up by itself, and both are if the scenario cannot be read any more.
     *
     * @param backends where its halves are, in the order of {@link Records.Abandoned#urls}
     * @throws TakenOverException if another console has taken it over
     * @throws IOException if no half can go on; the message says why
     * @throws ScenarioException if its scenario cannot be read any more
     */
    public static RunSession resume(Records.Abandoned abandoned, List<BackendClient> backends, Records records,
            Sink sink,
            Clock clock) throws IOException, ScenarioException {
        RunRecord record = abandoned.record();
        List<RunRecord.Half> halves = abandoned.halves();
        try (RunFolder folder = records.takeOver(abandoned)
                .orElseThrow(TakenOverException::new)) {
            Order order;
            try {
                order = record.order(records.scenarios());
            } catch (ScenarioException e) {
                for (int i = 0; i < backends.size(); i++) {
                    giveUp(folder, backends.get(i), halves.get(i), e);
                }
                throw e;
            }
            long nanos = System.nanoTime() - Duration.between(record.origin(), clock.instant()).toNanos();
            List<Drive> drives = new ArrayList<>();
            List<Lost> lost = new ArrayList<>();
            for (int i = 0; i < backends.size(); i++) {
                try {
                    drives.add(drive(backends.get(i), halves.get(i), order, record, true, folder, sink, clock));
                } catch (IOException e) {
                    lost.add(new Lost(backends.get(i), halves.get(i).run(), e));
                }
            }
            drives.forEach(drive -> drive.begin(nanos));
            for (Lost each : lost) {
                if (each.fault instanceof DamagedSpoolException) {
                    giveUp(folder, each.backend, half(halves, each.run), each.fault);
                }
            }
            if (drives.isEmpty()) {
                throw lost.getFirst().fault;
            }
            return new RunSession(order, drives, lost);
        }
    }

    private static RunRecord.Half half(List<RunRecord.Half> halves, Run run) {
        return halves.stream().filter(half -> half.run().equals(run)).findFirst().orElseThrow();
    }

    /** Nobody will go on with a half: ends it at its backend, where it would hold a place until it expires, and in the record, so that it is not offered again. */
    private static void giveUp(RunFolder folder, BackendClient backend, RunRecord.Half half, Exception why) {
        String reason = String.valueOf(why.getMessage());
        try {
            backend.within(backend.timing().answer()).finish(half.run().id(), RunStatus.FAILED.name(), reason);
        } catch (BackendException e) {
            // It expires there by itself.
        }
        try {
            folder.end(half.ended(new RunRecord.End(RunStatus.FAILED.name(), reason, null, List.of())));
        } catch (IOException e) {
            // It is offered again, and given up then.
        }
    }

    /** Ends what was started; what could not be ended, as sentences. */
    private static String abandon(List<Started> started) {
        return started.stream()
                .filter(one -> !one.abandon(new EndNote.NoTwin().sentence()))
                .map(one -> "The run " + one.run().id() + " on " + one.backend().profile().name()
                        + " could not be ended: end it there.")
                .collect(Collectors.joining(" "));
    }

    /** What was ordered. */
    public Order order() {
        return order;
    }

    /** What is emitted. */
    public SensorPlan plan() {
        return order.plan();
    }

    /** The halves, one for each backend. */
    public List<Drive> drives() {
        return drives;
    }

    /** Halves of a run that is resumed which could not go on; none of one that was started. */
    public List<Lost> lost() {
        return lost;
    }

    /** Stops the sensors at once and ends the runs as INTERRUPTED. Returns without waiting. */
    public void stop() {
        drives.forEach(Drive::stop);
    }

    /** Stops the sensors at once and ends the runs as FAILED for this reason. Returns without waiting. */
    public void stop(EndNote why) {
        drives.forEach(drive -> drive.stop(why));
    }

    /** Waits until every half was ended and checked. */
    public void await() throws InterruptedException {
        for (Drive drive : drives) {
            drive.await();
        }
    }

    /** As {@link #stop()}: what is on its way may still be written after this, until {@link #await} returns. */
    @Override
    public void close() {
        stop();
    }

    /**
     * A half that could not go on.
     *
     * @param run on that backend, as it was started
     * @param fault why; {@link DamagedSpoolException} if it was given up, else it may go on when a console starts again
     */
    public record Lost(BackendClient backend, Run run, IOException fault) {}

    /** Starts a session, or goes on with one. */
    public interface Starter {
        /** Waits for what it takes. */
        RunSession start(Sink sink) throws BackendException, IOException, ScenarioException;
    }

    /** Takes readings as a backend gives them back. */
    public interface Sink {
        /**
         * A half begins, or goes on. Before anything comes of it.
         *
         * @param store the identity of the store that has the run
         */
        default void begin(BackendClient backend, Run run, String store) {}

        /** In the order of arrival, each once. */
        void accept(String backend, Run run, List<Reading> readings);

        /** The rules of alarms that a half broke, asked when all of it was given back; on a thread of the run. */
        default List<Broken> broken(String backend, Run run) {
            return List.of();
        }
    }
}
