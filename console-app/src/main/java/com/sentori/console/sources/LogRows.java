package com.sentori.console.sources;

import java.time.Instant;
import java.util.List;

/**
 * What a query of logs found.
 *
 * @param rows in the order of the query
 * @param matched how many events there are; more than rows where not all were taken
 * @param partial whether rows are missing that the query itself does not leave out
 * @param at when it was answered, by the source's clock
 */
public record LogRows(List<LogRow> rows, long matched, boolean partial, Instant at) {
    /** Takes a copy. */
    public LogRows {
        rows = List.copyOf(rows);
    }
}
