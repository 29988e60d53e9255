package com.sentori.console.dashboards;

import com.sentori.contract.runs.Run;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one sensor measured of one type in a run, in the order of arrival. Not thread-safe. */
final class Track {
    /** Prometheus looks no further back than this for a value. */
    private static final long LOOKBACK = 300_000;

    private final Map<String, String> labels;
    private long[] times = new long[16];
    private double[] values = new double[16];
    private int size;
    private long end = Long.MAX_VALUE;

    Track(Run run, String sensor, String type) {
        labels = Map.of("user", run.username(), "run", run.id(), "sensor_id", sensor, "type", type);
    }

    void add(long time, double value) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        times[size] = time;
        values[size++] = value;
    }

    void endedAt(@Nullable Instant finished) {
        end = finished == null ? Long.MAX_VALUE : finished.toEpochMilli();
    }

    Map<String, String> labels() {
        return labels;
    }

    /** How many came until a moment. */
    int until(long time) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    double value(int place) {
        return values[place];
    }

    /** The latest value at a moment, while there is one: NaN before the first, long after the last, and when the run is over. */
    double at(long time) {
        int count = until(time);
        return count == 0 || time > end || time - times[count - 1] > LOOKBACK ? Double.NaN : values[count - 1];
    }

    /** Whether its metrics were there between two moments. */
    boolean isAlive(long from, long to) {
        return size > 0 && times[0] <= to && end >= from;
    }
}
