package com.sentori.sandbox.cloudwatch;

import com.sentori.sandbox.metrics.Metric;
import com.sentori.sandbox.metrics.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lists metrics in pages; those without data for two weeks are left out. */
record ListMetrics(Metrics metrics, Clock clock) {
    private static final int PAGE = 500;
    private static final int MAX_FILTERS = 10;
    private static final Duration ACTIVE = Duration.ofHours(3);
    private static final Duration LISTED = Duration.ofDays(14);

    record Input(@Nullable String namespace, @Nullable String metricName,
            @Nullable List<Shapes.DimensionShape> dimensions,
            @Nullable String recentlyActive, @Nullable String nextToken) {}

    record Output(List<Shapes.MetricShape> metrics, @Nullable String nextToken) {}

    @Nullable
    Object call(Input input) {
        if (input.recentlyActive() != null && !input.recentlyActive().equals("PT3H")) {
            throw Fault.invalid("RecentlyActive can only be PT3H.");
        }
        if (Shapes.orNone(input.dimensions()).size() > MAX_FILTERS) {
            throw Fault.invalid("There are at most " + MAX_FILTERS + " filters by dimension.");
        }
        Token token = Token.read(input.nextToken(),
                List.of(String.valueOf(input.namespace()), String.valueOf(input.metricName()),
                        String.valueOf(input.dimensions()), String.valueOf(input.recentlyActive())));
        Duration age = input.recentlyActive() == null ? LISTED : ACTIVE;
        List<Metric> found = metrics.since(clock.instant().minus(age), metrics.list(wanted(input)));
        int from = Math.min(token.index(), found.size());
        int to = Math.min(from + PAGE, found.size());
        return new Output(found.subList(from, to).stream().map(Shapes.MetricShape::of).toList(),
                to < found.size() ? token.at(to) : null);
    }

    private static Predicate<Metric> wanted(Input input) {
        Predicate<Metric> wanted = metric -> (input.namespace() == null || input.namespace().equals(metric.namespace()))
                && (input.metricName() == null || input.metricName().equals(metric.name()));
        for (Shapes.DimensionShape filter : Shapes.orNone(input.dimensions())) {
            String name = Shapes.text("Dimensions.Name", filter.name(), Shapes.MAX_NAME);
            wanted = wanted.and(metric -> metric.dimension(name)
                    .filter(value -> filter.value() == null || filter.value().equals(value))
                    .isPresent());
        }
        return wanted;
    }
}
