package com.sentori.console.simulator;

import java.time.Duration;
import java.util.List;

/** Shapes to choose from where nobody writes a scenario: between 12 and 28, with a period of ten seconds where they have one. */
public enum Waveform {
    /** A sine. */
    SINE,
    /** Two levels, half a period each. */
    SQUARE,
    /** A ramp up and a drop. */
    RAMP,
    /** A ramp up and a ramp down. */
    TRIANGLE,
    /** Levels in turn. */
    STEPS,
    /** A random walk. */
    WALK,
    /** Noise alone. */
    NOISE,
    /** A level. */
    CONSTANT;

    static final double NOISE_AROUND = 0.2;
    private static final double LOW = 12;
    private static final double HIGH = 28;
    private static final Duration PERIOD = Duration.ofSeconds(10);
    private static final Duration HOLD = Duration.ofSeconds(5);

    /** The shape itself. */
    public Wave wave() {
        return switch (this) {
            case SINE -> new Wave.Sine(LOW, HIGH, PERIOD);
            case SQUARE -> new Wave.Square(LOW, HIGH, PERIOD);
            case RAMP -> new Wave.Ramp(LOW, HIGH, PERIOD);
            case TRIANGLE -> new Wave.Triangle(LOW, HIGH, PERIOD);
            case STEPS -> new Wave.Steps(List.of(14.0, 18.0, 26.0, 22.0), HOLD);
            case WALK -> new Wave.Walk(LOW, HIGH, 0.4);
            case NOISE -> new Wave.Even(LOW, HIGH);
            case CONSTANT -> new Wave.Constant(20);
        };
    }
}
