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
import com.sentori.contract.summary.Summaries;
import com.sentori.contract.summary.SummaryRoutes;
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
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What stands behind a function, put together by hand: store, log, ports, routes. Thread-safe. */
final class Endpoint {
    /** Kept back to write the answer before Lambda ends the call. */
    private static final Duration ANSWER_TIME = Duration.ofMillis(500);
    /** How long a call may sum up: API Gateway waits for 29 s. */
    private static final Duration SUMMARY_TIME = Duration.ofSeconds(20);

    private final Api api;
    private final IntSupplier schedule;

    private Endpoint(Api api, IntSupplier schedule) {
        this.api = api;
        this.schedule = schedule;
    }

    /** Runs, and what the backend says of itself. */
    static Endpoint ofRuns(DynamoDbClient client, Settings settings, Clock clock) {
        ServerSettings server = settings.server();
        Store store = new Store(client, settings.tables());
        DynamoAnswers answers = new DynamoAnswers(store);
        DynamoRuns runs = new DynamoRuns(store, log(store, server), answers, settings.retention(), clock);
        return new Endpoint(new Api(server,
                Stream.concat(RunRoutes.of(runs, answers, server, clock).stream(),
                        InfoRoutes.of(server, new StoreId(store), clock).stream()).toList()),
                runs::tidyUp);
    }

    /** Readings. */
    static Endpoint ofReadings(DynamoDbClient client, Settings settings, Clock clock) {
        ServerSettings server = settings.server();
        Store store = new Store(client, settings.tables());
        RunLog log = log(store, server);
        DynamoAnswers answers = new DynamoAnswers(store);
        Runs runs = new DynamoRuns(store, log, answers, settings.retention(), clock);
        Readings readings = new DynamoReadings(store, log, answers, clock);
        return new Endpoint(new Api(server,
                Stream.concat(ReadingRoutes.of(runs, readings, answers, clock).stream(),
                        SummaryRoutes.of(new Summaries(runs, readings, SUMMARY_TIME)).stream()).toList()),
                () -> 0);
    }

    /** Answers within the time that is left. An event of a schedule, which has no method, is no request. */
    APIGatewayProxyResponseEvent answer(APIGatewayProxyRequestEvent event, Context context) {
        return Patience.within(patience(context), () -> event.getHttpMethod() == null ? tidyUp() : serve(event));
    }

    private APIGatewayProxyResponseEvent serve(APIGatewayProxyRequestEvent event) {
        return ProxyEvents.response(api.handle(ProxyEvents.request(event)));
    }

    private APIGatewayProxyResponseEvent tidyUp() {
        return new APIGatewayProxyResponseEvent().withStatusCode(200)
                .withBody("{\"running\":" + schedule.getAsInt() + "}");
    }

    private static Duration patience(Context context) {
        Duration left = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(ANSWER_TIME);
        return left.compareTo(Patience.STANDARD) < 0 ? left : Patience.STANDARD;
    }

    private static RunLog log(Store store, ServerSettings server) {
        return new RunLog(store, new Lifecycle(server.grace()));
    }
}
