package com.sentori.sandbox.metrics;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/**
 * A figure of an aggregate.
 *
 * @param name {@code SampleCount}, {@code Sum}, {@code Average}, {@code Minimum}, {@code Maximum}, {@code p0} to {@code p100}
 * @param of empty where the aggregate does not say
 */
public record Statistic(String name, Function<Aggregate, OptionalDouble> of) {
    private static final Map<String, ToDoubleFunction<Aggregate>> SIMPLE = Map.of("SampleCount", Aggregate::count,
            "Sum", Aggregate::sum, "Average", Aggregate::average, "Minimum", Aggregate::minimum, "Maximum",
            Aggregate::maximum);
    private static final Pattern PERCENTILE = Pattern.compile("p(100|[0-9]{1,2}(\\.[0-9]{1,10})?)");

    /** By its name; empty for one that is not known here. */
    public static Optional<Statistic> named(String name) {
        ToDoubleFunction<Aggregate> simple = SIMPLE.get(name);
        if (simple != null) {
            return Optional.of(new Statistic(name, values -> OptionalDouble.of(simple.applyAsDouble(values))));
        }
        if (PERCENTILE.matcher(name).matches()) {
            double percent = Double.parseDouble(name.substring(1));
            return Optional.of(new Statistic(name, values -> values.percentile(percent)));
        }
        return Optional.empty();
    }
}
