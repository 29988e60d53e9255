package com.sentori.console.alarms;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of alarms between two starts; a record that the product's JSON mapper writes and reads.
 *
 * @param version of this form: {@link #VERSION}
 * @param alarms those that are not done
 * @param shelves those that keep quiet
 * @param log what became of alarms, the oldest first
 * @param mutedUntil until when nothing sounds; null if it does
 * @param watched what was judged
 */
record AlarmState(int version, List<Alarm> alarms, List<Shelf> shelves, List<Entry> log, @Nullable Instant mutedUntil,
        List<Watched.Kept> watched) {
    static final int VERSION = 1;

    AlarmState {
        alarms = List.copyOf(alarms);
        shelves = List.copyOf(shelves);
        log = List.copyOf(log);
        watched = List.copyOf(watched);
        if (version != VERSION) {
            throw new IllegalArgumentException("These alarms were kept by another version of the program.");
        }
    }

    /** An alarm keeps quiet until then. */
    record Shelf(Key key, Instant until) {}
}
