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
import org.jspecify.annotations.Nullable;

/** The functions of metric math that are known here. */
record Functions(Inputs inputs, String name, List<Value> arguments) {
    private static final Map<String, ToDoubleFunction<double[]>> SUMMARIES = Map.of("SUM",
            values -> DoubleStream.of(values).sum(), "AVG", Functions::mean, "MIN",
            values -> DoubleStream.of(values).min().orElse(Double.NaN), "MAX",
            values -> DoubleStream.of(values).max().orElse(Double.NaN), "STDDEV", Functions::deviation);

    Value value() {
        return switch (name) {
            case "ABS" -> Evaluation.each(series(0), series -> series.map(Math::abs));
            case "CEIL" -> Evaluation.each(series(0), series -> series.map(Math::ceil));
            case "FLOOR" -> Evaluation.each(series(0), series -> series.map(Math::floor));
            case "LOG" -> Evaluation.each(series(0), series -> series.map(Math::log));
            case "LOG10" -> Evaluation.each(series(0), series -> series.map(Math::log10));
            case "SUM", "AVG", "MIN", "MAX", "STDDEV" -> summary(SUMMARIES.getOrDefault(name, Functions::mean));
            case "METRICS" -> new Value.Many(inputs.metrics(arguments.isEmpty() ? "" : text(0)));
            case "METRIC_COUNT" -> new Value.Scalar(series(0).all().size());
            case "DATAPOINT_COUNT" -> summary(values -> values.length);
            case "PERIOD" -> new Value.Scalar(first().period());
            case "FIRST" -> new Value.One(series(0).all().isEmpty() ? none() : series(0).all().getFirst());
            case "LAST" -> new Value.One(series(0).all().isEmpty() ? none() : series(0).all().getLast());
            case "SLICE" -> slice();
            case "SORT" -> sort();
            case "REMOVE_EMPTY" -> new Value.Many(
                    series(0).all().stream().filter(one -> !one.points().isEmpty()).toList());
            case "RATE" -> Evaluation.each(series(0), series -> steps(series, (value, before) -> value - before, true));
            case "DIFF" -> Evaluation.each(series(0),
                    series -> steps(series, (value, before) -> value - before, false));
            case "RUNNING_SUM" -> Evaluation.each(series(0), Functions::runningSum);
            case "FILL" -> Evaluation.each(series(0), this::fill);
            case "TIME_SERIES" -> new Value.One(constant(number(0)));
            case "IF" -> choose();
            case "SEARCH" -> new Value.Many(inputs.search(Search.parse(text(0)), text(1), period()));
            default -> throw new MathFault("The function " + name + " is not known to the sandbox.");
        };
    }

    private Value summary(ToDoubleFunction<double[]> of) {
        return switch (series(0)) {
            case Value.Many many -> {
                NavigableMap<Long, DoubleStream.Builder> columns = new TreeMap<>();
                many.series()
                        .forEach(one -> one.points()
                                .forEach((time, value) -> columns
                                        .computeIfAbsent(time, _ -> DoubleStream.builder())
                                        .add(value)));
                NavigableMap<Long, Double> points = new TreeMap<>();
                columns.forEach((time, column) -> points.put(time, of.applyAsDouble(column.build().toArray())));
                int period = many.series().stream().mapToInt(TimeSeries::period).max().orElse(60);
                yield new Value.One(new TimeSeries(name, null, period, points));
            }
            case Value other -> new Value.Scalar(
                    of.applyAsDouble(
                            other.all().getFirst().points().values().stream().mapToDouble(one -> one).toArray()));
        };
    }

    private Value slice() {
        List<TimeSeries> all = series(0).all();
        int from = bounded((int) number(1), all.size());
        int to = arguments.size() > 2 ? bounded((int) number(2), all.size()) : from + 1;
        List<TimeSeries> part = from < to && from < all.size()
                ? all.subList(from, Math.min(to, all.size()))
                : List.of();
        return arguments.size() > 2 ? new Value.Many(part) : new Value.One(part.isEmpty() ? none() : part.getFirst());
    }

    private Value sort() {
        ToDoubleFunction<double[]> by = SUMMARIES.get(text(1));
        if (by == null || !List.of("ASC", "DESC").contains(text(2))) {
            throw new MathFault("SORT takes an array, one of AVG, MIN, MAX, SUM, and ASC or DESC.");
        }
        Comparator<TimeSeries> ascending = Comparator.comparingDouble(
                one -> by.applyAsDouble(one.points().values().stream().mapToDouble(value -> value).toArray()));
        List<TimeSeries> sorted = series(0).all()
                .stream()
                .sorted(text(2).equals("ASC") ? ascending : ascending.reversed())
                .toList();
        return new Value.Many(
                arguments.size() > 3 ? sorted.subList(0, bounded((int) number(3), sorted.size())) : sorted);
    }

    /** Where the condition holds the first, else the second; a number stands for itself at all times. */
    private Value choose() {
        if (argument(0) instanceof Value.Scalar condition) {
            return condition.number() != 0 ? argument(1) : arguments.size() > 2 ? argument(2) : new Value.One(none());
        }
        TimeSeries condition = series(0).all().getFirst();
        NavigableMap<Long, Double> points = new TreeMap<>();
        condition.points().forEach((time, holds) -> {
            int chosen = holds != 0 ? 1 : 2;
            Double value = chosen < arguments.size() ? at(argument(chosen), time) : null;
            if (value != null) {
                points.put(time, value);
            }
        });
        return new Value.One(condition.with(points));
    }

    @Nullable
    private Double at(Value value, long time) {
        return switch (value) {
            case Value.Scalar scalar -> scalar.number();
            case Value.One one -> one.series().points().get(time);
            case Value.Many _,Value.Text _ -> throw wrong();
        };
    }

    private TimeSeries steps(TimeSeries series, Step step, boolean perSecond) {
        NavigableMap<Long, Double> points = new TreeMap<>();
        Map.Entry<Long, Double> before = null;
        for (Map.Entry<Long, Double> point : series.points().entrySet()) {
            if (before != null) {
                double difference = step.of(point.getValue(), before.getValue());
                points.put(point.getKey(), perSecond ? difference / (point.getKey() - before.getKey()) : difference);
            }
            before = point;
        }
        return series.with(points);
    }

    private static TimeSeries runningSum(TimeSeries series) {
        NavigableMap<Long, Double> points = new TreeMap<>();
        double sum = 0;
        for (Map.Entry<Long, Double> point : series.points().entrySet()) {
            sum += point.getValue();
            points.put(point.getKey(), sum);
        }
        return series.with(points);
    }

    private TimeSeries fill(TimeSeries series) {
        NavigableMap<Long, Double> points = new TreeMap<>();
        NavigableMap<Long, Double> known = series.points();
        for (long time : times(series.period())) {
            Map.Entry<Long, Double> before = known.floorEntry(time);
            Map.Entry<Long, Double> after = known.ceilingEntry(time);
            Double value = switch (argument(1)) {
                case Value.Scalar constant -> before != null && before.getKey() == time
                        ? before.getValue()
                        : constant.number();
                case Value.Text way when way.text().equals("REPEAT") -> before == null ? null : before.getValue();
                case Value.Text way when way.text().equals("LINEAR") -> before == null || after == null
                        ? null
                        : between(before, after, time);
                default -> throw new MathFault("FILL takes a series and a number, REPEAT or LINEAR.");
            };
            if (value != null) {
                points.put(time, value);
            }
        }
        return series.with(points);
    }

    private static double between(Map.Entry<Long, Double> before, Map.Entry<Long, Double> after, long time) {
        if (before.getKey().equals(after.getKey())) {
            return before.getValue();
        }
        double part = (double) (time - before.getKey()) / (after.getKey() - before.getKey());
        return before.getValue() + part * (after.getValue() - before.getValue());
    }

    private TimeSeries constant(double value) {
        NavigableMap<Long, Double> points = new TreeMap<>();
        int period = inputs.metrics("").stream().mapToInt(TimeSeries::period).max().orElse(60);
        for (long time : times(period)) {
            points.put(time, value);
        }
        return new TimeSeries(name, null, period, points);
    }

    private long[] times(int period) {
        Window window = inputs.window(period);
        inputs.spend((int) Math.min(Integer.MAX_VALUE, (window.to() - window.from() + period - 1) / period));
        return LongStream.iterate(window.from(), time -> time < window.to(), time -> time + period)
                .toArray();
    }

    private Value argument(int at) {
        if (at >= arguments.size()) {
            throw wrong();
        }
        return arguments.get(at);
    }

    private Value series(int at) {
        if (argument(at) instanceof Value.One || argument(at) instanceof Value.Many) {
            return argument(at);
        }
        throw wrong();
    }

    private TimeSeries first() {
        if (series(0).all().isEmpty()) {
            throw wrong();
        }
        return series(0).all().getFirst();
    }

    private String text(int at) {
        if (argument(at) instanceof Value.Text text) {
            return text.text();
        }
        throw wrong();
    }

    private double number(int at) {
        if (argument(at) instanceof Value.Scalar scalar) {
            return scalar.number();
        }
        throw wrong();
    }

    /** Of a search: the third argument, also as a text, else five minutes. */
    private int period() {
        if (arguments.size() < 3) {
            return 300;
        }
        double period = argument(2) instanceof Value.Text text && text.text().matches("[0-9]{1,8}")
                ? Double.parseDouble(text.text())
                : number(2);
        if (period < 1 || period != Math.rint(period) || period > 86_400 * 365d) {
            throw wrong();
        }
        return (int) period;
    }

    private TimeSeries none() {
        return new TimeSeries(name, null, 60, new TreeMap<>());
    }

    private MathFault wrong() {
        return new MathFault("The function " + name + " does not take such arguments.");
    }

    private static int bounded(int index, int size) {
        return Math.clamp(index, 0, size);
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).average().orElse(Double.NaN);
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(DoubleStream.of(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(Double.NaN));
    }

    private interface Step {
        double of(double value, double before);
    }
}
