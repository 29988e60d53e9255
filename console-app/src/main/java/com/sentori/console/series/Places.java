package com.sentori.console.series;

import java.util.Map;
import java.util.TreeMap;

/**
 * Places in a run's order of arrival, kept as ranges: what came in order is one range, however long. Not thread-safe.
 */
final class Places {
    /** The end of each range by its beginning; both belong to it, and there is a hole between two. */
    private final TreeMap<Long, Long> ranges = new TreeMap<>();

    /** Adds {@code from} to {@code to}, both included; nothing if {@code from > to}. */
    void add(long from, long to) {
        if (from > to) {
            return;
        }
        long first = from;
        long last = to;
        Map.Entry<Long, Long> before = ranges.floorEntry(from);
        if (before != null && before.getValue() >= from - 1) {
            first = before.getKey();
            last = Math.max(last, before.getValue());
        }
        for (Map.Entry<Long, Long> next = ranges.higherEntry(first); next != null
                && next.getKey() <= last + 1; next = ranges.higherEntry(first)) {
            last = Math.max(last, next.getValue());
            ranges.remove(next.getKey());
        }
        ranges.put(first, last);
    }

    boolean contains(long place) {
        Map.Entry<Long, Long> range = ranges.floorEntry(place);
        return range != null && range.getValue() >= place;
    }

    /** The end of what is there without a hole from the first place on; 0 if the first is missing. */
    long unbroken() {
        Map.Entry<Long, Long> range = ranges.floorEntry(1L);
        return range == null ? 0 : range.getValue();
    }

    /** How many holes there are between the first place and the last that is known. */
    int holes() {
        return ranges.size() - (contains(1) ? 1 : 0);
    }
}
