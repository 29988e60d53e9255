package com.sentori.console.series;

import java.util.Comparator;

/**
 * Which series. Ordered by backend, run, sensor, type; {@code sensor-2} comes before {@code sensor-10}.
 *
 * @param backend the backend's name
 * @param runId the run
 * @param sensorId the sensor
 * @param type what is measured
 */
public record SeriesKey(String backend, String runId, String sensorId, String type) implements Comparable<SeriesKey> {

    private static final Comparator<SeriesKey> ORDER = Comparator.comparing(SeriesKey::backend)
            .thenComparing(SeriesKey::runId)
            .thenComparingInt((SeriesKey key) -> key.sensorId.length())
            .thenComparing(SeriesKey::sensorId)
            .thenComparing(SeriesKey::type);

    @Override
    public int compareTo(SeriesKey other) {
        return ORDER.compare(this, other);
    }

    boolean isOf(String wantedBackend, String wantedRun) {
        return backend.equals(wantedBackend) && runId.equals(wantedRun);
    }
}
