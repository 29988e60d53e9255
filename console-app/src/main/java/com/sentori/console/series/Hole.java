package com.sentori.console.series;

/**
 * A span in which a series has no samples, and why.
 *
 * @param from epoch milliseconds
 * @param to epoch milliseconds, after {@code from}
 */
public record Hole(long from, long to, Why why) {
    /** Why samples are missing. */
    public enum Why {
        /** The sensor was silent: samples are further apart than its own cadence lets expect. */
        SILENT,
        /** The link to the backend is down. */
        LINK_DOWN,
        /** There is more on the backend than was fetched. */
        NOT_FETCHED,
        /** It was seen, is on disk, and is being read back. */
        BEING_READ,
        /** It was seen, and had to give way for want of memory. */
        DROPPED
    }
}
