package com.sentori.lambda.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The function {@code lambda_sensor_api}: ingest, search and live tail of readings. Thread-safe. */
public final class SensorApiFunction
        implements
            RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
    private final Endpoint endpoint;

    /**
     * As Lambda makes it, from its environment.
     *
     * @throws IllegalArgumentException with a sentence for the operator if a setting is missing or wrong
     */
    public SensorApiFunction() {
        this(Settings.of(System.getenv()));
    }

    /** On this store. */
    public SensorApiFunction(DynamoDbClient client, Settings settings, Clock clock) {
        this.endpoint = Endpoint.ofReadings(client, settings, clock);
    }

    private SensorApiFunction(Settings settings) {
        this(Clients.dynamoDb(), settings, Clock.systemUTC());
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
        return endpoint.answer(event, context);
    }
}
