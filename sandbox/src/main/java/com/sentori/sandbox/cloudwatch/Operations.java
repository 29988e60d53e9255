package com.sentori.sandbox.cloudwatch;

import com.sentori.sandbox.metrics.Metrics;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The operations by their names. Thread-safe. */
final class Operations {
    private final Map<String, Operation<?>> operations;

    Operations(Metrics metrics, Clock clock) {
        PutMetricData put = new PutMetricData(metrics, clock);
        GetMetricData get = new GetMetricData(metrics);
        GetMetricStatistics statistics = new GetMetricStatistics(metrics);
        ListMetrics list = new ListMetrics(metrics, clock);
        this.operations = Map.of("PutMetricData", new Operation<>(PutMetricData.Input.class, put::call),
                "GetMetricData", new Operation<>(GetMetricData.Input.class, get::call), "GetMetricStatistics",
                new Operation<>(GetMetricStatistics.Input.class, statistics::call), "ListMetrics",
                new Operation<>(ListMetrics.Input.class, list::call));
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
