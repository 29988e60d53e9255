package com.sentori.console.simulator;

/**
 * The shape of a sensor's values over time: a pure function of seed, sensor and tick, between about 10 and 30,
 * with a period of {@link #PERIOD_SECONDS} where it has one, and with a little noise.
 */
public enum Waveform {
    /** A sine. */
    SINE {
        @Override
        double shape(double turn, Noise noise, long tick) {
            return Math.sin(2 * Math.PI * turn);
        }
    },
    /** Two levels, half a period each. */
    SQUARE {
        @Override
        double shape(double turn, Noise noise, long tick) {
            return turn < 0.5 ? 1 : -1;
        }
    },
    /** A ramp up and a drop. */
    SAWTOOTH {
        @Override
        double shape(double turn, Noise noise, long tick) {
            return 2 * turn - 1;
        }
    },
    /** A ramp up and a ramp down. */
    TRIANGLE {
        @Override
        double shape(double turn, Noise noise, long tick) {
            return 4 * Math.abs(turn - 0.5) - 1;
        }
    },
    /** A slow wander: noise in octaves, so that no value depends on the one before. */
    WANDER {
        @Override
        double shape(double turn, Noise noise, long tick) {
            return 0.6 * noise.smooth(tick, 64) + 0.3 * noise.smooth(tick, 16) + 0.1 * noise.smooth(tick, 4);
        }
    },
    /** Noise alone. */
    NOISE {
        @Override
        double shape(double turn, Noise noise, long tick) {
            return noise.at(tick);
        }
    },
    /** A level. */
    CONSTANT {
        @Override
        double shape(double turn, Noise noise, long tick) {
            return 0;
        }
    };

    /** Seconds of a period. */
    public static final double PERIOD_SECONDS = 10;

    private static final double MIDDLE = 20;
    private static final double SWING = 8;
    private static final double JITTER = 0.35;

    /** In -1..1; {@code turn} is the place in the period, 0 to 1. */
    abstract double shape(double turn, Noise noise, long tick);

    /**
     * The value of a sensor.
     *
     * @param seed of the plan
     * @param sensor its number, from 0
     * @param tick which of its readings, from 0
     * @param rate readings a second
     */
    public double value(long seed, int sensor, long tick, double rate) {
        Noise noise = new Noise(seed, sensor);
        double turns = tick / rate / PERIOD_SECONDS + noise.phase();
        double value = MIDDLE + SWING * shape(turns - Math.floor(turns), noise, tick) + JITTER * noise.at(~tick);
        return Math.round(value * 1000) / 1000.0;
    }
}
