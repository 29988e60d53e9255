package com.sentori.sandbox.metrics;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SequenceWriter;

/** All metrics, in bounded memory. Thread-safe. */
public final class Metrics {
    private static final int BYTES_OF_METRIC = 400;

    private final Clock clock;
    private final Limits limits;
    /** By unit, in the order of use: the eldest first. */
    private final LinkedHashMap<Metric, Map<String, Series>> metrics = new LinkedHashMap<>();
    private Map<Key, Series> unsaved = new HashMap<>();
    private long bytes;
    private long forgotten;

    /** None yet. */
    public Metrics(Clock clock, Limits limits) {
        this.clock = clock;
        this.limits = limits;
    }

    /** Takes what was measured. */
    public synchronized void put(Collection<Datum> data) {
        for (Datum datum : data) {
            long second = datum.time().getEpochSecond();
            add(new Key(datum.metric(), datum.unit()), second, datum.highResolution(), datum.values());
            unsaved.computeIfAbsent(new Key(datum.metric(), datum.unit()), _ -> new Series())
                    .add(second, datum.highResolution(), datum.values());
        }
    }

    /** Those that are wanted, in the order of namespace, name and dimensions. */
    public synchronized List<Metric> list(Predicate<Metric> wanted) {
        return metrics.keySet().stream().filter(wanted).sorted().toList();
    }

    /** Those of a list that have a point since then. */
    public synchronized List<Metric> since(Instant time, List<Metric> of) {
        return of.stream()
                .filter(metric -> metrics.getOrDefault(metric, Map.of())
                        .values()
                        .stream()
                        .anyMatch(series -> series.last() >= time.getEpochSecond()))
                .toList();
    }

    /** What was measured in each period by its start in epoch seconds, in one unit or in any. */
    public synchronized NavigableMap<Long, Aggregate> read(Metric metric, @Nullable String unit, Window window) {
        NavigableMap<Long, Aggregate> result = new TreeMap<>();
        Map<String, Series> units = metrics.get(metric);
        if (units != null) {
            metrics.putLast(metric, units);
            units.forEach((one, series) -> {
                if (unit == null || unit.equals(one)) {
                    series.read(window, result);
                }
            });
        }
        return result;
    }

    /** The units in which a metric was measured. */
    public synchronized List<String> units(Metric metric) {
        return metrics.getOrDefault(metric, Map.of()).keySet().stream().sorted().toList();
    }

    /** How many metrics had to go for lack of room. */
    public synchronized long forgotten() {
        return forgotten;
    }

    /** About how much memory they take. */
    public synchronized long bytes() {
        return bytes;
    }

    synchronized void restore(Key key, long second, boolean highResolution, Aggregate values) {
        add(key, second, highResolution, values);
    }

    /** What came since the last call. */
    synchronized Map<Key, Series> takeUnsaved() {
        Map<Key, Series> taken = unsaved;
        unsaved = new HashMap<>();
        return taken;
    }

    /** Writes all of them, the least recently used first; nothing of it is unsaved then. */
    synchronized void writeAll(SequenceWriter writer) {
        unsaved = new HashMap<>();
        metrics.forEach((metric, units) -> units
                .forEach((unit, series) -> writer.write(StoredSeries.of(new Key(metric, unit), series))));
    }

    /** Makes old points coarser and forgets the oldest. */
    synchronized void tidy() {
        Instant now = clock.instant();
        long secondsFrom = now.minus(limits.seconds()).getEpochSecond();
        long minutesFrom = now.minus(limits.minutes()).getEpochSecond();
        for (Iterator<Map.Entry<Metric, Map<String, Series>>> all = metrics.entrySet().iterator(); all.hasNext();) {
            Map.Entry<Metric, Map<String, Series>> metric = all.next();
            metric.getValue().values().removeIf(series -> {
                bytes -= series.bytes();
                series.tidy(secondsFrom, minutesFrom);
                bytes += series.bytes();
                return series.isEmpty();
            });
            if (metric.getValue().isEmpty()) {
                all.remove();
                bytes -= bytes(metric.getKey());
            }
        }
    }

    private void add(Key key, long second, boolean highResolution, Aggregate values) {
        Map<String, Series> units = metrics.get(key.metric());
        if (units == null) {
            units = new HashMap<>(2);
            bytes += bytes(key.metric());
        }
        metrics.putLast(key.metric(), units);
        Series series = units.computeIfAbsent(key.unit(), _ -> new Series());
        bytes -= series.bytes();
        series.add(second, highResolution, values);
        bytes += series.bytes();
        makeRoom();
    }

    private void makeRoom() {
        List<Key> gone = new ArrayList<>();
        while (metrics.size() > 1 && (metrics.size() > limits.metrics() || bytes > limits.bytes())) {
            Map.Entry<Metric, Map<String, Series>> eldest = metrics.firstEntry();
            metrics.remove(eldest.getKey());
            bytes -= bytes(eldest.getKey());
            eldest.getValue().forEach((unit, series) -> {
                bytes -= series.bytes();
                gone.add(new Key(eldest.getKey(), unit));
            });
            forgotten++;
        }
        gone.forEach(unsaved::remove);
    }

    private static long bytes(Metric metric) {
        return BYTES_OF_METRIC + metric.namespace().length() + metric.name().length() + metric.dimensions()
                .stream()
                .mapToLong(one -> 96L + one.name().length() + one.value().length())
                .sum();
    }

    /** A metric in a unit. */
    record Key(Metric metric, String unit) {}
}
