package com.sentori.console.runs;

import com.sentori.console.scenarios.ScenarioException;
import com.sentori.console.scenarios.ScenarioText;
import com.sentori.console.scenarios.Scenarios;
import com.sentori.console.simulator.SensorPlan;
import com.sentori.console.simulator.Waveform;
import com.sentori.contract.json.Json;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.StartRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A plan as it is kept with its run, in the run's meta: enough to know every reading that the run must hold, long after
 * and from another console. Only a scenario that is too long for it, or that replays a file, is known by its hash alone.
 */
public final class PlanNote {
    /** The form of the meta. */
    static final String SCHEMA = "sentori.meta/1";
    private static final String CLIENT = "sentori-console";

    private PlanNote() {}

    /**
     * The request that starts the plan.
     *
     * @param session the key of its start, which also marks it
     * @param twin whether the same plan runs on another backend under the same mark
     */
    static StartRequest write(Order order, String session, boolean twin) {
        SensorPlan plan = order.plan();
        ObjectNode meta = Json.MAPPER.createObjectNode();
        meta.put("client", CLIENT);
        meta.put("schema", SCHEMA);
        meta.put("session", session);
        if (twin) {
            meta.put("twin", session);
        }
        meta.put("seed", plan.seed());
        meta.put("durationMillis", plan.duration().toMillis());
        meta.put("sensors", plan.scenario().sensors());
        if (!order.thresholds().isEmpty()) {
            meta.put("thresholds", String.join(", ", order.thresholds().stream().map(Threshold::text).toList()));
        }
        switch (order.source()) {
            case Order.Form form -> meta.put("rate", form.rate()).put("waveform", form.waveform().name());
            case Order.Written(ScenarioText text) -> {
                meta.put("rate", plan.scenario().groups().getFirst().rate());
                meta.put("scenario", plan.scenario().name()).put("scenarioHash", text.hash());
                ObjectNode whole = meta.deepCopy().put("scenarioText", text.text());
                if (text.recordings().isEmpty() && Meta.of(whole).fits()) {
                    meta = whole;
                }
            }
        }
        // The contract counts in whole seconds.
        int seconds = (int) Math.ceil(plan.duration().toMillis() / 1000.0);
        int interval = (int) Math.max(1, Math.round(1 / plan.scenario().groups().getFirst().rate()));
        return new StartRequest(plan.sensorIds(), seconds, interval, Meta.of(meta));
    }

    /** The plan that the run was started with; empty if another client started it, or if its scenario is not known here. */
    public static Optional<SensorPlan> read(Run run) {
        ObjectNode meta = run.meta().members();
        if (!meta.path("client").asString("").equals(CLIENT)) {
            return Optional.empty();
        }
        Duration duration = Duration.ofMillis(meta.path("durationMillis").asLong(0));
        long seed = meta.path("seed").asLong(0);
        try {
            SensorPlan plan = meta.has("scenarioHash")
                    ? new SensorPlan(scenario(meta).scenario(), duration, seed)
                    : new SensorPlan(meta.path("sensors").asInt(0), meta.path("rate").asDouble(0), duration,
                            Waveform.valueOf(meta.path("waveform").asString("")), seed);
            return PlanFault.of(plan, null).isEmpty() ? Optional.of(plan) : Optional.empty();
        } catch (IllegalArgumentException | ScenarioException e) {
            // Another version of the console, or another machine's file: the run cannot be checked from here.
            return Optional.empty();
        }
    }

    /** The thresholds that the run was started with. */
    public static List<Threshold> thresholds(Run run) {
        try {
            return Threshold.list(run.meta().members().path("thresholds").asString(""));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static ScenarioText scenario(ObjectNode meta) throws ScenarioException {
        ScenarioText text = Scenarios.withoutRecordings(meta.path("scenarioText").asString(""));
        if (!text.hash().equals(meta.path("scenarioHash").asString(""))) {
            throw new IllegalArgumentException("the text is another one than its hash says");
        }
        return text;
    }
}
