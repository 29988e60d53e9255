package com.sentori.contract.runs;

import com.sentori.contract.auth.Role;
import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.contract.http.ApiResponse;
import com.sentori.contract.http.Call;
import com.sentori.contract.http.Feature;
import com.sentori.contract.http.Route;
import com.sentori.contract.http.ServerSettings;
import com.sentori.contract.idempotency.Answers;
import com.sentori.contract.idempotency.Once;
import com.sentori.contract.json.Json;
import com.sentori.contract.json.Timestamps;
import com.sentori.contract.pages.Cursor;
import com.sentori.contract.pages.NumberedPage;
import com.sentori.contract.pages.Page;
import com.sentori.contract.pages.PageSize;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls on runs. */
public final class RunRoutes {
    private final Runs runs;
    private final Owners owners;
    private final Once once;
    private final ServerSettings settings;
    private final Clock clock;

    private RunRoutes(Runs runs, ServerSettings settings, Once once, Clock clock) {
        this.runs = runs;
        this.owners = new Owners(runs);
        this.once = once;
        this.settings = settings;
        this.clock = clock;
    }

    /** The routes over a store. */
    public static List<Route> of(Runs runs, Answers answers, ServerSettings settings, Clock clock) {
        RunRoutes calls = new RunRoutes(runs, settings, new Once(answers), clock);
        return List.of(Route.get("/api/runs/can-start", calls::canStart), Route.post("/api/runs/start", calls::start),
                Route.get("/api/runs/running", calls::running), Route.get("/api/runs/all", calls::all),
                Route.post("/api/runs/interrupt-all", calls::interruptAll).by(Role.ADMIN),
                Route.get("/api/runs", calls::page),
                Route.get("/api/runs/{id}", calls::find), Route.post("/api/runs/{id}/finish", calls::finish));
    }

    private ApiResponse canStart(Call call) {
        return ApiResponse.ok(Capacity.of(runs.countRunning(), settings.maxRunning()));
    }

    private ApiResponse start(Call call) {
        StartRequest request = StartRequest.parse(call.body());
        Instant now = Timestamps.now(clock);
        return once.<Run>answer(call, now,
                run -> ApiResponse.json(201, shown(run)).with("Location", "/api/runs/" + run.id()),
                memo -> runs.start(RunId.next(now), call.user(), request, now, settings.maxRunning(), memo)
                        .orElseThrow(this::limitReached));
    }

    private ContractException limitReached() {
        int max = settings.maxRunning();
        return ContractException.of(ErrorCode.RUN_LIMIT_REACHED,
                max + " of " + max + " runs are running: finish one, or wait until one ends.",
                Map.of("currentRunning", max, "maxAllowed", max));
    }

    private ApiResponse running(Call call) {
        return ApiResponse.ok(runs.running().stream().map(this::shown).toList());
    }

    private ApiResponse all(Call call) {
        Page<Run> page = newest(RunQuery.ALL, null, PageSize.ALL_RUNS.max());
        ApiResponse answer = ApiResponse.ok(page.items());
        return page.nextKey() == null ? answer : answer.with("X-Truncated", "true");
    }

    private ApiResponse page(Call call) {
        RunQuery query = RunQuery.parse(call);
        if (call.parameter("page") != null || call.parameter("size") != null) {
            return ApiResponse.ok(numbered(call, query));
        }
        int limit = PageSize.RUNS.of(call.parameter("limit"));
        String lastKey = call.parameter("lastKey");
        return ApiResponse.ok(newest(query, lastKey == null ? null : Cursor.read(scope(query), lastKey), limit));
    }

    private NumberedPage<Run> numbered(Call call, RunQuery query) {
        if (!settings.features().contains(Feature.PAGES)) {
            throw ContractException.invalid("page", "this backend has no pages by number: use limit and lastKey");
        }
        if (call.parameter("limit") != null || call.parameter("lastKey") != null) {
            throw ContractException.invalid("page", "give page and size, or limit and lastKey, not both");
        }
        int size = PageSize.RUNS.of("size", call.parameter("size"));
        NumberedPage<Run> page = runs.page(query, number(call.parameter("page")), size);
        return NumberedPage.of(page.content().stream().map(this::shown).toList(), page.totalElements(), page.number(),
                size);
    }

    private static long number(@Nullable String parameter) {
        if (parameter == null) {
            return 0;
        }
        if (!parameter.matches("[0-9]{1,9}")) {
            throw ContractException.invalid("page", "must be a whole number from 0 to 999999999");
        }
        return Long.parseLong(parameter);
    }

    private Page<Run> newest(RunQuery query, @Nullable String after, int limit) {
        Page<Run> page = Page.of(scope(query), runs.newestFirst(query, after, limit));
        return new Page<>(page.items().stream().map(this::shown).toList(), page.count(), page.nextKey());
    }

    private static String scope(RunQuery query) {
        return "runs " + new String(Json.bytes(query), StandardCharsets.UTF_8);
    }

    private ApiResponse find(Call call) {
        String id = RunId.parse(call.variable("id"));
        return ApiResponse.ok(shown(runs.find(id).orElseThrow(() -> ContractException.runNotFound(id))));
    }

    private ApiResponse finish(Call call) {
        FinishRequest request = FinishRequest.parse(call.body());
        String id = RunId.parse(call.variable("id"));
        owners.require(call, id);
        Instant now = Timestamps.now(clock);
        return once.<Run>answer(call, now, run -> ApiResponse.ok(shown(run)),
                memo -> runs.finish(id, request.endingAt(now), memo));
    }

    private ApiResponse interruptAll(Call call) {
        Json.object(call.body());
        Instant now = Timestamps.now(clock);
        return once.<Integer>answer(call, now, count -> ApiResponse.ok(Interrupted.of(count, now)),
                memo -> runs.interruptAll(now, memo));
    }

    private Run shown(Run run) {
        return shown(run, settings);
    }

    /** A run as clients see it: with the address of its dashboard. */
    public static Run shown(Run run, ServerSettings settings) {
        String grafana = settings.grafanaUrl();
        return grafana == null
                ? run
                : run.withGrafanaUrl(grafana.replaceAll("/+$", "") + "/d/run?var-run="
                        + URLEncoder.encode(run.id(), StandardCharsets.UTF_8));
    }
}
