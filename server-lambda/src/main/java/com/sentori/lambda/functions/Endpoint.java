package com.sentori.lambda.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.sentori.contract.auth.AuthMode;
import com.sentori.contract.auth.Callers;
import com.sentori.contract.auth.LimitedCallers;
import com.sentori.contract.auth.TokenCallers;
import com.sentori.contract.errors.ContractException;
import com.sentori.contract.http.Api;
import com.sentori.contract.http.ApiRequest;
import com.sentori.contract.http.ApiResponse;
import com.sentori.contract.http.Call;
import com.sentori.contract.http.Route;
import com.sentori.contract.http.ServerSettings;
import com.sentori.contract.info.InfoRoutes;
import com.sentori.contract.readings.ReadingRoutes;
import com.sentori.contract.readings.Readings;
import com.sentori.contract.reports.Report;
import com.sentori.contract.reports.ReportRoutes;
import com.sentori.contract.reports.WholeDelivery;
import com.sentori.contract.runs.Lifecycle;
import com.sentori.contract.runs.RunId;
import com.sentori.contract.runs.RunRoutes;
import com.sentori.contract.runs.Runs;
import com.sentori.contract.summary.Summaries;
import com.sentori.contract.summary.SummaryRoutes;
import com.sentori.lambda.answers.DynamoAnswers;
import com.sentori.lambda.bucket.Bucket;
import com.sentori.lambda.gateway.ProxyEvents;
import com.sentori.lambda.journal.Journal;
import com.sentori.lambda.log.RunLog;
import com.sentori.lambda.readings.DynamoReadings;
import com.sentori.lambda.reports.LargeReports;
import com.sentori.lambda.runs.DynamoRuns;
import com.sentori.lambda.runs.StoreId;
import com.sentori.lambda.store.Patience;
import com.sentori.lambda.store.Store;
import com.sentori.lambda.tally.Tally;
import com.sentori.lambda.tokens.ProcessedTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What stands behind a function, put together by hand: store, log, ports, routes. Thread-safe. */
final class Endpoint {
    /** Kept back to write the answer before Lambda ends the call. */
    private static final Duration ANSWER_TIME = Duration.ofMillis(500);

    private final Api api;
    private final Api stage;
    private final Callers callers;
    private final IntSupplier schedule;
    private final Journal journal;

    private Endpoint(Settings settings, List<Route> routes, IntSupplier schedule, Clock clock,
            Consumer<String> lines) {
        this.callers = callers(settings, clock);
        this.api = new Api(settings.server(), callers, routes);
        this.stage = new Api(settings.server(), routes);
        this.schedule = schedule;
        this.journal = new Journal(settings.figures(), clock, lines);
    }

    /** Runs, and what the backend says of itself; without a bucket, reports are refused that no answer holds. */
    static Endpoint ofRuns(DynamoDbClient client, @Nullable Bucket bucket, Settings settings, Clock clock,
            Consumer<String> lines) {
        ServerSettings server = settings.server();
        Store store = new Store(client, settings.tables());
        DynamoAnswers answers = new DynamoAnswers(store);
        RunLog log = log(store, server);
        DynamoRuns runs = new DynamoRuns(store, log, answers, settings.retention(), clock);
        Readings readings = new DynamoReadings(store, log, answers, clock);
        Report report = new Report(readings, null);
        WholeDelivery.Larger larger = bucket == null
                ? new WholeDelivery.NoLarger()
                : new LargeReports(report, bucket, store, clock);
        List<Route> routes = Stream
                .of(RunRoutes.of(runs, answers, server, clock), InfoRoutes.of(server, new StoreId(store), clock),
                        ReportRoutes.of(runs, run -> RunRoutes.shown(run, server),
                                new WholeDelivery(report, larger)))
                .flatMap(List::stream)
                .toList();
        return new Endpoint(settings, routes, runs::tidyUp, clock, lines);
    }

    /** Readings. */
    static Endpoint ofReadings(DynamoDbClient client, Settings settings, Clock clock, Consumer<String> lines) {
        ServerSettings server = settings.server();
        Store store = new Store(client, settings.tables());
        RunLog log = log(store, server);
        DynamoAnswers answers = new DynamoAnswers(store);
        Runs runs = new DynamoRuns(store, log, answers, settings.retention(), clock);
        Readings readings = new DynamoReadings(store, log, answers, clock);
        List<Route> routes = Stream
                .concat(ReadingRoutes.of(runs, readings, answers, server, clock).stream(),
                        SummaryRoutes.of(new Summaries(runs, readings, Summaries.PATIENCE)).stream())
                .toList();
        return new Endpoint(settings, routes, () -> 0, clock, lines);
    }

    /** Answers within the time that is left. An event of a schedule, which has no method, is no request. */
    APIGatewayProxyResponseEvent answer(APIGatewayProxyRequestEvent event, Context context) {
        return Patience.within(patience(context),
                () -> event.getHttpMethod() == null ? tidyUp(context) : serve(event, context));
    }

    /** Answers as it would to a caller who may do everything, and says nothing of it. */
    int rehearse(APIGatewayProxyRequestEvent event, Duration time) {
        return Patience.within(time,
                () -> ProxyEvents.response(stage.handle(ProxyEvents.request(event))).getStatusCode());
    }

    /** Looks at a token as it would; false if it is not accepted. */
    boolean rehearse(String token, Duration time) {
        return Patience.within(time, () -> {
            try {
                callers.identify("Bearer " + token, null);
                return true;
            } catch (ContractException e) {
                return false;
            }
        });
    }

    private APIGatewayProxyResponseEvent serve(APIGatewayProxyRequestEvent event, Context context) {
        long began = System.nanoTime();
        Tally tally = new Tally();
        ApiRequest request = ProxyEvents.request(event);
        AtomicReference<@Nullable Call> admitted = new AtomicReference<>();
        ApiResponse answer = tally.during(() -> api.handle(request, admitted::set));
        APIGatewayProxyResponseEvent written = ProxyEvents.response(answer);
        journal.write(new Journal.Answered(context.getAwsRequestId(), request.method(), event.getResource(),
                user(admitted.get()), runId(event, request), request.header("traceparent"), answer.status(),
                since(began)),
                tally);
        return written;
    }

    private APIGatewayProxyResponseEvent tidyUp(Context context) {
        long began = System.nanoTime();
        Tally tally = new Tally();
        int running = tally.during(schedule::getAsInt);
        journal.write(
                new Journal.Answered(context.getAwsRequestId(), "SCHEDULE", "schedule", "schedule", null, null, 200,
                        since(began)),
                tally);
        return new APIGatewayProxyResponseEvent().withStatusCode(200).withBody("{\"running\":" + running + "}");
    }

    /** As far as it is known: what a refused request says of itself is not repeated in a log. */
    private static String user(@Nullable Call admitted) {
        return admitted == null ? "unknown" : admitted.user();
    }

    private static @Nullable String runId(APIGatewayProxyRequestEvent event, ApiRequest request) {
        Map<String, String> parameters = event.getPathParameters();
        String inPath = parameters == null ? null : parameters.get("id");
        String named = inPath == null ? request.header("X-Run-Id") : inPath;
        return named != null && RunId.isWellFormed(named) ? named : null;
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static Callers callers(Settings settings, Clock clock) {
        return LimitedCallers.of(settings.server().auth() instanceof AuthMode.Jwt jwt
                ? new TokenCallers(new ProcessedTokens(jwt, clock), jwt, clock)
                : Callers.OPEN, settings.rateLimit());
    }

    private static Duration patience(Context context) {
        Duration left = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(ANSWER_TIME);
        return left.compareTo(Patience.STANDARD) < 0 ? left : Patience.STANDARD;
    }

    private static RunLog log(Store store, ServerSettings server) {
        return new RunLog(store, new Lifecycle(server.grace()));
    }
}
