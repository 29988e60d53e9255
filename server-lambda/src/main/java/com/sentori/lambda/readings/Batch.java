package com.sentori.lambda.readings;

import com.sentori.contract.readings.NewReading;
import com.sentori.contract.readings.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Readings of one run that arrived together.
 *
 * @param readings in the order of arrival
 * @param receivedAt when
 */
record Batch(List<NewReading> readings, Instant receivedAt) {
    Batch {
        readings = List.copyOf(readings);
    }

    /** Them as stored, from this number on. */
    List<Reading> stored(String runId, long first) {
        List<Reading> stored = new ArrayList<>(readings.size());
        for (NewReading reading : readings) {
            stored.add(Reading.of(runId, first + stored.size(), reading, receivedAt));
        }
        return stored;
    }
}
