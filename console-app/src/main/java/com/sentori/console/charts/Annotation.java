package com.sentori.console.charts;

/**
 * Something that happened, marked on charts.
 *
 * @param id unique
 * @param time epoch milliseconds
 * @param text for people
 * @param kind who made it
 */
public record Annotation(String id, long time, String text, Kind kind) {
    /** Who made it. */
    public enum Kind {
        /** A person, who may change it and take it away. */
        BY_HAND,
        /** The program: the start of a run, a new connection, an alarm. */
        AUTOMATIC
    }

    /** The same at another time. */
    Annotation time(long now) {
        return new Annotation(id, now, text, kind);
    }

    /** The same with another text. */
    Annotation text(String now) {
        return new Annotation(id, time, now, kind);
    }
}
