package com.sentori.sandbox;

import com.sentori.contract.auth.AuthMode;
import com.sentori.contract.http.ServerSettings;
import com.sentori.lambda.bucket.Bucket;
import com.sentori.lambda.functions.RunApiFunction;
import com.sentori.lambda.functions.SensorApiFunction;
import com.sentori.lambda.functions.Settings;
import com.sentori.lambda.store.TableNames;
import com.sentori.sandbox.gateway.ApiFunction;
import com.sentori.sandbox.gateway.Resource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The serverless backend's REST API: which function answers which path, as it is set up in AWS. */
final class RestApi {
    private static final String RUN_API_NAME = "lambda_run_api";
    /** Paths of readings. */
    private static final List<String> SENSOR_API = List.of("/api/sensors/data", "/sensors/data",
            "/api/runs/{id}/readings", "/api/runs/{id}/summary");
    /** The other paths, and what there is no path for. */
    private static final List<String> RUN_API = List.of("/api/runs/can-start", "/api/runs/start", "/api/runs/running",
            "/api/runs/all", "/api/runs/interrupt-all", "/api/runs", "/api/runs/{id}", "/api/runs/{id}/finish",
            "/api/info", "/infra/latest-deployment", "/", "/{proxy+}");

    private RestApi() {}

    /** The function that the schedule calls. */
    static ApiFunction scheduled(List<Resource> api) {
        return api.stream()
                .map(Resource::function)
                .filter(function -> function.name().equals(RUN_API_NAME))
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
        ApiFunction sensors = new ApiFunction("lambda_sensor_api", new SensorApiFunction(store, settings, clock));
        ApiFunction runs = new ApiFunction(RUN_API_NAME, new RunApiFunction(store, reports, settings, clock));
        return Stream.concat(SENSOR_API.stream().map(path -> new Resource(path, sensors)),
                RUN_API.stream().map(path -> new Resource(path, runs))).toList();
    }
}
