package com.sentori.console.runs;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.BackendException.Kind;
import com.sentori.console.simulator.SensorPlan;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.StartRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A run that this console drives, on one backend or on two at once: a twin run emits the same readings with the
 * same timestamps to both, and neither waits for the other. Progress is read from any thread by
 * {@link Drive#progress}; nothing here knows a screen.
 */
public final class RunSession implements AutoCloseable {
    private static final String NO_TWIN = "The other half of this twin run could not be started.";

    private final SensorPlan plan;
    private final List<Drive> drives;

    private RunSession(SensorPlan plan, List<Drive> drives) {
        this.plan = plan;
        this.drives = List.copyOf(drives);
    }

    /**
     * Starts the plan on all of these backends, or on none.
     *
     * @param sink takes what each backend gives back, on a feed's thread
     * @throws BackendException if one of them refuses; what was started is ended again
     */
    public static RunSession start(List<BackendClient> backends, SensorPlan plan, Sink sink, Clock clock)
            throws BackendException {
        String session = UUID.randomUUID().toString();
        StartRequest request = PlanNote.write(plan, session, backends.size() > 1);
        List<Drive> drives = new ArrayList<>();
        for (BackendClient backend : backends) {
            try {
                drives.add(new Drive(backend, start(backend, request, session), plan, sink, clock));
            } catch (BackendException e) {
                throw abandon(drives, e);
            }
        }
        Instant origin = clock.instant();
        long nanos = System.nanoTime();
        drives.forEach(drive -> drive.begin(origin, nanos));
        return new RunSession(plan, drives);
    }

    /** Asks once more where no answer came: it is the same run, for it is the same key. */
    private static Run start(BackendClient backend, StartRequest request, String session) throws BackendException {
        try {
            return backend.start(request, session);
        } catch (BackendException e) {
            if (e.kind() == Kind.UNREACHABLE) {
                return backend.start(request, session);
            }
            throw e;
        }
    }

    private static BackendException abandon(List<Drive> drives, BackendException why) {
        BackendException said = why;
        for (Drive drive : drives) {
            if (!drive.abandon(NO_TWIN)) {
                said = said.adding("The run " + drive.progress().run().id() + " on "
                        + drive.backend().profile().name() + " could not be ended: end it there.");
            }
        }
        return said;
    }

    /** What is emitted. */
    public SensorPlan plan() {
        return plan;
    }

    /** The halves, one for each backend. */
    public List<Drive> drives() {
        return drives;
    }

    /** Stops the sensors at once and ends the runs as INTERRUPTED. Returns without waiting. */
    public void stop() {
        drives.forEach(Drive::stop);
    }

    /** Waits until every half was ended and checked. */
    public void await() throws InterruptedException {
        for (Drive drive : drives) {
            drive.await();
        }
    }

    /** Lets go of what is not over yet: the sensors stop, and the runs are ended as INTERRUPTED. */
    @Override
    public void close() {
        stop();
    }

    /** Takes readings as a backend gives them back. */
    public interface Sink {
        /** In the order of arrival, each once. */
        void accept(String backend, Run run, List<Reading> readings);
    }
}
