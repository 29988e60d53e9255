package com.sentori.console.runs;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.scenarios.ScenarioException;
import com.sentori.console.simulator.SensorPlan;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.runs.Run;
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

    private RunSession(Order order, List<Drive> drives) {
        this.order = order;
        this.drives = List.copyOf(drives);
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
                return begin(backends, order, record, record.halves(), false, folder, nanos, sink, clock);
            } catch (BackendException e) {
                throw e.adding(abandon(started));
            } catch (IOException e) {
                throw new IOException(e.getMessage() + " " + abandon(started), e);
            }
        }
    }

    /**
     * Goes on with a run that was not over when its console ended. Its sensors have gone on meanwhile: what was due is sent late.
     * Does not wait for the backends; what they say is in {@link Drive#progress}.
     *
     * @param backends where its halves are, in the order of {@link Records.Abandoned#urls}
     * @throws TakenOverException if another console has taken it over
     * @throws IOException if its spools are damaged; the message says so
     * @throws ScenarioException if its scenario cannot be read any more
     */
    public static RunSession resume(Records.Abandoned abandoned, List<BackendClient> backends, Records records,
            Sink sink,
            Clock clock) throws IOException, ScenarioException {
        RunRecord record = abandoned.record();
        Order order = record.order(records.scenarios());
        try (RunFolder folder = records.takeOver(abandoned)
                .orElseThrow(TakenOverException::new)) {
            long nanos = System.nanoTime() - Duration.between(record.origin(), clock.instant()).toNanos();
            return begin(backends, order, record, abandoned.halves(), true, folder, nanos, sink, clock);
        }
    }

    private static RunSession begin(List<BackendClient> backends, Order order, RunRecord record,
            List<RunRecord.Half> halves,
            boolean resumed, RunFolder folder, long nanos, Sink sink, Clock clock) throws IOException {
        List<Drive> drives = new ArrayList<>();
        try {
            for (int i = 0; i < backends.size(); i++) {
                drives.add(new Drive(backends.get(i), halves.get(i), order.plan(), record.origin(), resumed,
                        folder.shared(), sink, clock));
            }
        } catch (IOException e) {
            drives.forEach(Drive::release);
            throw e;
        }
        drives.forEach(drive -> drive.begin(nanos));
        return new RunSession(order, drives);
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
