package com.sentori.sandbox.cloudwatch;

import com.sentori.sandbox.metrics.Aggregate;
import com.sentori.sandbox.metrics.Datum;
import com.sentori.sandbox.metrics.Metric;
import com.sentori.sandbox.metrics.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes measurements: all of a call, or none. */
record PutMetricData(Metrics metrics, Clock clock) {
    private static final int MAX_METRICS = 1_000;
    private static final int MAX_VALUES = 150;
    private static final double LARGEST = Math.scalb(1d, 360);
    private static final Duration PAST = Duration.ofDays(14);
    private static final Duration FUTURE = Duration.ofHours(2);

    record Input(@Nullable String namespace, @Nullable List<MetricDatum> metricData,
            @Nullable List<EntityMetricData> entityMetricData) {}

    /** Measurements of an entity, which itself is not kept. */
    record EntityMetricData(@Nullable List<MetricDatum> metricData) {}

    record MetricDatum(@Nullable String metricName, @Nullable List<Shapes.DimensionShape> dimensions,
            @Nullable Instant timestamp, @Nullable Double value, @Nullable StatisticSet statisticValues,
            @Nullable List<Double> values, @Nullable List<Double> counts, @Nullable String unit,
            @Nullable Integer storageResolution) {}

    record StatisticSet(@Nullable Double sampleCount, @Nullable Double sum, @Nullable Double minimum,
            @Nullable Double maximum) {}

    @Nullable
    Object call(Input input) {
        String namespace = Shapes.namespace(input.namespace());
        if (namespace.startsWith("AWS/")) {
            throw Fault.invalid("The value AWS/ for parameter Namespace is invalid: it is kept for AWS itself.");
        }
        List<MetricDatum> data = Stream.concat(Shapes.orNone(input.metricData()).stream(),
                Shapes.orNone(input.entityMetricData())
                        .stream()
                        .flatMap(one -> Shapes.orNone(one.metricData()).stream()))
                .toList();
        if (data.isEmpty()) {
            throw Fault.missing("MetricData");
        }
        if (data.size() > MAX_METRICS) {
            throw Fault.invalid("The collection MetricData must not have a size greater than " + MAX_METRICS + ".");
        }
        Instant now = clock.instant();
        metrics.put(data.stream().map(one -> datum(namespace, one, now)).toList());
        return null;
    }

    private static Datum datum(String namespace, MetricDatum of, Instant now) {
        Metric metric = new Metric(namespace, Shapes.text("MetricName", of.metricName(), Shapes.MAX_NAME),
                Shapes.checked(of.dimensions()));
        Instant time = Objects.requireNonNullElse(of.timestamp(), now);
        if (time.isBefore(now.minus(PAST)) || time.isAfter(now.plus(FUTURE))) {
            throw Fault.invalid("The Timestamp " + time
                    + " is more than two weeks in the past or two hours in the future.");
        }
        int resolution = Objects.requireNonNullElse(of.storageResolution(), 60);
        if (resolution != 1 && resolution != 60) {
            throw Fault.invalid("The StorageResolution must be 1 or 60.");
        }
        return new Datum(metric, Objects.requireNonNullElse(Shapes.unit(of.unit()), Datum.NO_UNIT), time,
                resolution == 1, values(of));
    }

    private static Aggregate values(MetricDatum of) {
        int given = (of.value() == null ? 0 : 1) + (of.statisticValues() == null ? 0 : 1)
                + (Shapes.empty(of.values()) ? 0 : 1);
        if (given != 1 || (Shapes.empty(of.values()) && !Shapes.empty(of.counts()))) {
            throw new Fault(Fault.Kind.INVALID_COMBINATION, "The metric " + of.metricName()
                    + " needs one of Value, Values (with or without Counts) and StatisticValues.");
        }
        if (of.statisticValues() != null) {
            return statistics(of.statisticValues());
        }
        if (of.value() != null) {
            return Aggregate.of(checked("Value", of.value()));
        }
        return values(Shapes.orNone(of.values()), Shapes.orNone(of.counts()));
    }

    private static Aggregate statistics(StatisticSet set) {
        double count = checked("SampleCount", set.sampleCount());
        double minimum = checked("Minimum", set.minimum());
        double maximum = checked("Maximum", set.maximum());
        double sum = checked("Sum", set.sum());
        if (count <= 0 || minimum > maximum) {
            throw Fault.invalid("StatisticValues need a SampleCount above 0 and a Minimum not above the Maximum.");
        }
        return Aggregate.of(count, sum, minimum, maximum);
    }

    private static Aggregate values(List<Double> values, List<Double> counts) {
        if (values.size() > MAX_VALUES || (!counts.isEmpty() && counts.size() != values.size())) {
            throw Fault.invalid("There are at most " + MAX_VALUES + " Values, and as many Counts or none.");
        }
        Aggregate all = new Aggregate();
        for (int i = 0; i < values.size(); i++) {
            double count = counts.isEmpty() ? 1 : checked("Counts", counts.get(i));
            if (count <= 0) {
                throw Fault.invalid("The Counts must be above 0.");
            }
            all.add(checked("Values", values.get(i)), count);
        }
        return all;
    }

    private static double checked(String parameter, @Nullable Double value) {
        double number = Shapes.required(parameter, value);
        if (!(Math.abs(number) <= LARGEST)) {
            throw Fault.invalid("The value " + number + " for parameter " + parameter
                    + " is invalid: it must lie between -2^360 and 2^360.");
        }
        return number;
    }
}
