package com.sentori.console.runs;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.simulator.SensorPlan;
import com.sentori.contract.json.Json;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.StartRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

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
        StartRequest request = request(plan, backends.size() > 1);
        List<Drive> drives = new ArrayList<>();
        try {
            for (BackendClient backend : backends) {
                drives.add(new Drive(backend, backend.start(request), plan, sink, clock));
            }
        } catch (BackendException e) {
            for (Drive drive : drives) {
                drive.abandon(NO_TWIN);
            }
            throw e;
        }
        Instant origin = clock.instant();
        long nanos = System.nanoTime();
        drives.forEach(drive -> drive.begin(origin, nanos));
        return new RunSession(plan, drives);
    }

    private static StartRequest request(SensorPlan plan, boolean twin) {
        ObjectNode meta = Json.MAPPER.createObjectNode();
        meta.put("client", "sentori-console");
        meta.put("seed", plan.seed());
        meta.put("rate", plan.rate());
        meta.put("waveform", plan.waveform().name());
        if (twin) {
            meta.put("twin", UUID.randomUUID().toString());
        }
        // The contract counts in whole seconds.
        int seconds = (int) Math.ceil(plan.duration().toMillis() / 1000.0);
        int interval = (int) Math.max(1, Math.round(1 / plan.rate()));
        return new StartRequest(plan.sensorIds(), seconds, interval, Meta.of(meta));
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
