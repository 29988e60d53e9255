package com.sentori.console.charts;

/**
 * A span for which a series has no samples, and why.
 *
 * @param from epoch milliseconds
 * @param to epoch milliseconds, not before {@code from}
 * @param reason for people, in their language; empty if nobody knows
 */
public record Gap(long from, long to, String reason) {
    /** Whether any of it lies between two times. */
    boolean touches(long after, long before) {
        return from < before && to > after;
    }
}
