package com.sentori.sandbox;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.sentori.contract.auth.AuthMode;
import com.sentori.contract.http.ServerSettings;
import com.sentori.lambda.bucket.Bucket;
import com.sentori.lambda.functions.Functions;
import com.sentori.lambda.functions.RunApiFunction;
import com.sentori.lambda.functions.SensorApiFunction;
import com.sentori.lambda.functions.Settings;
import com.sentori.lambda.store.TableNames;
import com.sentori.sandbox.gateway.ApiFunction;
import com.sentori.sandbox.gateway.Resource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The serverless backend's REST API: which function answers which path, as it is set up in AWS. */
final class RestApi {
    private RestApi() {}

    /** The function that the schedule calls. */
    static ApiFunction scheduled(List<Resource> api) {
        String name = Functions.defined()
                .functions()
                .stream()
                .filter(Functions.Function::scheduled)
                .map(Functions.Function::name)
                .findFirst()
                .orElseThrow();
        return api.stream()
                .map(Resource::function)
                .filter(function -> function.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The API on a store and a bucket, with the product's functions, for callers who prove so who they are. */
    static List<Resource> on(DynamoDbClient store, Bucket reports, Duration grace, AuthMode auth) {
        Settings settings = new Settings(TableNames.STANDARD,
                new ServerSettings(Settings.BACKEND, Settings.version(), "local", true, auth,
                        ServerSettings.STANDARD_ORIGINS, ServerSettings.STANDARD_MAX_RUNNING, grace, null,
                        Settings.FEATURES));
        Clock clock = Clock.systemUTC();
        Map<String, RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent>> handlers = Map.of(
                SensorApiFunction.class.getName(), new SensorApiFunction(store, settings, clock),
                RunApiFunction.class.getName(), new RunApiFunction(store, reports, settings, clock));
        return Functions.defined()
                .functions()
                .stream()
                .flatMap(function -> resources(function, Objects.requireNonNull(handlers.get(function.handler()))))
                .toList();
    }

    private static Stream<Resource> resources(Functions.Function function,
            RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> handler) {
        ApiFunction named = new ApiFunction(function.name(), handler);
        return function.paths().stream().map(path -> new Resource(path, named));
    }
}
