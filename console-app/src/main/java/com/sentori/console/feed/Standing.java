package com.sentori.console.feed;

import com.sentori.console.vitals.Vitality;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a feed stands.
 *
 * @param circuit whether readings flow
 * @param transport how they come
 * @param vitality how fresh the source is
 * @param failures tries in a row that failed
 * @param retryAt when the next one is made; null while the link stands
 * @param reconnects how often the link came back
 * @param backfilled readings that were fetched after a lost link, before new ones
 * @param failed tries that failed, of all since it began
 * @param otherStore the identity of another store that answers now under the address of the one that had the run; null if it is the same
 */
public record Standing(Circuit circuit, Transport transport, Vitality vitality, int failures, @Nullable Instant retryAt,
        long reconnects, long backfilled, long failed, @Nullable String otherStore) {
    /** Whether readings flow. */
    public enum Circuit {
        /** What is missing is being fetched. */
        FETCHING,
        /** What is new comes at once. */
        LIVE,
        /** The link is down; the next try is under way or waits. */
        BROKEN,
        /** Nothing more will come. */
        ENDED
    }

    /** How readings come. */
    public enum Transport {
        /** Page by page. */
        PAGES,
        /** By a stream of events. */
        STREAM
    }
}
