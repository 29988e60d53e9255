package com.sentori.lambda.functions;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.sentori.contract.http.ServerSettings;
import com.sentori.lambda.store.TableNames;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What a function does before its first request, so that classes are loaded, code is compiled and the line to the store is
 * open by then. It tells no metrics and changes nothing; what fails in it would fail in a request as well, and is answered
 * there.
 */
final class Rehearsal {
    private static final String RUN = "019b76da-a800-7000-8000-000000000000";
    private static final String READING = "{\"sensorId\":\"s\",\"reading\":1.5}";
    /** Of no key's name: each of the issuer's is tried, and none fits. */
    private static final String TOKEN = base64("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.US_ASCII)) + "."
            + base64("{}".getBytes(StandardCharsets.US_ASCII)) + "." + base64(new byte[256]);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** Often enough that the compiler of the first level has seen it. */
    private static final int ROUNDS = 20;

    private Rehearsal() {}

    /**
     * Every call of the API, through all but the line itself.
     *
     * @return the statuses of the answers
     */
    static Set<Integer> ofAllCalls() {
        Set<Integer> statuses = new HashSet<>();
        Settings settings = new Settings(TableNames.STANDARD,
                new ServerSettings(Settings.BACKEND, Settings.version(), "local", true, null,
                        ServerSettings.STANDARD_ORIGINS, 5, Duration.ofMinutes(2), null, Settings.FEATURES));
        try (DynamoDbClient client = Clients.rehearsing(new Understudy())) {
            Endpoint runs = Endpoint.ofRuns(client, null, settings, Clock.systemUTC(), line -> {});
            Endpoint readings = Endpoint.ofReadings(client, settings, Clock.systemUTC(), line -> {});
            for (int round = 0; round < ROUNDS; round++) {
                statuses.add(runs.rehearse(get("/api/runs/can-start"), PATIENCE));
                statuses.add(runs.rehearse(post("/api/runs/start", "{\"sensorIds\":[\"s\"]}"), PATIENCE));
                statuses.add(readings.rehearse(post("/api/sensors/data", READING), PATIENCE));
                statuses.add(
                        readings.rehearse(post("/api/sensors/data", "[" + READING + "," + READING + "]"), PATIENCE));
                statuses.add(readings.rehearse(get("/api/sensors/data"), PATIENCE));
                statuses.add(readings.rehearse(get("/api/runs/" + RUN + "/readings"), PATIENCE));
                for (String path : List.of("/api/runs/running", "/api/runs", "/api/runs/" + RUN, "/api/info")) {
                    statuses.add(runs.rehearse(get(path), PATIENCE));
                }
                statuses.add(runs.rehearse(post("/api/runs/" + RUN + "/finish", "{\"status\":\"UNKNOWN\"}"), PATIENCE));
                statuses.add(runs.rehearse(post("/api/runs/" + RUN + "/finish", "{}"), PATIENCE));
            }
        }
        return statuses;
    }

    /** A read of the true store, and of the true issuer's keys if tokens are due: names, lines, credentials. */
    static void ofStore(Endpoint endpoint) {
        endpoint.rehearse(TOKEN, PATIENCE);
        endpoint.rehearse(get("/api/runs/can-start"), PATIENCE);
        endpoint.rehearse(get("/api/runs/" + RUN + "/readings"), PATIENCE);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static APIGatewayProxyRequestEvent get(String path) {
        return new APIGatewayProxyRequestEvent().withHttpMethod("GET")
                .withPath(path)
                .withResource(path)
                .withHeaders(Map.of("X-User", "rehearsal"))
                .withQueryStringParameters(
                        path.endsWith("/data") ? Map.of("runId", RUN, "sensorId", "s") : Map.of());
    }

    private static APIGatewayProxyRequestEvent post(String path, String body) {
        return get(path).withHttpMethod("POST")
                .withHeaders(Map.of("Content-Type", "application/json", "X-Run-Id", RUN))
                .withBody(body);
    }
}
