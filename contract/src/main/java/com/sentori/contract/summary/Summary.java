package com.sentori.contract.summary;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The summary of a run, as far as its readings had arrived.
 *
 * @param runId the run
 * @param complete whether the run has ended, so that nothing is added any more
 * @param series at most {@link #MAX_SERIES}, by sensor and type
 * @param totals of all readings, also of those whose series is left out
 * @param digest of all readings, see {@link RunDigest}
 * @param truncated whether series are left out: those that came up last
 */
public record Summary(String runId, boolean complete, List<SeriesSummary> series, Totals totals, String digest,
        boolean truncated) {
    /** The most series of a summary. */
    public static final int MAX_SERIES = 3_000;

    /** Keeps its own copy. */
    public Summary {
        series = List.copyOf(series);
    }

    /**
     * Over all series.
     *
     * @param count readings
     * @param first the earliest timestamp; null without readings
     * @param last the latest timestamp; null without readings
     */
    public record Totals(long count, @Nullable Instant first, @Nullable Instant last) {}
}
