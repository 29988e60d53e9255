package com.sentori.sandbox.metricmath;

import com.sentori.sandbox.metrics.Window;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** The functions of metric math that are known here. */
record Functions(Inputs inputs, String name, Arguments given) {
    private static final int STANDARD_PERIOD = 300;
    private static final int LONGEST_PERIOD = 86_400 * 365;
    private static final Map<String, ToDoubleFunction<double[]>> SUMMARIES = Map.of("SUM",
            values -> DoubleStream.of(values).sum(), "AVG", Functions::mean, "MIN",
            values -> DoubleStream.of(values).min().orElse(Double.NaN), "MAX",
            values -> DoubleStream.of(values).max().orElse(Double.NaN), "STDDEV", Functions::deviation,
            "DATAPOINT_COUNT", values -> values.length);

    Functions(Inputs inputs, String name, List<Value> given) {
        this(inputs, name, new Arguments(name, given));
    }

    Value value() {
        ToDoubleFunction<double[]> summary = SUMMARIES.get(name);
        if (summary != null) {
            return summary(summary);
        }
        return switch (name) {
            case "ABS" -> Evaluation.each(given.series(0), series -> series.map(Math::abs));
            case "CEIL" -> Evaluation.each(given.series(0), series -> series.map(Math::ceil));
            case "FLOOR" -> Evaluation.each(given.series(0), series -> series.map(Math::floor));
            case "LOG" -> Evaluation.each(given.series(0), series -> series.map(Math::log));
            case "LOG10" -> Evaluation.each(given.series(0), series -> series.map(Math::log10));
            case "RATE" -> Evaluation.each(given.series(0), AlongTime::rate);
            case "DIFF" -> Evaluation.each(given.series(0), AlongTime::difference);
            case "RUNNING_SUM" -> Evaluation.each(given.series(0), AlongTime::runningSum);
            case "FILL" -> Evaluation.each(given.series(0),
                    series -> AlongTime.fill(series, times(series.period()), given.any(1)));
            case "TIME_SERIES" -> new Value.One(constant(given.number(0)));
            case "METRICS" -> new Value.Many(inputs.metrics(given.has(0) ? given.text(0) : ""));
            case "METRIC_COUNT" -> new Value.Scalar(given.all(0).size());
            case "PERIOD" -> new Value.Scalar(first(given.all(0)).period());
            case "FIRST" -> new Value.One(first(given.all(0)));
            case "LAST" -> new Value.One(first(given.all(0).reversed()));
            case "SLICE" -> slice(given.all(0));
            case "SORT" -> new Value.Many(sort(given.all(0)));
            case "REMOVE_EMPTY" -> new Value.Many(
                    given.all(0).stream().filter(one -> !one.points().isEmpty()).toList());
            case "IF" -> choose();
            case "SEARCH" -> new Value.Many(inputs.search(Search.parse(given.text(0)), given.text(1), period()));
            default -> throw new MathFault("The function " + name + " is not known to the sandbox.");
        };
    }

    /** A number for a series; for an array a series of what its members have at each time. */
    private Value summary(ToDoubleFunction<double[]> of) {
        if (given.series(0) instanceof Value.One one) {
            return new Value.Scalar(of.applyAsDouble(values(one.series())));
        }
        NavigableMap<Long, DoubleStream.Builder> columns = new TreeMap<>();
        given.all(0)
                .forEach(one -> one.points()
                        .forEach((time, value) -> columns.computeIfAbsent(time, _ -> DoubleStream.builder())
                                .add(value)));
        NavigableMap<Long, Double> points = new TreeMap<>();
        columns.forEach((time, column) -> points.put(time, of.applyAsDouble(column.build().toArray())));
        return new Value.One(new TimeSeries(name, null, longest(given.all(0)), points));
    }

    private Value slice(List<TimeSeries> all) {
        int from = given.index(1, all.size());
        if (!given.has(2)) {
            return new Value.One(first(all.subList(from, all.size())));
        }
        return new Value.Many(all.subList(from, Math.max(from, given.index(2, all.size()))));
    }

    private List<TimeSeries> sort(List<TimeSeries> all) {
        ToDoubleFunction<double[]> by = SUMMARIES.get(given.text(1));
        if (by == null || !List.of("ASC", "DESC").contains(given.text(2))) {
            throw new MathFault("SORT takes an array, one of AVG, MIN, MAX, SUM, and ASC or DESC.");
        }
        Comparator<TimeSeries> ascending = Comparator.comparingDouble(one -> by.applyAsDouble(values(one)));
        List<TimeSeries> sorted = all.stream()
                .sorted(given.text(2).equals("ASC") ? ascending : ascending.reversed())
                .toList();
        return sorted.subList(0, given.has(3) ? given.index(3, sorted.size()) : sorted.size());
    }

    /** Where the condition holds the first, else the second; a number stands for itself at all times. */
    private Value choose() {
        if (given.any(0) instanceof Value.Scalar condition) {
            int chosen = condition.number() != 0 ? 1 : 2;
            return given.has(chosen) ? given.any(chosen) : new Value.One(none());
        }
        TimeSeries condition = given.one(0);
        NavigableMap<Long, Double> points = new TreeMap<>();
        condition.points().forEach((time, holds) -> {
            int chosen = holds != 0 ? 1 : 2;
            if (given.has(chosen)) {
                given.valueAt(chosen, time).ifPresent(value -> points.put(time, value));
            }
        });
        return new Value.One(condition.with(points));
    }

    private TimeSeries constant(double value) {
        NavigableMap<Long, Double> points = new TreeMap<>();
        int period = longest(inputs.metrics(""));
        for (long time : times(period)) {
            points.put(time, value);
        }
        return new TimeSeries(name, null, period, points);
    }

    private long[] times(int period) {
        Window window = inputs.window(period);
        inputs.spend((int) Math.min(Integer.MAX_VALUE, (window.to() - window.from() + period - 1) / period));
        return LongStream.iterate(window.from(), time -> time < window.to(), time -> time + period).toArray();
    }

    /** Of a search: the third argument, also as a text. */
    private int period() {
        if (!given.has(2)) {
            return STANDARD_PERIOD;
        }
        double period = given.any(2) instanceof Value.Text text && text.text().matches("[0-9]{1,8}")
                ? Double.parseDouble(text.text())
                : given.number(2);
        if (period < 1 || period != Math.rint(period) || period > LONGEST_PERIOD) {
            throw given.wrong();
        }
        return (int) period;
    }

    private TimeSeries first(List<TimeSeries> all) {
        return all.isEmpty() ? none() : all.getFirst();
    }

    private TimeSeries none() {
        return new TimeSeries(name, null, 60, new TreeMap<>());
    }

    private static int longest(List<TimeSeries> all) {
        return all.stream().mapToInt(TimeSeries::period).max().orElse(60);
    }

    private static double[] values(TimeSeries series) {
        return series.points().values().stream().mapToDouble(one -> one).toArray();
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).average().orElse(Double.NaN);
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(
                DoubleStream.of(values).map(value -> (value - mean) * (value - mean)).average().orElse(Double.NaN));
    }
}
