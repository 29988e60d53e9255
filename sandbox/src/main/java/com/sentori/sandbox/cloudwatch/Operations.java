package com.sentori.sandbox.cloudwatch;

import com.sentori.sandbox.insights.Searches;
import com.sentori.sandbox.logs.LogGroups;
import com.sentori.sandbox.metrics.Metrics;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The operations of a service by their names. Thread-safe. */
final class Operations {
    private final Map<String, Operation<?>> operations;

    private Operations(Map<String, Operation<?>> operations) {
        this.operations = operations;
    }

    static Operations ofMetrics(Metrics metrics, Clock clock) {
        PutMetricData put = new PutMetricData(metrics, clock);
        GetMetricData get = new GetMetricData(metrics);
        GetMetricStatistics statistics = new GetMetricStatistics(metrics);
        ListMetrics list = new ListMetrics(metrics, clock);
        return new Operations(Map.of("PutMetricData", new Operation<>(PutMetricData.Input.class, put::call),
                "GetMetricData", new Operation<>(GetMetricData.Input.class, get::call), "GetMetricStatistics",
                new Operation<>(GetMetricStatistics.Input.class, statistics::call), "ListMetrics",
                new Operation<>(ListMetrics.Input.class, list::call)));
    }

    static Operations ofLogs(LogGroups groups, Searches searches) {
        StartQuery start = new StartQuery(groups, searches);
        GetQueryResults results = new GetQueryResults(searches);
        StopQuery stop = new StopQuery(searches);
        DescribeLogGroups describe = new DescribeLogGroups(groups);
        return new Operations(Map.of("StartQuery", new Operation<>(StartQuery.Input.class, start::call),
                "GetQueryResults", new Operation<>(GetQueryResults.Input.class, results::call), "StopQuery",
                new Operation<>(StopQuery.Input.class, stop::call), "DescribeLogGroups",
                new Operation<>(DescribeLogGroups.Input.class, describe::call)));
    }

    Reply call(String name, Protocol protocol, Request request, String requestId) {
        Operation<?> operation = operations.get(name);
        if (operation == null) {
            throw new Fault(Fault.Kind.UNKNOWN_OPERATION, name.isEmpty()
                    ? "The request names no operation of CloudWatch in a protocol that is known here."
                    : "The sandbox's CloudWatch does not have the operation " + name + ".");
        }
        return protocol.answer(name, operation.run(protocol, request), requestId);
    }

    private record Operation<I>(Class<I> input, Function<I, @Nullable Object> function) {
        @Nullable
        Object run(Protocol protocol, Request request) {
            return function.apply(protocol.read(request, input));
        }
    }
}
