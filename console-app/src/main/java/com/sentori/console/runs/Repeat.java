package com.sentori.console.runs;

import com.sentori.console.scenarios.ScenarioException;
import com.sentori.console.scenarios.Scenarios;
import com.sentori.console.simulator.SensorPlan;
import com.sentori.console.simulator.Waveform;
import com.sentori.contract.runs.Run;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What it takes to run a run again with the same parameters.
 *
 * @param plan what its sensors emitted
 * @param waveform of all of them; null where a scenario says what they do
 * @param scenario the text of that scenario; empty for a waveform
 * @param thresholds what it had to hold
 */
public record Repeat(SensorPlan plan, @Nullable Waveform waveform, String scenario, List<Threshold> thresholds) {
    /** Of a run that a console started, with a scenario that is known from the run itself; empty of another. */
    public static Optional<Repeat> of(Run run) {
        ObjectNode meta = run.meta().members();
        return PlanNote.read(run).map(plan -> {
            boolean written = meta.has("scenarioHash");
            return new Repeat(plan, written ? null : Waveform.valueOf(meta.path("waveform").asString("")),
                    written ? meta.path("scenarioText").asString("") : "", PlanNote.thresholds(run));
        });
    }

    /** The name of the scenario among those that come with the program, if it is one of them, letter by letter. */
    public Optional<String> shipped(Scenarios scenarios) {
        return Scenarios.SHIPPED.stream().filter(name -> {
            try {
                return scenarios.shipped(name).text().equals(scenario);
            } catch (ScenarioException e) {
                return false;
            }
        }).findFirst();
    }
}
