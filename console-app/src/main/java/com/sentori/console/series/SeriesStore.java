package com.sentori.console.series;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All series that the console keeps. Thread-safe; what it may take is bounded by series and by samples each. */
public final class SeriesStore {
    /** Samples that a series keeps: over five hours at five a second. */
    public static final int STANDARD_CAPACITY = 100_000;
    /** Series beyond this are not kept; their samples are counted. */
    public static final int MAX_SERIES = 20_000;

    private final Map<SeriesKey, Series> all = new ConcurrentHashMap<>();
    private final int capacity;

    /** With the standard capacity. */
    public SeriesStore() {
        this(STANDARD_CAPACITY);
    }

    /** With so many samples a series. */
    public SeriesStore(int capacity) {
        this.capacity = capacity;
    }

    /** The series of this key, made if it is not there. */
    public Series series(SeriesKey key) {
        return all.computeIfAbsent(key, _ -> new Series(capacity));
    }

    /** Adds a sample; false if there is no room for another series. */
    public boolean append(SeriesKey key, long time, double value) {
        Series series = all.get(key);
        if (series == null) {
            if (all.size() >= MAX_SERIES) {
                return false;
            }
            series = series(key);
        }
        series.append(time, value);
        return true;
    }

    /** The keys of a run's series on a backend, by sensor. */
    public List<SeriesKey> of(String backend, String runId) {
        return all.keySet()
                .stream()
                .filter(key -> key.backend().equals(backend) && key.runId().equals(runId))
                .sorted((a, b) -> a.sensorId().compareTo(b.sensorId()))
                .toList();
    }

    /** Lets go of a run's series. */
    public void remove(String backend, String runId) {
        all.keySet().removeIf(key -> key.backend().equals(backend) && key.runId().equals(runId));
    }

    /** Bytes that all series take. */
    public long bytes() {
        return all.values().stream().mapToLong(Series::bytes).sum();
    }
}
