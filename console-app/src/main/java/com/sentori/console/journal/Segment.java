package com.sentori.console.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a run as it came.
 *
 * @param store the identity of the store that has the run
 * @param runId the run
 * @param after the place before its first reading
 * @param last the place of its last one: every reading between the two is here
 * @param cursor where the backend goes on after it; null if that was not told
 * @param complete whether the run has ended and nothing follows
 * @param series the names of all series of the run so far, by their number
 * @param arrivals the readings
 */
public record Segment(String store, String runId, long after, long last, @Nullable String cursor, boolean complete,
        List<Name> series, Arrivals arrivals) {
    /** Keeps its own copy of the names. */
    public Segment {
        series = List.copyOf(series);
    }

    /** A series of a run. */
    public record Name(String sensorId, String type) {}
}
