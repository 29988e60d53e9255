package com.sentori.console.dashboards;

import java.util.Locale;
import java.util.function.DoubleBinaryOperator;

/** Makes one figure of many; NaN stands for a value that is missing, and for no figure. */
enum Reducer {
    LAST, LASTNOTNULL, FIRST, FIRSTNOTNULL, MIN, MAX, MEAN, SUM, COUNT, RANGE, DIFF, DELTA;

    /** By Grafana's name; the last number for one that is not known. */
    static Reducer of(String name) {
        for (Reducer each : values()) {
            if (each.name().equals(name.toUpperCase(Locale.ROOT))) {
                return each;
            }
        }
        return LASTNOTNULL;
    }

    double of(double[] values) {
        return switch (this) {
            case LAST -> values.length == 0 ? Double.NaN : values[values.length - 1];
            case LASTNOTNULL -> lastNumber(values);
            case FIRST -> values.length == 0 ? Double.NaN : values[0];
            case FIRSTNOTNULL -> firstNumber(values);
            case MIN -> least(values);
            case MAX -> greatest(values);
            case MEAN -> sum(values) / numbers(values);
            case SUM -> numbers(values) == 0 ? Double.NaN : sum(values);
            case COUNT -> values.length;
            case RANGE -> greatest(values) - least(values);
            case DIFF -> lastNumber(values) - firstNumber(values);
            case DELTA -> rises(values);
        };
    }

    private static double lastNumber(double[] values) {
        for (int i = values.length - 1; i >= 0; i--) {
            if (!Double.isNaN(values[i])) {
                return values[i];
            }
        }
        return Double.NaN;
    }

    private static double firstNumber(double[] values) {
        for (double value : values) {
            if (!Double.isNaN(value)) {
                return value;
            }
        }
        return Double.NaN;
    }

    private static int numbers(double[] values) {
        int count = 0;
        for (double value : values) {
            count += Double.isNaN(value) ? 0 : 1;
        }
        return count;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += Double.isNaN(value) ? 0 : value;
        }
        return sum;
    }

    private static double least(double[] values) {
        return fold(values, Double.POSITIVE_INFINITY, Math::min);
    }

    private static double greatest(double[] values) {
        return fold(values, Double.NEGATIVE_INFINITY, Math::max);
    }

    private static double fold(double[] values, double none, DoubleBinaryOperator choice) {
        double found = none;
        for (double value : values) {
            found = Double.isNaN(value) ? found : choice.applyAsDouble(found, value);
        }
        return numbers(values) == 0 ? Double.NaN : found;
    }

    /** What a counter counted, which begins at 0 again now and then. */
    private static double rises(double[] values) {
        double rise = 0;
        double before = Double.NaN;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                rise += Double.isNaN(before) ? 0 : value >= before ? value - before : value;
                before = value;
            }
        }
        return rise;
    }
}
