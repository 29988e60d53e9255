package com.sentori.sandbox.metrics;

import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** The points of a metric in one unit by their start in epoch seconds. Not thread-safe. */
final class Series {
    private static final int MINUTE = 60;
    private static final int BYTES_OF_ENTRY = 64;

    private final NavigableMap<Long, Aggregate> minutes = new TreeMap<>();
    private final NavigableMap<Long, Aggregate> seconds = new TreeMap<>();
    private long bytes;

    void add(long second, boolean highResolution, Aggregate values) {
        if (highResolution) {
            add(seconds, second, values);
        } else {
            add(minutes, Math.floorDiv(second, MINUTE) * MINUTE, values);
        }
    }

    /** Adds its periods to those of the result. */
    void read(Window window, NavigableMap<Long, Aggregate> result) {
        if (window.from() >= window.to()) {
            return;
        }
        long end = window.start(window.to() - 1) + window.period();
        for (NavigableMap<Long, Aggregate> points : List.of(minutes, seconds)) {
            points.subMap(window.from(), end)
                    .forEach((time, values) -> result.computeIfAbsent(window.start(time), _ -> new Aggregate())
                            .add(values));
        }
    }

    /** Turns seconds before the first time into minutes, and forgets minutes before the second. */
    void tidy(long secondsFrom, long minutesFrom) {
        SortedMap<Long, Aggregate> old = seconds.headMap(secondsFrom);
        old.forEach((time, values) -> add(time, false, values));
        forget(old);
        forget(minutes.headMap(minutesFrom));
    }

    /** When its last point begins; the least number without one. */
    long last() {
        return Math.max(minutes.isEmpty() ? Long.MIN_VALUE : minutes.lastKey(),
                seconds.isEmpty() ? Long.MIN_VALUE : seconds.lastKey());
    }

    boolean isEmpty() {
        return minutes.isEmpty() && seconds.isEmpty();
    }

    NavigableMap<Long, Aggregate> minutes() {
        return minutes;
    }

    NavigableMap<Long, Aggregate> seconds() {
        return seconds;
    }

    /** About how much memory it takes. */
    long bytes() {
        return bytes;
    }

    private void add(NavigableMap<Long, Aggregate> points, long time, Aggregate values) {
        Aggregate point = points.get(time);
        if (point == null) {
            point = new Aggregate();
            points.put(time, point);
            bytes += BYTES_OF_ENTRY;
        } else {
            bytes -= point.bytes();
        }
        point.add(values);
        bytes += point.bytes();
    }

    private void forget(SortedMap<Long, Aggregate> points) {
        points.values().forEach(point -> bytes -= point.bytes() + BYTES_OF_ENTRY);
        points.clear();
    }
}
