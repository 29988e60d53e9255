package com.sentori.console.runs;

import com.sentori.console.scenarios.ScenarioText;
import com.sentori.console.simulator.SensorPlan;
import com.sentori.console.simulator.Waveform;
import java.time.Duration;
import java.util.List;

/**
 * What a run shall be.
 *
 * @param plan what its sensors emit
 * @param source how that was said
 * @param thresholds what it must hold
 */
public record Order(SensorPlan plan, Source source, List<Threshold> thresholds) {
    /** Keeps its own copy. */
    public Order {
        thresholds = List.copyOf(thresholds);
    }

    /** Sensors that all do the same. */
    public static Order of(Form form, Duration duration, long seed, List<Threshold> thresholds) {
        return new Order(new SensorPlan(form.sensors, form.rate, duration, form.waveform, seed), form, thresholds);
    }

    /** A scenario. */
    public static Order of(ScenarioText text, Duration duration, long seed, List<Threshold> thresholds) {
        return new Order(new SensorPlan(text.scenario(), duration, seed), new Written(text), thresholds);
    }

    /** How it was said what the sensors emit. */
    public sealed interface Source permits Form, Written {}

    /**
     * In a form.
     *
     * @param sensors how many
     * @param rate readings a second of each
     * @param waveform the shape of the values
     */
    public record Form(int sensors, double rate, Waveform waveform) implements Source {}

    /**
     * In a scenario file.
     *
     * @param text as it was written
     */
    public record Written(ScenarioText text) implements Source {}
}
