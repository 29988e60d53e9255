package com.sentori.console.runs;

import com.sentori.console.simulator.SensorPlan;
import com.sentori.console.simulator.Waveform;
import com.sentori.contract.json.Json;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.StartRequest;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A plan as it is kept with its run, in the run's meta: enough to know every reading that the run must hold, long after
 * and from another console.
 */
public final class PlanNote {
    private static final String CLIENT = "sentori-console";

    private PlanNote() {}

    /**
     * The request that starts the plan.
     *
     * @param session the key of its start, which also marks it
     * @param twin whether the same plan runs on another backend under the same mark
     */
    static StartRequest write(SensorPlan plan, String session, boolean twin) {
        ObjectNode meta = Json.MAPPER.createObjectNode();
        meta.put("client", CLIENT);
        meta.put("session", session);
        meta.put("seed", plan.seed());
        meta.put("rate", plan.rate());
        meta.put("waveform", plan.waveform().name());
        meta.put("sensors", plan.sensors());
        meta.put("durationMillis", plan.duration().toMillis());
        if (twin) {
            meta.put("twin", session);
        }
        // The contract counts in whole seconds.
        int seconds = (int) Math.ceil(plan.duration().toMillis() / 1000.0);
        int interval = (int) Math.max(1, Math.round(1 / plan.rate()));
        return new StartRequest(plan.sensorIds(), seconds, interval, Meta.of(meta));
    }

    /** The plan that the run was started with; empty if another client started it. */
    public static Optional<SensorPlan> read(Run run) {
        ObjectNode meta = run.meta().members();
        try {
            SensorPlan plan = new SensorPlan(meta.path("sensors").asInt(0), meta.path("rate").asDouble(0),
                    Duration.ofMillis(meta.path("durationMillis").asLong(0)),
                    Waveform.valueOf(meta.path("waveform").asString("")), meta.path("seed").asLong(0));
            boolean ours = meta.path("client").asString("").equals(CLIENT);
            return ours && PlanFault.of(plan, null).isEmpty() ? Optional.of(plan) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
