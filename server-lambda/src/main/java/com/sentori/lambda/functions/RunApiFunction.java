package com.sentori.lambda.functions;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.sentori.lambda.bucket.Bucket;
import com.sentori.lambda.store.Patience;
import java.time.Clock;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The function {@code lambda_run_api}: runs, and what the backend says of itself. An event of EventBridge's schedule lets
 * abandoned runs expire and completes what was left half done; it fails if the store does not answer, and the next
 * one tries again. Thread-safe.
 */
public final class RunApiFunction
        implements
            RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent>,
            Resource {
    private final Endpoint endpoint;
    private final @Nullable Bucket bucket;

    /**
     * As Lambda makes it, from its environment.
     *
     * @throws IllegalArgumentException with a sentence for the operator if a setting is missing or wrong
     */
    public RunApiFunction() {
        this(Settings.of(System.getenv()));
    }

    /** On this store, without large reports. */
    public RunApiFunction(DynamoDbClient client, Settings settings, Clock clock) {
        this(client, null, settings, clock);
    }

    /**
     * On this store.
     *
     * @param bucket where large reports are kept; null for nowhere
     */
    public RunApiFunction(DynamoDbClient client, @Nullable Bucket bucket, Settings settings, Clock clock) {
        this.endpoint = Endpoint.ofRuns(client, bucket, settings, clock, Lines::print);
        this.bucket = bucket;
    }

    private RunApiFunction(Settings settings) {
        this(Clients.dynamoDb(), Clients.bucket(settings), settings, Clock.systemUTC());
        Core.getGlobalContext().register(this);
    }

    @Override
    public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event,
            com.amazonaws.services.lambda.runtime.Context context) {
        return endpoint.answer(event, context);
    }

    /** SnapStart is about to keep this process: what a first request would load is loaded now. */
    @Override
    public void beforeCheckpoint(@Nullable Context<? extends Resource> context) {
        Rehearsal.ofAllCalls();
        Rehearsal.ofStore(endpoint);
        if (bucket != null) {
            bucket.rehearse();
        }
    }

    /** This process is one of many that began as the same copy. */
    @Override
    public void afterRestore(@Nullable Context<? extends Resource> context) {
        Patience.reseed();
    }
}
