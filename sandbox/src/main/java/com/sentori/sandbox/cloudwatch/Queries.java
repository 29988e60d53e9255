package com.sentori.sandbox.cloudwatch;

import com.sentori.sandbox.metricmath.Expression;
import com.sentori.sandbox.metricmath.Inputs;
import com.sentori.sandbox.metricmath.Search;
import com.sentori.sandbox.metricmath.TimeSeries;
import com.sentori.sandbox.metricmath.Value;
import com.sentori.sandbox.metrics.Dimension;
import com.sentori.sandbox.metrics.Metric;
import com.sentori.sandbox.metrics.Metrics;
import com.sentori.sandbox.metrics.Statistic;
import com.sentori.sandbox.metrics.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The queries of one call, each evaluated once, when it is first needed. */
final class Queries implements Inputs {
    private static final int MAX_FOUND = 500;
    /** Ten times what AWS gives on one page; so many are in memory at once. */
    private static final int MAX_POINTS = 1_000_000;
    private static final int MAX_EXPRESSION = 2_048;

    private final Metrics metrics;
    private final @Nullable Instant start;
    private final @Nullable Instant end;
    private final Map<String, GetMetricData.Query> queries = new LinkedHashMap<>();
    private final Map<String, Value> values = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private final List<GetMetricData.Message> messages = new ArrayList<>();
    private int spent;

    /** What a query gives: one of these, or one for each series. */
    record Answer(String id, String label, TimeSeries series) {}

    Queries(Metrics metrics, List<GetMetricData.Query> queries, @Nullable Instant start, @Nullable Instant end) {
        this.metrics = metrics;
        this.start = start;
        this.end = end;
        for (GetMetricData.Query query : queries) {
            String id = Shapes.text("MetricDataQueries.Id", query.id(), Shapes.MAX_NAME);
            if (!id.matches("[a-z][A-Za-z0-9_]*")) {
                throw Fault.validation(
                        "The id " + id + " must begin with a small letter and hold letters, digits and _ only.");
            }
            if (this.queries.put(id, query) != null) {
                throw Fault.validation("The id " + id + " is given twice.");
            }
            if ((query.metricStat() == null) == (query.expression() == null)) {
                throw Fault.validation("The query " + id + " needs either MetricStat or Expression.");
            }
        }
    }

    /** Those that are to be returned, in the order of the call. */
    List<Answer> answers() {
        window(1); // also without a metric the times must be right
        List<Answer> answers = new ArrayList<>();
        queries.forEach((id, query) -> {
            Value value = of(id);
            if (!Boolean.FALSE.equals(query.returnData())) {
                if (value instanceof Value.Scalar || value instanceof Value.Text) {
                    throw Fault.validation("The expression " + id
                            + " gives a number and not a time series: use TIME_SERIES, or do not return it.");
                }
                value.all().forEach(series -> answers.add(new Answer(id, Labels.of(query, value, series), series)));
            }
        });
        return answers;
    }

    /** What is to be said of the answers. */
    List<GetMetricData.Message> messages() {
        return messages;
    }

    @Override
    public Value of(String id) {
        Value known = values.get(id);
        if (known != null) {
            return known;
        }
        GetMetricData.Query query = queries.get(id);
        if (query == null) {
            throw Expression.refuse("There is no query with the id " + id + ".");
        }
        if (!underWay.add(id)) {
            throw Expression.refuse("The expression " + id + " refers to itself.");
        }
        Value value = evaluate(query);
        if (query.expression() != null) {
            value.all().forEach(series -> spend(series.points().size()));
        }
        values.put(id, value);
        return value;
    }

    @Override
    public List<TimeSeries> metrics(String part) {
        return queries.entrySet()
                .stream()
                .filter(one -> one.getValue().metricStat() != null && one.getKey().contains(part))
                .flatMap(one -> of(one.getKey()).all().stream())
                .toList();
    }

    @Override
    public List<TimeSeries> search(Search search, String statistic, int period) {
        List<Metric> found = metrics.list(search.predicate());
        if (found.size() > MAX_FOUND) {
            messages.add(new GetMetricData.Message("MaxMetricsExceeded",
                    "A search found " + found.size() + " metrics: the first " + MAX_FOUND + " are given."));
        }
        Statistic stat = Windows.statistic(statistic);
        return found.stream()
                .limit(MAX_FOUND)
                .map(metric -> read(Stream.concat(metric.dimensions().stream().map(Dimension::value),
                        Stream.of(metric.name())).collect(Collectors.joining(" ")), metric, null, stat,
                        Shapes.period(period)))
                .toList();
    }

    @Override
    public void spend(int points) {
        spent += Math.min(points, MAX_POINTS + 1);
        if (spent > MAX_POINTS) {
            throw Expression.refuse("The call would hold more than " + MAX_POINTS
                    + " values: ask for longer periods, a shorter time or fewer metrics.");
        }
    }

    @Override
    public Window window(int period) {
        return Windows.of(start, end, period);
    }

    private Value evaluate(GetMetricData.Query query) {
        GetMetricData.MetricStat wanted = query.metricStat();
        if (wanted != null) {
            Metric metric = Shapes.required("MetricStat.Metric", wanted.metric()).metric();
            return new Value.One(read(metric.name(), metric, Shapes.unit(wanted.unit()),
                    Windows.statistic(wanted.stat()), Shapes.period(wanted.period())));
        }
        return Expression.parse(Shapes.text("Expression", query.expression(), MAX_EXPRESSION)).evaluate(this);
    }

    private TimeSeries read(String label, Metric metric, @Nullable String unit, Statistic statistic, int period) {
        NavigableMap<Long, Double> points = new TreeMap<>();
        metrics.read(metric, unit, window(period))
                .forEach((time, all) -> statistic.of().apply(all).ifPresent(value -> points.put(time, value)));
        spend(points.size());
        return new TimeSeries(label, new TimeSeries.Source(metric, statistic.name()), period, points);
    }
}
