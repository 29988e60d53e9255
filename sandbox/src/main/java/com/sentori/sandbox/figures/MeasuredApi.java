package com.sentori.sandbox.figures;

import com.sentori.sandbox.gateway.Traffic;
import com.sentori.sandbox.metrics.Datum;
import com.sentori.sandbox.metrics.Metric;
import com.sentori.sandbox.metrics.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The requests of the REST API as {@code AWS/ApiGateway}: of the API, of its stage, and of each method of each resource.
 *
 * @param api its name
 */
public record MeasuredApi(String api, Metrics metrics, Clock clock) implements Traffic {
    private static final String NAMESPACE = "AWS/ApiGateway";

    @Override
    public void answered(Request request, int status, Duration latency, Duration integration) {
        Instant time = clock.instant();
        metrics.put(Stream.of(Map.of("ApiName", api), Map.of("ApiName", api, "Stage", request.stage()),
                Map.of("ApiName", api, "Stage", request.stage(), "Method", request.method(), "Resource",
                        request.resource()))
                .flatMap(dimensions -> Stream.of(
                        Datum.of(Metric.of(NAMESPACE, "Count", dimensions), "Count", time, 1),
                        Datum.of(Metric.of(NAMESPACE, "4XXError", dimensions), "Count", time,
                                status / 100 == 4 ? 1 : 0),
                        Datum.of(Metric.of(NAMESPACE, "5XXError", dimensions), "Count", time,
                                status / 100 == 5 ? 1 : 0),
                        Datum.of(Metric.of(NAMESPACE, "Latency", dimensions), "Milliseconds", time,
                                latency.toNanos() / 1e6),
                        Datum.of(Metric.of(NAMESPACE, "IntegrationLatency", dimensions), "Milliseconds", time,
                                integration.toNanos() / 1e6)))
                .toList());
    }
}
