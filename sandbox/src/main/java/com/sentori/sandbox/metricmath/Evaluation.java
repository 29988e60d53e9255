package com.sentori.sandbox.metricmath;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.UnaryOperator;

/** Carries out an expression. */
final class Evaluation {
    private static final Map<String, DoubleBinaryOperator> OPERATORS = Map.ofEntries(Map.entry("+", Double::sum),
            Map.entry("-", (a, b) -> a - b), Map.entry("*", (a, b) -> a * b), Map.entry("/", (a, b) -> a / b),
            Map.entry("^", Math::pow), Map.entry("==", (a, b) -> truth(a == b)),
            Map.entry("!=", (a, b) -> truth(a != b)), Map.entry("<", (a, b) -> truth(a < b)),
            Map.entry("<=", (a, b) -> truth(a <= b)), Map.entry(">", (a, b) -> truth(a > b)),
            Map.entry(">=", (a, b) -> truth(a >= b)), Map.entry("&&", (a, b) -> truth(a != 0 && b != 0)),
            Map.entry("||", (a, b) -> truth(a != 0 || b != 0)));

    private final Inputs inputs;

    Evaluation(Inputs inputs) {
        this.inputs = inputs;
    }

    Value of(Expression expression) {
        return switch (expression) {
            case Expression.Number number -> new Value.Scalar(number.value());
            case Expression.Text text -> new Value.Text(text.value());
            case Expression.Name name -> Character.isLowerCase(name.name().charAt(0))
                    ? inputs.of(name.name())
                    : new Value.Text(name.name());
            case Expression.Array array -> array(array.members());
            case Expression.Call call -> new Functions(inputs, call.function(),
                    call.arguments().stream().map(this::of).toList()).value();
            case Expression.Binary binary -> combine(binary.operator(), of(binary.left()), of(binary.right()));
            case Expression.Negative negative -> combine("*", new Value.Scalar(-1), of(negative.operand()));
        };
    }

    /** One operation on numbers, series and arrays of them: series meet where both have a value. */
    static Value combine(String operator, Value left, Value right) {
        DoubleBinaryOperator operation = Objects.requireNonNull(OPERATORS.get(operator));
        if (left instanceof Value.Text || right instanceof Value.Text) {
            throw new MathFault("A text cannot be an operand of " + operator + ".");
        }
        return switch (left) {
            case Value.Scalar one -> switch (right) {
                case Value.Scalar other -> new Value.Scalar(operation.applyAsDouble(one.number(), other.number()));
                default -> each(right, series -> series.map(value -> operation.applyAsDouble(one.number(), value)));
            };
            case Value.One one -> switch (right) {
                case Value.Scalar other -> each(left,
                        series -> series.map(value -> operation.applyAsDouble(value, other.number())));
                default -> each(right, series -> meet(operation, one.series(), series));
            };
            case Value.Many _ -> switch (right) {
                case Value.Scalar other -> each(left,
                        series -> series.map(value -> operation.applyAsDouble(value, other.number())));
                case Value.One other -> each(left, series -> meet(operation, series, other.series()));
                default -> throw new MathFault("Two arrays of series cannot be the operands of " + operator + ".");
            };
            case Value.Text _ -> throw new IllegalStateException();
        };
    }

    /** The same for each series in it; an array stays one. */
    static Value each(Value value, UnaryOperator<TimeSeries> function) {
        List<TimeSeries> results = value.all().stream().map(function).toList();
        return value instanceof Value.One ? new Value.One(results.getFirst()) : new Value.Many(results);
    }

    private static TimeSeries meet(DoubleBinaryOperator operation, TimeSeries left, TimeSeries right) {
        NavigableMap<Long, Double> points = new TreeMap<>();
        left.points().forEach((time, value) -> {
            Double other = right.points().get(time);
            double result = other == null ? Double.NaN : operation.applyAsDouble(value, other);
            if (Double.isFinite(result)) {
                points.put(time, result);
            }
        });
        return new TimeSeries(left.label(), null, Math.max(left.period(), right.period()), points);
    }

    private Value array(List<Expression> members) {
        List<TimeSeries> series = new ArrayList<>();
        for (Expression member : members) {
            Value value = of(member);
            if (value instanceof Value.Scalar || value instanceof Value.Text) {
                throw new MathFault("An array can only have series as members.");
            }
            series.addAll(value.all());
        }
        return new Value.Many(series);
    }

    private static double truth(boolean holds) {
        return holds ? 1 : 0;
    }
}
