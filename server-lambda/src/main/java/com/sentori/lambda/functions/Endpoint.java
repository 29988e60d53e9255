package com.sentori.lambda.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.sentori.contract.http.Api;
import com.sentori.contract.http.ServerSettings;
import com.sentori.contract.info.InfoRoutes;
import com.sentori.contract.readings.ReadingRoutes;
import com.sentori.contract.readings.Readings;
import com.sentori.contract.runs.Lifecycle;
import com.sentori.contract.runs.RunRoutes;
import com.sentori.contract.runs.Runs;
import com.sentori.lambda.answers.DynamoAnswers;
import com.sentori.lambda.gateway.ProxyEvents;
import com.sentori.lambda.log.RunLog;
import com.sentori.lambda.readings.DynamoReadings;
import com.sentori.lambda.runs.DynamoRuns;
import com.sentori.lambda.runs.StoreId;
import com.sentori.lambda.store.Patience;
import com.sentori.lambda.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What stands behind a function, put together by hand: store, log, ports, routes. Thread-safe. */
final class Endpoint {
    /** Kept back to write the answer before Lambda ends the call. */
    private static final Duration ANSWER_TIME = Duration.ofMillis(500);

    private final Api api;

    private Endpoint(Api api) {
        this.api = api;
    }

    /** Runs, and what the backend says of itself. */
    static Endpoint ofRuns(DynamoDbClient client, Settings settings, Clock clock) {
        ServerSettings server = settings.server();
        Store store = new Store(client, settings.tables());
        DynamoAnswers answers = new DynamoAnswers(store);
        Runs runs = new DynamoRuns(store, log(store, server), answers, clock);
        return new Endpoint(new Api(server,
                Stream.concat(RunRoutes.of(runs, answers, server, clock).stream(),
                        InfoRoutes.of(server, new StoreId(store), clock).stream()).toList()));
    }

    /** Readings. */
    static Endpoint ofReadings(DynamoDbClient client, Settings settings, Clock clock) {
        ServerSettings server = settings.server();
        Store store = new Store(client, settings.tables());
        RunLog log = log(store, server);
        DynamoAnswers answers = new DynamoAnswers(store);
        Runs runs = new DynamoRuns(store, log, answers, clock);
        Readings readings = new DynamoReadings(store, log, answers, clock);
        return new Endpoint(new Api(server, ReadingRoutes.of(runs, readings, answers, clock)));
    }

    /** Answers within the time that is left. */
    APIGatewayProxyResponseEvent answer(APIGatewayProxyRequestEvent event, Context context) {
        Duration left = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(ANSWER_TIME);
        Duration patience = left.compareTo(Patience.STANDARD) < 0 ? left : Patience.STANDARD;
        return Patience.within(patience, () -> ProxyEvents.response(api.handle(ProxyEvents.request(event))));
    }

    private static RunLog log(Store store, ServerSettings server) {
        return new RunLog(store, new Lifecycle(server.grace()));
    }
}
