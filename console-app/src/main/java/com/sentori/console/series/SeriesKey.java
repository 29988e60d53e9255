package com.sentori.console.series;

import java.util.Comparator;

/**
 * Which series. Ordered by store, run, sensor, type; {@code sensor-2} comes before {@code sensor-10}.
 *
 * @param store the identity of the store that has the run: a backend with other data has another one
 * @param runId the run
 * @param sensorId the sensor
 * @param type what is measured
 */
public record SeriesKey(String store, String runId, String sensorId, String type) implements Comparable<SeriesKey> {

    private static final Comparator<SeriesKey> ORDER = Comparator.comparing(SeriesKey::store)
            .thenComparing(SeriesKey::runId)
            .thenComparingInt((SeriesKey key) -> key.sensorId().length())
            .thenComparing(SeriesKey::sensorId)
            .thenComparing(SeriesKey::type);

    @Override
    public int compareTo(SeriesKey other) {
        return ORDER.compare(this, other);
    }

    /** The run that it is of. */
    public RunKey run() {
        return new RunKey(store, runId);
    }
}
