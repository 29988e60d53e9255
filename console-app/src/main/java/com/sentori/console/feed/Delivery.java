package com.sentori.console.feed;

import com.sentori.contract.readings.Reading;
import java.util.List;

/**
 * Readings as a feed hands them over.
 *
 * @param store the identity of the store that gave them
 * @param after the place behind which they begin: between it and the last of them there is no other reading
 * @param readings in the order of arrival
 * @param cursor where the backend goes on after them
 * @param complete whether the run has ended and nothing follows
 * @param caughtUp whether they are as new as can be: nothing older is still to be fetched
 */
public record Delivery(String store, long after, List<Reading> readings, String cursor, boolean complete,
        boolean caughtUp) {
    /** Keeps its own copy. */
    public Delivery {
        readings = List.copyOf(readings);
    }
}
