package com.sentori.sandbox.insights;

import java.util.List;

/**
 * What a query has found.
 *
 * @param status how far it is
 * @param rows in their order
 * @param matched how many events passed its filters
 * @param scanned how many were looked at
 * @param bytes of these
 */
public record Found(Status status, List<List<Cell>> rows, long matched, long scanned, long bytes) {
    /** How far a query is. */
    public enum Status {
        /** Under way. */
        RUNNING,
        /** At its end. */
        COMPLETE,
        /** Ended by what a log could not be read for. */
        FAILED,
        /** Stopped. */
        CANCELLED
    }

    /** A field of an event, by its name. */
    public record Cell(String field, String value) {}

    /** Takes copies. */
    public Found {
        rows = rows.stream().map(List::copyOf).toList();
    }

    static Found nothing(Status status) {
        return new Found(status, List.of(), 0, 0, 0);
    }
}
