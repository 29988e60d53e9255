package com.sentori.lambda.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.sentori.contract.http.ServerSettings;
import com.sentori.lambda.Backend;
import com.sentori.lambda.ManualClock;
import com.sentori.lambda.store.Faulty;
import com.sentori.lambda.store.LocalDynamo;
import com.sentori.lambda.store.TableNames;
import com.sentori.lambda.store.WriteUnits;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What readings cost, by DynamoDB's own account, and what a caller hears when it has no time for them. */
class WriteUnitsIT {
    private final ManualClock clock = new ManualClock();
    private LocalDynamo local;
    private WriteUnits units;
    private String run = "";

    @BeforeEach
    void open() {
        local = LocalDynamo.inMemory();
        units = new WriteUnits(local.client());
        run = new Backend(local, clock).start().id();
    }

    @AfterEach
    void close() {
        local.close();
    }

    @Test
    void batches_under_a_key_cost_at_most_sixty_units_for_a_thousand_readings() {
        SensorApiFunction function = function(units.client());
        int batches = 20;
        for (int i = 0; i < batches; i++) {
            clock.forward(Duration.ofSeconds(5));
            assertThat(ingest(function, batch(500, 100, i), "key-" + i).getStatusCode()).isEqualTo(201);
        }
        double perThousand = units.taken() / (batches * 500) * 1_000;
        System.out.println("batches of 500 under a key: " + perThousand + " write units for 1,000 readings");
        assertThat(perThousand).isLessThanOrEqualTo(60);
    }

    @Test
    void a_single_reading_costs_two_units_once_its_sensor_is_known() {
        SensorApiFunction function = function(units.client());
        ingest(function, batch(1, 1, 0), null);
        units.taken();
        ingest(function, batch(1, 1, 1), null);
        assertThat(units.taken()).isEqualTo(2);
    }

    @Test
    void says_when_to_come_back_if_dynamodb_stays_busy() {
        SensorApiFunction function = function(
                new Faulty(local.client(), (operation, call) -> Faulty.Fate.THROTTLED).client());
        APIGatewayProxyResponseEvent answer = ingest(function, batch(1, 1, 0), null);
        assertThat(answer.getStatusCode()).isEqualTo(503);
        assertThat(answer.getHeaders()).containsKey("Retry-After");
        assertThat(new Backend(local, clock).readings.tail(run, null, 10).entries()).isEmpty();
    }

    private SensorApiFunction function(DynamoDbClient client) {
        return new SensorApiFunction(client,
                new Settings(TableNames.STANDARD,
                        new ServerSettings(Settings.BACKEND, Settings.version(), "local", true, null,
                                ServerSettings.STANDARD_ORIGINS, 5, Backend.GRACE, null, Settings.FEATURES)),
                clock);
    }

    private APIGatewayProxyResponseEvent ingest(SensorApiFunction function, String body,
            @Nullable String key) {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json", "X-Run-Id", run));
        if (key != null) {
            headers.put("Idempotency-Key", key);
        }
        return function.handleRequest(new APIGatewayProxyRequestEvent().withHttpMethod("POST")
                .withPath("/api/sensors/data")
                .withHeaders(headers)
                .withBody(body), LambdaContext.withSecondsLeft(1));
    }

    private String batch(int readings, int sensors, int batch) {
        return IntStream.range(0, readings)
                .mapToObj(i -> "{\"sensorId\":\"sensor-" + i % sensors + "\",\"reading\":" + Math.sin(i + batch) * 100
                        + ",\"seq\":" + (batch * readings / sensors + i / sensors) + ",\"timestamp\":\""
                        + clock.instant().plusMillis(i / sensors * 1_000L) + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
