package com.sentori.sandbox.figures;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.sentori.sandbox.logs.FunctionLogs;
import com.sentori.sandbox.metrics.Datum;
import com.sentori.sandbox.metrics.Metric;
import com.sentori.sandbox.metrics.Metrics;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A function whose invocations are measured as {@code AWS/Lambda}, by name and over all functions, and whose output is its log. Nothing is throttled here,
 * which is published as such. Thread-safe.
 */
public final class MeasuredFunction<I, O> implements RequestHandler<I, O> {
    private static final String NAMESPACE = "AWS/Lambda";

    private final String name;
    private final RequestHandler<I, O> function;
    private final FunctionLogs logs;
    private final Metrics metrics;
    private final Clock clock;
    private final AtomicInteger running = new AtomicInteger();

    /** Around this function. */
    public MeasuredFunction(String name, RequestHandler<I, O> function, FunctionLogs logs, Metrics metrics,
            Clock clock) {
        this.name = name;
        this.function = function;
        this.logs = logs;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public O handleRequest(I input, Context context) {
        Instant started = clock.instant();
        long from = System.nanoTime();
        int concurrent = running.incrementAndGet();
        boolean done = false;
        try {
            O output = logs.during(name, () -> function.handleRequest(input, context));
            done = true;
            return output;
        } finally {
            running.decrementAndGet();
            publish(started, (System.nanoTime() - from) / 1e6, !done, concurrent);
        }
    }

    private void publish(Instant time, double milliseconds, boolean failed, int concurrent) {
        metrics.put(Stream.of(Map.of("FunctionName", name), Map.<String, String>of())
                .flatMap(dimensions -> Stream.of(
                        Datum.of(Metric.of(NAMESPACE, "Invocations", dimensions), "Count", time, 1),
                        Datum.of(Metric.of(NAMESPACE, "Errors", dimensions), "Count", time, failed ? 1 : 0),
                        Datum.of(Metric.of(NAMESPACE, "Throttles", dimensions), "Count", time, 0),
                        Datum.of(Metric.of(NAMESPACE, "ConcurrentExecutions", dimensions), "Count", time, concurrent),
                        Datum.of(Metric.of(NAMESPACE, "Duration", dimensions), "Milliseconds", time, milliseconds)))
                .toList());
    }
}
