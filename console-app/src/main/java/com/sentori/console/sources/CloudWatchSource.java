package com.sentori.console.sources;

import com.sentori.console.backends.Telemetry;
import com.sentori.console.sources.SourceException.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.DimensionFilter;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/**
 * A CloudWatch, asked by the AWS SDK, which finds region and credentials as all its clients do: environment, profiles, SSO. Thread-safe; every call
 * waits for the network, and an interrupt ends it.
 */
public final class CloudWatchSource implements AutoCloseable {
    /** AWS publishes its services' figures of a minute within about two more ("a delay of a few minutes"); what is asked for earlier may still grow. */
    private static final Duration SETTLES = Duration.ofMinutes(2);
    /** An endpoint on this machine shows what was measured at once; a call that is under way is counted when it ends. */
    private static final Duration SETTLES_HERE = Duration.ofSeconds(5);
    private static final String SERVICE = "CloudWatch";
    private static final int MAX_POINTS = 2_000_000;
    private static final int MAX_PAGES = 20;

    private final CloudWatchClient client;
    private final Duration settles;
    private final Clock clock;

    /** Of a place. Nothing is called yet; who has no credentials is told so by the first call. */
    public CloudWatchSource(Telemetry.CloudWatch place, Clock clock) {
        this.client = Aws.client(CloudWatchClient.builder(), place);
        this.settles = Aws.isHere(place) ? SETTLES_HERE : SETTLES;
        this.clock = clock;
    }

    /** The answers to questions that may name each other, over a time; their own periods say how far apart points lie. */
    public Frame data(List<MetricQuery> queries, Instant from, Instant to) throws SourceException {
        Map<String, MetricQuery> byId = new LinkedHashMap<>();
        queries.forEach(query -> byId.put(query.id(), query));
        GetMetricDataRequest.Builder request = GetMetricDataRequest.builder()
                .metricDataQueries(queries.stream().map(CloudWatchSource::asked).toList())
                .startTime(from)
                .endTime(to)
                .scanBy(ScanBy.TIMESTAMP_ASCENDING);
        Pages pages = new Pages(byId);
        @Nullable
        String next = null;
        int page = 0;
        do {
            String token = next;
            GetMetricDataResponse response = Aws.call(SERVICE,
                    () -> client.getMetricData(request.nextToken(token).build()));
            pages.add(response, Aws.at(response, clock));
            next = response.nextToken();
        } while (next != null && ++page < MAX_PAGES);
        return pages.frame(next != null, settles);
    }

    /** The metrics of a namespace, of one name if it is not empty, that have these dimensions among theirs; an empty value stands for any. */
    public List<MetricName> metrics(String namespace, String metric, Map<String, String> dimensions)
            throws SourceException {
        ListMetricsRequest.Builder request = ListMetricsRequest.builder()
                .namespace(namespace)
                .dimensions(dimensions.entrySet().stream().map(CloudWatchSource::filter).toList());
        if (!metric.isEmpty()) {
            request.metricName(metric);
        }
        List<MetricName> names = new ArrayList<>();
        @Nullable
        String next = null;
        int page = 0;
        do {
            String token = next;
            ListMetricsResponse response = Aws.call(SERVICE,
                    () -> client.listMetrics(request.nextToken(token).build()));
            response.metrics()
                    .forEach(one -> names.add(new MetricName(one.namespace(), one.metricName(),
                            dimensions(one.dimensions()))));
            next = response.nextToken();
        } while (next != null && ++page < MAX_PAGES);
        return names;
    }

    private static Map<String, String> dimensions(List<Dimension> dimensions) {
        Map<String, String> result = new HashMap<>();
        dimensions.forEach(one -> result.put(one.name(), one.value()));
        return result;
    }

    private static DimensionFilter filter(Map.Entry<String, String> dimension) {
        DimensionFilter.Builder filter = DimensionFilter.builder().name(dimension.getKey());
        return dimension.getValue().isEmpty() ? filter.build() : filter.value(dimension.getValue()).build();
    }

    private static MetricDataQuery asked(MetricQuery query) {
        MetricDataQuery.Builder asked = MetricDataQuery.builder().id(query.id()).returnData(!query.hidden());
        if (!query.label().isEmpty()) {
            asked.label(query.label());
        }
        int period = (int) query.period().toSeconds();
        return switch (query) {
            case MetricQuery.Metric metric -> asked.metricStat(stat -> stat.period(period)
                    .stat(metric.statistic())
                    .metric(of -> of.namespace(metric.namespace())
                            .metricName(metric.metric())
                            .dimensions(metric.dimensions()
                                    .entrySet()
                                    .stream()
                                    .map(one -> Dimension.builder().name(one.getKey()).value(one.getValue()).build())
                                    .toList())))
                    .build();
            case MetricQuery.Expression math -> asked.expression(math.expression()).period(period).build();
        };
    }

    @Override
    public void close() {
        client.close();
    }

    /** Puts the pages of an answer together. */
    private static final class Pages {
        private final Map<String, MetricQuery> queries;
        private final Map<List<String>, Points> series = new LinkedHashMap<>();
        private final List<String> notes = new ArrayList<>();
        private Instant at = Instant.EPOCH;
        private int points;

        Pages(Map<String, MetricQuery> queries) {
            this.queries = queries;
        }

        void add(GetMetricDataResponse page, Instant answered) throws SourceException {
            at = answered;
            page.messages().forEach(message -> notes.add(message.value()));
            for (MetricDataResult result : page.metricDataResults()) {
                points += result.values().size();
                if (points > MAX_POINTS) {
                    throw new SourceException(Kind.TOO_MUCH, "CloudWatch answers with more than " + MAX_POINTS
                            + " values: ask for a shorter time, a longer period or fewer metrics.");
                }
                result.messages().forEach(message -> notes.add(message.value()));
                series.computeIfAbsent(List.of(result.id(), result.label()), _ -> new Points()).add(result);
            }
        }

        Frame frame(boolean partial, Duration settles) {
            List<Line> lines = new ArrayList<>();
            series.forEach((name, all) -> {
                MetricQuery query = queries.get(name.getFirst());
                lines.add(new Line(name.getFirst(), name.getLast(), Map.of(),
                        all.times.stream().mapToLong(Instant::toEpochMilli).toArray(),
                        all.values.stream().mapToDouble(Double::doubleValue).toArray(),
                        query == null ? Duration.ZERO : query.period()));
            });
            boolean cut = partial || series.values().stream().anyMatch(one -> !one.complete);
            return new Frame(lines, at.minus(settles), at, cut, notes);
        }
    }

    private static final class Points {
        private final List<Instant> times = new ArrayList<>();
        private final List<Double> values = new ArrayList<>();
        private boolean complete = true;

        void add(MetricDataResult page) {
            times.addAll(page.timestamps());
            values.addAll(page.values());
            complete = page.statusCodeAsString().equals("Complete");
        }
    }
}
