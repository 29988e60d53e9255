package com.sentori.console.simulator;

import java.time.Duration;
import java.util.List;

/**
 * The shape of a sensor's values over time: a pure function of the moment. What a shape computes with is the same on every machine,
 * bit for bit, which is why it is {@link StrictMath}.
 */
public sealed interface Wave {
    /** The value there. */
    double at(Moment moment);

    /**
     * A place in a sensor's life.
     *
     * @param seconds since the start of the run
     * @param tick which of the sensor's readings, from 0
     * @param noise of the sensor and the type
     */
    record Moment(double seconds, long tick, Noise noise) {}

    /** Goes round between {@link #low} and {@link #high}; each sensor begins elsewhere in its period. */
    sealed interface Periodic extends Wave {
        /** The lowest value. */
        double low();

        /** The highest value. */
        double high();

        /** Of one round. */
        Duration period();

        /**
         * In 0..1.
         *
         * @param turn the place in the period, 0 to 1
         */
        double shape(double turn);

        @Override
        default double at(Moment moment) {
            double turns = moment.seconds / (period().toNanos() / 1e9) + moment.noise.part(Part.BEGIN).unit(0);
            return low() + (high() - low()) * shape(turns - StrictMath.floor(turns));
        }
    }

    /** A sine. */
    record Sine(double low, double high, Duration period) implements Periodic {
        /** Checks it. */
        public Sine {
            Check.span(low, high);
            Check.longerThanNothing("period", period);
        }

        @Override
        public double shape(double turn) {
            return 0.5 + 0.5 * StrictMath.sin(2 * StrictMath.PI * turn);
        }
    }

    /** Two levels, half a period each. */
    record Square(double low, double high, Duration period) implements Periodic {
        /** Checks it. */
        public Square {
            Check.span(low, high);
            Check.longerThanNothing("period", period);
        }

        @Override
        public double shape(double turn) {
            return turn < 0.5 ? 1 : 0;
        }
    }

    /** A ramp up and a drop. */
    record Ramp(double low, double high, Duration period) implements Periodic {
        /** Checks it. */
        public Ramp {
            Check.span(low, high);
            Check.longerThanNothing("period", period);
        }

        @Override
        public double shape(double turn) {
            return turn;
        }
    }

    /** A ramp up and a ramp down. */
    record Triangle(double low, double high, Duration period) implements Periodic {
        /** Checks it. */
        public Triangle {
            Check.span(low, high);
            Check.longerThanNothing("period", period);
        }

        @Override
        public double shape(double turn) {
            return 2 * StrictMath.abs(turn - 0.5);
        }
    }

    /** Levels in turn, each held so long. */
    record Steps(List<Double> levels, Duration hold) implements Wave {
        /** Checks it, and keeps its own copy. */
        public Steps {
            Check.that(levels != null && !levels.isEmpty(), Demand.LEVELS);
            levels = List.copyOf(levels);
            levels.forEach(level -> Check.finite("levels", level));
            Check.longerThanNothing("hold", hold);
        }

        @Override
        public double at(Moment moment) {
            long step = (long) StrictMath.floor(moment.seconds / (hold.toNanos() / 1e9));
            return levels.get((int) (step % levels.size()));
        }
    }

    /** A random walk that turns back at its bounds; {@code step} is what one reading differs from the next by, about. */
    record Walk(double low, double high, double step) implements Wave {
        /** Checks it. */
        public Walk {
            Check.span(low, high);
            Check.that(low < high, Demand.RISE);
            Check.that(step > 0 && Double.isFinite(step), Demand.STEP);
        }

        @Override
        public double at(Moment moment) {
            double width = high - low;
            double place = moment.noise.part(Part.BEGIN).unit(0) * width
                    + step * RandomWalk.at(moment.noise.part(Part.WALK), moment.tick);
            // Mirrors at both bounds: there and back is two widths.
            double folded = place - 2 * width * StrictMath.floor(place / (2 * width));
            return low + (folded <= width ? folded : 2 * width - folded);
        }
    }

    /** Nothing but noise, evenly from {@code low} to {@code high}. */
    record Even(double low, double high) implements Wave {
        /** Checks it. */
        public Even {
            Check.span(low, high);
        }

        @Override
        public double at(Moment moment) {
            return low + (high - low) * moment.noise.part(Part.EVEN).unit(moment.tick);
        }
    }

    /** One value. */
    record Constant(double value) implements Wave {
        /** Checks it. */
        public Constant {
            Check.finite("value", value);
        }

        @Override
        public double at(Moment moment) {
            return value;
        }
    }

    /**
     * A recording, a row a reading. At its end it begins again, or its last value stays.
     *
     * @param recording the values
     * @param loop whether it begins again
     */
    record Replay(Recording recording, boolean loop) implements Wave {
        @Override
        public double at(Moment moment) {
            long rows = recording.rows();
            return recording.at(loop ? moment.tick % rows : StrictMath.min(moment.tick, rows - 1));
        }
    }
}
