package com.sentori.console.runs;

import com.sentori.console.scenarios.ScenarioException;
import com.sentori.console.scenarios.ScenarioText;
import com.sentori.console.scenarios.Scenarios;
import com.sentori.console.simulator.Waveform;
import com.sentori.contract.runs.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the console keeps of a run that it drives, from its start on, as JSON: enough to go on with it, and to say later what it was.
 *
 * @param schema {@value #SCHEMA}
 * @param session the key of its start
 * @param origin when its sensors began, by this machine's clock
 * @param seed of the plan
 * @param durationMillis of the plan
 * @param form what was typed; null if it is a scenario
 * @param scenario what was written; null if it was typed
 * @param thresholds what it must hold
 * @param halves one, or the two of a twin run
 */
record RunRecord(String schema, String session, Instant origin, long seed, long durationMillis, @Nullable Typed form,
        @Nullable Kept scenario, List<String> thresholds, List<Half> halves) {
    static final String SCHEMA = "sentori.record/1";

    RunRecord {
        thresholds = List.copyOf(thresholds);
        halves = List.copyOf(halves);
    }

    static RunRecord of(Order order, String session, Instant origin, List<Half> halves) {
        Typed typed = order.source() instanceof Order.Form form
                ? new Typed(form.sensors(), form.rate(), form.waveform())
                : null;
        Kept kept = order.source() instanceof Order.Written(ScenarioText text)
                ? new Kept(text.scenario().name(), text.hash(), text.text(), text.recordings())
                : null;
        return new RunRecord(SCHEMA, session, origin, order.plan().seed(), order.plan().duration().toMillis(), typed,
                kept, order.thresholds().stream().map(Threshold::text).toList(), halves);
    }

    /** What was ordered. */
    Order order(Scenarios scenarios) throws ScenarioException {
        List<Threshold> wanted = thresholds.stream().flatMap(text -> Threshold.read(text).stream()).toList();
        Duration duration = Duration.ofMillis(durationMillis);
        if (scenario != null) {
            return Order.of(scenarios.kept(scenario.text, scenario.recordings), duration, seed, wanted);
        }
        Typed typed = Objects.requireNonNull(form, "a record has a form or a scenario");
        return Order.of(new Order.Form(typed.sensors, typed.rate, typed.waveform), duration, seed, wanted);
    }

    /** Whether every half was ended. */
    boolean isOver() {
        return halves.stream().allMatch(half -> half.end() != null);
    }

    RunRecord with(Half changed) {
        return new RunRecord(schema, session, origin, seed, durationMillis, form, scenario, thresholds,
                halves.stream().map(half -> half.run.id().equals(changed.run.id()) ? changed : half).toList());
    }

    /** What was typed. */
    record Typed(int sensors, double rate, Waveform waveform) {}

    /** A scenario as it was. */
    record Kept(String name, String hash, String text, Map<String, String> recordings) {
        Kept {
            recordings = Map.copyOf(recordings);
        }
    }

    /**
     * A half.
     *
     * @param backend its name
     * @param url its address
     * @param instanceId of its store
     * @param run on it, as it was started
     * @param offsetMillis its clock minus ours, at the start
     * @param end how it ended; null while it has not
     */
    record Half(String backend, String url, String instanceId, Run run, long offsetMillis, @Nullable End end) {
        Half ended(End how) {
            return new Half(backend, url, instanceId, run, offsetMillis, how);
        }
    }

    /**
     * How a half ended.
     *
     * @param status of the run
     * @param reason of the run, or why this console gave up; null without
     * @param check what became of its readings; null if it could not be read back
     * @param broken the rules of alarms that were critical; none in a record from before they were kept
     */
    record End(String status, @Nullable String reason, @Nullable RunCheck check, @Nullable List<Broken> broken) {
        End {
            broken = broken == null ? List.of() : List.copyOf(broken);
        }
    }
}
