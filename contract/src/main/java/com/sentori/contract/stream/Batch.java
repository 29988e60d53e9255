package com.sentori.contract.stream;

import com.sentori.contract.pages.Slice;
import com.sentori.contract.readings.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Readings that a channel has read at once.
 *
 * @param number of the batch in its channel, from 0
 * @param from position before its first reading
 * @param entries in the order of arrival, at least one
 * @param event the same as an event, for all who are at {@code from}
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared
record Batch(long number, String from, List<Slice.Entry<Reading>> entries, byte[] event) {
    /** Position of its last reading. */
    String to() {
        return entries.getLast().position();
    }

    /** Those of its readings that come after a position; null if it does not hold the position. */
    @Nullable
    List<Slice.Entry<Reading>> after(String position) {
        if (position.equals(from)) {
            return entries;
        }
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).position().equals(position)) {
                return entries.subList(i + 1, entries.size());
            }
        }
        return null;
    }
}
