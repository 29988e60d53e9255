package com.sentori.lambda.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.sentori.contract.http.ServerSettings;
import com.sentori.contract.json.Json;
import com.sentori.lambda.store.Faulty;
import com.sentori.lambda.store.LocalDynamo;
import com.sentori.lambda.store.TableNames;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a request costs in calls to the store, through the functions. */
class StoreCallsIT {
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private LocalDynamo local;
    private RunApiFunction runs;
    private SensorApiFunction sensors;

    @BeforeEach
    void open() {
        local = LocalDynamo.inMemory();
        Faulty counted = new Faulty(local.client(), (operation, number) -> {
            calls.add(operation);
            return Faulty.Fate.ANSWERED;
        });
        Settings settings = new Settings(TableNames.STANDARD,
                new ServerSettings(Settings.BACKEND, Settings.version(), "local", true, null,
                        ServerSettings.STANDARD_ORIGINS, 5, Duration.ofMinutes(2), null, Settings.FEATURES));
        runs = new RunApiFunction(counted.client(), settings, Clock.systemUTC());
        sensors = new SensorApiFunction(counted.client(), settings, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        local.close();
    }

    @Test
    void an_ingest_costs_two_calls_once_its_sensors_are_known() {
        String run = start();
        ingest(run, "{\"sensorId\":\"s\",\"reading\":1}");
        assertThat(calls).containsExactly("getItem", "batchGetItem", "batchWriteItem", "updateItem", "putItem");
        ingest(run, "{\"sensorId\":\"s\",\"reading\":2}");
        assertThat(calls).containsExactly("updateItem", "putItem");
        ingest(run, "[" + "{\"sensorId\":\"s\",\"reading\":2},".repeat(4_999) + "{\"sensorId\":\"s\",\"reading\":2}]");
        assertThat(calls).containsExactly("updateItem", "putItem");
    }

    @Test
    void sensors_that_a_start_names_cost_their_first_readings_no_write() {
        String run = start("{\"sensorIds\":[\"s\",\"t\"]}");
        ingest(run, "[{\"sensorId\":\"s\",\"reading\":1},{\"sensorId\":\"t\",\"reading\":1}]");
        assertThat(calls).containsExactly("getItem", "batchGetItem", "updateItem", "putItem");
    }

    @Test
    void polling_costs_the_same_however_many_runs_there_were() {
        String run = start();
        for (int old = 0; old < 30; old++) {
            String ended = start();
            call(runs, "POST", "/api/runs/" + ended + "/finish", "{}");
        }
        call(runs, "GET", "/api/runs/can-start", "");
        assertThat(calls).containsExactly("getItem", "batchGetItem");
        call(runs, "GET", "/api/runs/running", "");
        call(runs, "GET", "/api/runs/running", "");
        assertThat(calls).containsExactly("getItem", "batchGetItem");
        call(sensors, "GET", "/api/runs/" + run + "/readings", "");
        call(sensors, "GET", "/api/runs/" + run + "/readings", "");
        assertThat(calls).containsExactly("getItem", "getItem");
    }

    @Test
    void no_call_scans() {
        List<String> all = new CopyOnWriteArrayList<>();
        String run = start();
        all.addAll(calls);
        ingest(run, "{\"sensorId\":\"s\",\"reading\":1}");
        for (String path : List.of("/api/runs/can-start", "/api/runs/running", "/api/runs/all", "/api/runs",
                "/api/info", "/api/runs/" + run)) {
            call(runs, "GET", path, "");
            all.addAll(calls);
        }
        call(sensors, "GET", "/api/runs/" + run + "/readings", "");
        all.addAll(calls);
        call(sensors, "GET", "/api/sensors/data?sensorId=s", "");
        all.addAll(calls);
        call(sensors, "GET", "/api/runs/" + run + "/summary", "");
        all.addAll(calls);
        call(runs, "POST", "/api/runs/interrupt-all", "");
        all.addAll(calls);
        call(runs, "GET", "/api/reports/download?runId=" + run, "");
        all.addAll(calls);
        assertThat(all).isNotEmpty().doesNotContain("scan", "executeStatement");
    }

    private String start() {
        return start("{}");
    }

    private String start(String body) {
        return Json.MAPPER.readTree(call(runs, "POST", "/api/runs/start", body)).get("id").stringValue();
    }

    private void ingest(String run, String readings) {
        call(sensors, "POST", "/api/sensors/data", readings, "X-Run-Id", run);
    }

    private String call(RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> function,
            String method, String target, String body, String... header) {
        String[] parts = target.split("[?=]");
        calls.clear();
        APIGatewayProxyResponseEvent answer = function.handleRequest(
                new APIGatewayProxyRequestEvent().withHttpMethod(method)
                        .withPath(parts[0])
                        .withHeaders(header.length == 0 ? Map.of() : Map.of(header[0], header[1]))
                        .withQueryStringParameters(parts.length > 1 ? Map.of(parts[1], parts[2]) : Map.of())
                        .withBody(body),
                LambdaContext.withSecondsLeft(29));
        assertThat(answer.getStatusCode()).as(answer.getBody()).isBetween(200, 201);
        assertThat(answer.getBody().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
        return answer.getBody();
    }
}
