package com.sentori.sandbox.cloudwatch;

import com.sentori.sandbox.insights.Searches;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stops a query that is under way. */
record StopQuery(Searches searches) {
    record Input(@Nullable String queryId) {}

    record Output(boolean success) {}

    @Nullable
    Object call(Input input) {
        return new Output(
                searches.stop(Objects.requireNonNullElse(input.queryId(), "")).orElseThrow(StopQuery::unknown));
    }

    static Fault unknown() {
        return new Fault(Fault.Kind.NOT_FOUND, "There is no such query, or no more.");
    }
}
