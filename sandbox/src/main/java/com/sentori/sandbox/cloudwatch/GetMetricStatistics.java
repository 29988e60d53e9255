package com.sentori.sandbox.cloudwatch;

import com.sentori.sandbox.metrics.Aggregate;
import com.sentori.sandbox.metrics.Metric;
import com.sentori.sandbox.metrics.Metrics;
import com.sentori.sandbox.metrics.Statistic;
import com.sentori.sandbox.metrics.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Statistics of one metric; a point for each unit that it has in a period. */
record GetMetricStatistics(Metrics metrics) {
    private static final int MAX_POINTS = 1_440;
    private static final Set<String> PLAIN = Set.of("SampleCount", "Average", "Sum", "Minimum", "Maximum");

    record Input(@Nullable String namespace, @Nullable String metricName,
            @Nullable List<Shapes.DimensionShape> dimensions,
            @Nullable Instant startTime, @Nullable Instant endTime, @Nullable Integer period,
            @Nullable List<String> statistics, @Nullable List<String> extendedStatistics, @Nullable String unit) {}

    record Output(String label, List<Datapoint> datapoints) {}

    record Datapoint(Instant timestamp, @Nullable Double sampleCount, @Nullable Double average, @Nullable Double sum,
            @Nullable Double minimum, @Nullable Double maximum, String unit,
            @Nullable Map<String, Double> extendedStatistics) {}

    @Nullable
    Object call(Input input) {
        Metric metric = new Shapes.MetricShape(input.namespace(), input.metricName(), input.dimensions()).metric();
        Window window = Windows.of(input.startTime(), input.endTime(), Shapes.period(input.period()));
        List<String> plain = Shapes.orNone(input.statistics());
        List<String> extended = Shapes.orNone(input.extendedStatistics());
        if (plain.isEmpty() && extended.isEmpty()) {
            throw new Fault(Fault.Kind.INVALID_COMBINATION,
                    "The call needs Statistics or ExtendedStatistics.");
        }
        if (!PLAIN.containsAll(plain) || extended.stream().anyMatch(PLAIN::contains)) {
            throw Fault.invalid("Statistics are SampleCount, Average, Sum, Minimum and Maximum; "
                    + "ExtendedStatistics are percentiles such as p99.");
        }
        List<Statistic> percentiles = extended.stream().map(Windows::statistic).toList();
        String unit = Shapes.unit(input.unit());
        List<Datapoint> points = new ArrayList<>();
        for (String one : unit == null ? metrics.units(metric) : List.of(unit)) {
            metrics.read(metric, one, window)
                    .forEach((time, values) -> points.add(point(time, values, one, Set.copyOf(plain), percentiles)));
        }
        if (points.size() > MAX_POINTS) {
            throw new Fault(Fault.Kind.INVALID_COMBINATION, "You have requested " + points.size()
                    + " datapoints, which exceeds the limit of " + MAX_POINTS
                    + ": ask for a longer Period or a shorter time.");
        }
        return new Output(metric.name(), points);
    }

    private static Datapoint point(long time, Aggregate values, String unit, Set<String> plain,
            List<Statistic> percentiles) {
        Map<String, Double> extended = new HashMap<>();
        percentiles.forEach(one -> one.of().apply(values).ifPresent(value -> extended.put(one.name(), value)));
        return new Datapoint(Instant.ofEpochSecond(time), plain.contains("SampleCount") ? values.count() : null,
                plain.contains("Average") ? values.average() : null, plain.contains("Sum") ? values.sum() : null,
                plain.contains("Minimum") ? values.minimum() : null,
                plain.contains("Maximum") ? values.maximum() : null, unit, extended.isEmpty() ? null : extended);
    }
}
