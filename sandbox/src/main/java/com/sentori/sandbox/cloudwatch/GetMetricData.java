package com.sentori.sandbox.cloudwatch;

import com.sentori.sandbox.metricmath.MathFault;
import com.sentori.sandbox.metrics.Metrics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values of metrics and expressions in pages of at most {@code MaxDatapoints} values. */
record GetMetricData(Metrics metrics) {
    private static final int MAX_QUERIES = 500;
    private static final int MAX_POINTS = 100_800;
    private static final String ASCENDING = "TimestampAscending";

    record Input(@Nullable List<Query> metricDataQueries, @Nullable Instant startTime, @Nullable Instant endTime,
            @Nullable String nextToken, @Nullable String scanBy, @Nullable Integer maxDatapoints) {}

    record Query(@Nullable String id, @Nullable MetricStat metricStat, @Nullable String expression,
            @Nullable String label, @Nullable Boolean returnData, @Nullable Integer period) {}

    record MetricStat(Shapes.@Nullable MetricShape metric, @Nullable Integer period, @Nullable String stat,
            @Nullable String unit) {}

    record Output(List<Result> metricDataResults, @Nullable String nextToken, List<Message> messages) {}

    record Result(String id, String label, List<Instant> timestamps, List<Double> values, String statusCode) {}

    record Message(String code, String value) {}

    @Nullable
    Object call(Input input) {
        List<Query> queries = Shapes.orNone(input.metricDataQueries());
        int most = Objects.requireNonNullElse(input.maxDatapoints(), MAX_POINTS);
        String order = Objects.requireNonNullElse(input.scanBy(), "TimestampDescending");
        if (queries.isEmpty() || queries.size() > MAX_QUERIES) {
            throw Fault.validation("A call has 1 to " + MAX_QUERIES + " MetricDataQueries.");
        }
        if (most < 1 || most > MAX_POINTS) {
            throw Fault.validation("MaxDatapoints must lie between 1 and " + MAX_POINTS + ".");
        }
        if (!List.of(ASCENDING, "TimestampDescending").contains(order)) {
            throw Fault.validation("ScanBy is TimestampDescending or TimestampAscending.");
        }
        Token token = Token.read(input.nextToken(),
                List.of(queries, String.valueOf(input.startTime()), String.valueOf(input.endTime()), order));
        try {
            Queries all = new Queries(metrics, queries, input.startTime(), input.endTime());
            return page(all.answers(), all.messages(), order.equals(ASCENDING), token, most);
        } catch (MathFault e) {
            throw Fault.validation(String.valueOf(e.getMessage()));
        }
    }

    /** The values from the token's place on; what ends on this page is complete. */
    private static Output page(List<Queries.Answer> answers, List<Message> messages, boolean ascending, Token token,
            int most) {
        List<Result> results = new ArrayList<>();
        int room = most;
        for (int i = token.index(); i < answers.size(); i++) {
            NavigableMap<Long, Double> points = answers.get(i).series().points();
            NavigableMap<Long, Double> ordered = ascending ? points : points.descendingMap();
            Long passed = token.passed();
            NavigableMap<Long, Double> left = passed == null || i > token.index()
                    ? ordered
                    : ordered.tailMap(passed, false);
            if (room == 0 && !left.isEmpty()) {
                return new Output(results, token.at(i), messages);
            }
            List<Long> times = left.keySet().stream().limit(room).toList();
            results.add(new Result(answers.get(i).id(), answers.get(i).label(),
                    times.stream().map(Instant::ofEpochSecond).toList(),
                    left.values().stream().limit(room).toList(),
                    times.size() < left.size() ? "PartialData" : "Complete"));
            if (times.size() < left.size()) {
                return new Output(results, token.within(i, times.getLast()), messages);
            }
            room -= times.size();
        }
        return new Output(results, null, messages);
    }
}
