package com.sentori.sandbox.cloudwatch;

import com.sentori.sandbox.metricmath.MathFault;
import com.sentori.sandbox.metricmath.TimeSeries;
import com.sentori.sandbox.metrics.Metrics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
        List<Query> queries = Shapes.required("MetricDataQueries", input.metricDataQueries());
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
            return page(all, order.equals(ASCENDING), token, most);
        } catch (MathFault e) {
            throw Fault.validation(String.valueOf(e.getMessage()));
        }
    }

    /** The values from the token's place on; what ends on this page is complete. */
    private static Output page(Queries queries, boolean ascending, Token token, int most) {
        List<Result> results = new ArrayList<>();
        int passed = 0;
        int room = most;
        for (Queries.Answer answer : queries.answers()) {
            int size = answer.series().points().size();
            int from = Math.max(0, token.position() - passed);
            passed += size;
            if (from > 0 && from >= size) {
                continue;
            }
            if (room == 0 && size > 0) {
                return new Output(results, token.at(passed - size), List.of());
            }
            int to = (int) Math.min(size, (long) from + room);
            results.add(result(answer, ascending, from, to));
            room -= to - from;
            if (to < size) {
                return new Output(results, token.at(passed - size + to), List.of());
            }
        }
        return new Output(results, null, List.of());
    }

    private static Result result(Queries.Answer answer, boolean ascending, int from, int to) {
        TimeSeries series = answer.series();
        Collection<Long> times = ascending ? series.points().keySet() : series.points().descendingKeySet();
        Collection<Double> values = ascending ? series.points().values() : series.points().descendingMap().values();
        return new Result(answer.id(), answer.label(),
                times.stream().skip(from).limit(to - from).map(Instant::ofEpochSecond).toList(),
                values.stream().skip(from).limit(to - from).toList(),
                to < series.points().size() ? "PartialData" : "Complete");
    }
}
