package com.sentori.contract.summary;

import com.sentori.contract.http.ApiResponse;
import com.sentori.contract.http.Route;
import com.sentori.contract.runs.RunId;
import java.util.List;

/** The call for a run's summary. */
public final class SummaryRoutes {
    private SummaryRoutes() {}

    /** The routes over these. */
    public static List<Route> of(Summaries summaries) {
        return List.of(Route.get("/api/runs/{id}/summary",
                call -> ApiResponse.ok(summaries.of(RunId.parse(call.variable("id"))))));
    }
}
