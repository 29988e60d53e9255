package com.sentori.sandbox.metricmath;

import java.util.List;
import java.util.Optional;

/** What a function is given; each look at it refuses what the function does not take. */
record Arguments(String function, List<Value> values) {
    boolean has(int at) {
        return at < values.size();
    }

    Value any(int at) {
        if (!has(at)) {
            throw wrong();
        }
        return values.get(at);
    }

    /** A series, or several. */
    Value series(int at) {
        if (any(at) instanceof Value.One || any(at) instanceof Value.Many) {
            return any(at);
        }
        throw wrong();
    }

    List<TimeSeries> all(int at) {
        return series(at).all();
    }

    TimeSeries one(int at) {
        if (any(at) instanceof Value.One one) {
            return one.series();
        }
        throw wrong();
    }

    String text(int at) {
        if (any(at) instanceof Value.Text text) {
            return text.text();
        }
        throw wrong();
    }

    double number(int at) {
        if (any(at) instanceof Value.Scalar scalar) {
            return scalar.number();
        }
        throw wrong();
    }

    /** A number within a list of this size. */
    int index(int at, int size) {
        return Math.clamp((long) number(at), 0, size);
    }

    /** Of a series or a number at a time; empty where there is none. */
    Optional<Double> valueAt(int at, long time) {
        return switch (any(at)) {
            case Value.Scalar scalar -> Optional.of(scalar.number());
            case Value.One one -> Optional.ofNullable(one.series().points().get(time));
            case Value.Many _,Value.Text _ -> throw wrong();
        };
    }

    MathFault wrong() {
        return new MathFault("The function " + function + " does not take such arguments.");
    }
}
