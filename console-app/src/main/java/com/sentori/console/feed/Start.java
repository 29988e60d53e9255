package com.sentori.console.feed;

import org.jspecify.annotations.Nullable;

/**
 * Where a feed begins.
 *
 * @param store the identity of the store that must answer; null if any may
 * @param place in the run's order of arrival; 0 for the first reading
 * @param cursor of the backend there; null for the first reading
 */
public record Start(@Nullable String store, long place, @Nullable String cursor) {
    /** At the first reading, of whichever store answers. */
    public static final Start FIRST = new Start(null, 0, null);

    /** Tells where a feed begins; on the feed's thread, which it may hold up. */
    @FunctionalInterface
    public interface Source {
        /** The place; null if all of the run is known already, and nothing is to be followed. */
        @Nullable
        Start find() throws InterruptedException;
    }
}
