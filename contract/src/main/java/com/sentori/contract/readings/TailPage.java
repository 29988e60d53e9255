package com.sentori.contract.readings;

import java.time.Instant;
import java.util.List;

/**
 * A page of the live tail.
 *
 * @param items in the order of arrival
 * @param cursor where the next call goes on; the same as before if nothing is new
 * @param complete the run has ended and all its readings were delivered
 * @param serverTime the server's clock
 */
public record TailPage(List<Reading> items, String cursor, boolean complete, Instant serverTime) {
    /** Keeps its own copy. */
    public TailPage {
        items = List.copyOf(items);
    }
}
