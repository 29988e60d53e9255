package com.sentori.sandbox.metrics;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Points of a metric as they stand in a file. */
record StoredSeries(Metric metric, String unit, List<Point> points) {
    static StoredSeries of(Metrics.Key key, Series series) {
        return new StoredSeries(key.metric(), key.unit(),
                Stream.concat(series.minutes().entrySet().stream().map(one -> Point.of(one, false)),
                        series.seconds().entrySet().stream().map(one -> Point.of(one, true))).toList());
    }

    void restoreTo(Metrics metrics) {
        points.forEach(point -> metrics.restore(new Metrics.Key(metric, unit), point.second(), point.highResolution(),
                point.values()));
    }

    /** An aggregate; one without percentiles has no keys. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @SuppressWarnings("ArrayRecordComponent") // read and written, never compared
    record Point(long second, boolean highResolution, double count, double sum, double minimum, double maximum,
            int level, int @Nullable [] keys, double @Nullable [] counts) {
        private static Point of(Map.Entry<Long, Aggregate> entry, boolean highResolution) {
            Aggregate of = entry.getValue();
            Distribution spread = of.distribution();
            return new Point(entry.getKey(), highResolution, of.count(), of.sum(), of.minimum(), of.maximum(),
                    spread == null ? 0 : spread.level(), spread == null ? null : spread.keys(),
                    spread == null ? null : spread.counts());
        }

        Aggregate values() {
            boolean spread = keys != null && counts != null && keys.length == counts.length
                    && IntStream.range(1, keys.length).allMatch(i -> keys[i - 1] < keys[i]);
            return Aggregate.restored(count, sum, minimum, maximum,
                    spread && keys != null && counts != null ? Distribution.of(level, keys, counts) : null);
        }
    }
}
