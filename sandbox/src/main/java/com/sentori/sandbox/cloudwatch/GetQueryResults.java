package com.sentori.sandbox.cloudwatch;

import com.sentori.sandbox.insights.Found;
import com.sentori.sandbox.insights.Searches;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How far a query is, and what it has found once it is at its end. */
record GetQueryResults(Searches searches) {
    record Input(@Nullable String queryId) {}

    record Output(String queryLanguage, String status, List<List<Found.Cell>> results, Statistics statistics) {}

    record Statistics(double recordsMatched, double recordsScanned, double bytesScanned) {}

    @Nullable
    Object call(Input input) {
        Found found = searches.found(Objects.requireNonNullElse(input.queryId(), "")).orElseThrow(StopQuery::unknown);
        return new Output("CWLI", switch (found.status()) {
            case RUNNING -> "Running";
            case COMPLETE -> "Complete";
            case FAILED -> "Failed";
            case CANCELLED -> "Cancelled";
        }, found.rows(), new Statistics(found.matched(), found.scanned(), found.bytes()));
    }
}
