package com.sentori.sandbox.figures;

import com.sentori.sandbox.gateway.ApiFunction;
import com.sentori.sandbox.gateway.Resource;
import com.sentori.sandbox.gateway.Traffic;
import com.sentori.sandbox.logs.FunctionLogs;
import com.sentori.sandbox.metrics.Metrics;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts the measuring around the parts of the serverless backend. */
public record Measured(Metrics metrics, FunctionLogs logs, Clock clock) {
    /** What the API is called in its figures. */
    public static final String API = "sentori-serverless";

    /** The same resources with their functions measured, each function once. */
    public List<Resource> functions(List<Resource> resources) {
        Map<String, ApiFunction> measured = new HashMap<>();
        return resources.stream()
                .map(resource -> new Resource(resource.path(), measured.computeIfAbsent(resource.function().name(),
                        name -> new ApiFunction(name,
                                new MeasuredFunction<>(name, resource.function().handler(), logs, metrics, clock)))))
                .toList();
    }

    /** What the gateway reports to. */
    public Traffic api() {
        return new MeasuredApi(API, metrics, clock);
    }

    /** The same client, measured. */
    public DynamoDbClient dynamo(DynamoDbClient client) {
        return MeasuredDynamo.around(client, metrics, clock);
    }
}
