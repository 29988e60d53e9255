package com.sentori.console.sources;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event of a log as a query gives it back.
 *
 * @param time when it happened; null where the query does not ask for it
 * @param fields the others that the query asks for and the event has, in the order of the query
 */
public record LogRow(@Nullable Instant time, Map<String, String> fields) {
    /** What the function wrote, among the fields. */
    public static final String MESSAGE = "@message";

    /** Takes a copy. */
    public LogRow {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
