package com.sentori.contract.readings;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.http.ApiResponse;
import com.sentori.contract.http.Call;
import com.sentori.contract.http.Feature;
import com.sentori.contract.http.Route;
import com.sentori.contract.http.ServerSettings;
import com.sentori.contract.json.Json;
import com.sentori.contract.json.Timestamps;
import com.sentori.contract.pages.Cursor;
import com.sentori.contract.pages.Page;
import com.sentori.contract.pages.PageSize;
import com.sentori.contract.pages.Slice;
import com.sentori.contract.runs.Owners;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.RunId;
import com.sentori.contract.runs.Runs;
import com.sentori.contract.idempotency.Answers;
import com.sentori.contract.idempotency.Once;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The calls on readings. */
public final class ReadingRoutes {
    private static final String NDJSON = "application/x-ndjson";
    /** Readings that are held at once while a run is written as lines. */
    private static final int LINES = 2_000;

    private final Runs runs;
    private final Readings readings;
    private final Owners owners;
    private final Once once;
    private final ServerSettings settings;
    private final Clock clock;

    private ReadingRoutes(Runs runs, Readings readings, Once once, ServerSettings settings, Clock clock) {
        this.runs = runs;
        this.owners = new Owners(runs);
        this.readings = readings;
        this.once = once;
        this.settings = settings;
        this.clock = clock;
    }

    /** The routes over a store. */
    public static List<Route> of(Runs runs, Readings readings, Answers answers, ServerSettings settings,
            Clock clock) {
        ReadingRoutes calls = new ReadingRoutes(runs, readings, new Once(answers), settings, clock);
        // Older clients call the second path.
        return List.of(Route.post("/api/sensors/data", calls::ingest), Route.get("/api/sensors/data", calls::search),
                Route.post("/sensors/data", calls::ingest), Route.get("/sensors/data", calls::search),
                Route.get("/api/runs/{id}/readings", calls::tail));
    }

    private ApiResponse ingest(Call call) {
        Instant now = Timestamps.now(clock);
        IngestRequest request = IngestRequest.parse(call.body(), call.request().header("X-Run-Id"), now);
        String runId = RunId.parse(request.runId());
        owners.require(call, runId);
        return once.<List<Reading>>answer(call, now,
                stored -> ApiResponse.json(201, request.single() ? stored.getFirst() : new Accepted(stored.size())),
                memo -> readings.append(runId, request.readings(), now, memo));
    }

    private ApiResponse search(Call call) {
        ReadingQuery query = ReadingQuery.parse(call::parameter);
        int limit = PageSize.SEARCH.of(call.parameter("limit"));
        String scope = new String(Json.bytes(query), StandardCharsets.UTF_8);
        String lastKey = call.parameter("lastKey");
        String after = lastKey == null ? null : Cursor.read(scope, lastKey);
        String runId = query.runId();
        if (runId != null && !RunId.isWellFormed(runId)) {
            return ApiResponse.ok(new Page<>(List.of(), 0, null));
        }
        return ApiResponse.ok(Page.of(scope, readings.search(query, after, limit)));
    }

    private static boolean wantsLines(Call call) {
        String accepted = call.request().header("Accept");
        return accepted != null && accepted.toLowerCase(Locale.ROOT).contains(NDJSON);
    }

    /** Page by page: between two of them a slow caller holds nothing of the store. */
    private void writeLines(String runId, String from, OutputStream out) throws IOException {
        @Nullable
        String after = from;
        boolean more = true;
        while (more) {
            Slice<Reading> slice = readings.tail(runId, after, LINES);
            for (Slice.Entry<Reading> entry : slice.entries()) {
                out.write(Json.bytes(entry.item()));
                out.write('\n');
            }
            after = slice.lastPosition(after);
            more = slice.resume() != null;
        }
        out.flush();
    }

    private ApiResponse tail(Call call) {
        int limit = PageSize.TAIL.of(call.parameter("limit"));
        String id = call.variable("id");
        String after = TailCursor.read(id, call.parameter("after"));
        String runId = RunId.parse(id);
        // The run is read first: what is stored after its end was seen cannot be, so "ended, then read to the
        // end" is complete.
        Run run = runs.find(runId).orElseThrow(() -> ContractException.runNotFound(runId));
        if (settings.features().contains(Feature.NDJSON) && wantsLines(call)) {
            return ApiResponse.streamed(NDJSON, out -> writeLines(runId, after, out));
        }
        Slice<Reading> slice = readings.tail(runId, after, limit);
        Page.Cut<Reading> cut = Page.Cut.of(slice);
        String last = cut.last() == null ? after : cut.last();
        boolean complete = !run.isRunning() && cut.resume() == null;
        return ApiResponse.ok(new TailPage(cut.items(), TailCursor.write(id, last), complete, Timestamps.now(clock)));
    }
}
