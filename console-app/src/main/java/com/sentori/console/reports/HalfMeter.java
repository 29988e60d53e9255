package com.sentori.console.reports;

import com.sentori.console.runs.Tally;
import com.sentori.console.runs.Threshold;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.summary.Quantiles;
import com.sentori.contract.summary.RunDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the readings of a half in the order of arrival and keeps what its report says of them. Its memory does not depend on their number. Not thread-safe.
 */
final class HalfMeter {
    static final int MOST_TYPES = 20;
    static final int MOST_SENSORS = 10_000;
    /** A reading whose own time lies further outside the run than this would leave nothing to see on a chart. */
    private static final long ROOM = Duration.ofHours(1).toMillis();

    private final long from;
    private final long to;
    private final long offset;
    private final List<Threshold> thresholds;
    private final Map<String, TypeMeter> types = new LinkedHashMap<>();
    private final Map<Threshold, Instant> broken = new HashMap<>();
    private final Set<String> sensors = new HashSet<>();
    private final RunDigest digest = new RunDigest();
    private final Buckets arrivals = new Buckets();
    private final Buckets transit = new Buckets();
    private String lastSensor = "";
    private long count;
    private long late;
    private long outside;
    private long leftOut;
    private long firstTaken = Long.MAX_VALUE;
    private long lastTaken = Long.MIN_VALUE;
    private long firstArrived = Long.MAX_VALUE;
    private long lastArrived = Long.MIN_VALUE;

    /**
     * Of a run.
     *
     * @param offset the backend's clock minus the sender's
     * @param thresholds of which the first reading is wanted that breaks them
     */
    HalfMeter(Instant startedAt, Instant finishedAt, Duration offset, List<Threshold> thresholds) {
        this.from = startedAt.toEpochMilli() - ROOM;
        this.to = finishedAt.toEpochMilli() + ROOM;
        this.offset = offset.toMillis();
        this.thresholds = thresholds;
    }

    void add(Reading reading) {
        long taken = reading.timestamp().toEpochMilli();
        long arrived = reading.receivedAt().toEpochMilli();
        count++;
        digest.add(reading.sensorId(), reading.type(), reading.seq(), reading.timestamp(), reading.value());
        if (!reading.sensorId().equals(lastSensor) && sensors.size() <= MOST_SENSORS) {
            lastSensor = reading.sensorId();
            sensors.add(lastSensor);
        }
        firstTaken = Math.min(firstTaken, taken);
        lastTaken = Math.max(lastTaken, taken);
        firstArrived = Math.min(firstArrived, arrived);
        lastArrived = Math.max(lastArrived, arrived);
        long way = arrived - taken - offset;
        late += way > Tally.LATE.toMillis() ? 1 : 0;
        arrivals.add(arrived, 1);
        boolean drawn = taken >= from && taken <= to;
        outside += drawn ? 0 : 1;
        if (drawn) {
            transit.add(arrived, (double) way);
        }
        TypeMeter meter = types.get(reading.type());
        if (meter == null) {
            if (types.size() == MOST_TYPES) {
                leftOut++;
                return;
            }
            meter = new TypeMeter(reading.type(),
                    thresholds.stream().filter(one -> one.subject().equals(reading.type())).toList());
            types.put(reading.type(), meter);
        }
        meter.add(reading, taken, drawn);
    }

    long count() {
        return count;
    }

    long late() {
        return late;
    }

    String digest() {
        return digest.hex();
    }

    Half.Stored stored(boolean complete, @Nullable Long unseen) {
        boolean any = count > 0;
        return new Half.Stored(count, sensors.size() > MOST_SENSORS ? null : Integer.valueOf(sensors.size()),
                any ? Instant.ofEpochMilli(firstTaken) : null, any ? Instant.ofEpochMilli(lastTaken) : null,
                any ? Instant.ofEpochMilli(firstArrived) : null, any ? Instant.ofEpochMilli(lastArrived) : null,
                any && lastArrived > firstArrived
                        ? Double.valueOf(count * 1000.0 / (lastArrived - firstArrived))
                        : null,
                outside, leftOut, complete, unseen);
    }

    List<Half.TypeFigures> types() {
        return types.values().stream().map(TypeMeter::figures).toList();
    }

    List<Curve> curves() {
        List<Curve> all = new ArrayList<>();
        all.add(arrivals.rate());
        all.add(transit.curve(Curve.Kind.TRANSIT, null));
        types.values().forEach(meter -> all.add(meter.curve()));
        return all.stream().filter(curve -> !curve.points().isEmpty()).toList();
    }

    /** What a threshold on values looks at; null if there is no such value. */
    @Nullable
    Double measured(Threshold threshold) {
        TypeMeter meter = types.get(threshold.subject());
        return meter == null ? null : Double.valueOf(meter.measured(threshold));
    }

    /** When the first reading was taken that breaks a threshold by itself; null without one. */
    @Nullable
    Instant firstBroken(Threshold threshold) {
        return broken.get(threshold);
    }

    private final class TypeMeter {
        private final String type;
        private final List<Threshold> watched;
        private final Quantiles quantiles = new Quantiles();
        private final Buckets values = new Buckets();
        private long number;
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;
        private double mean;

        TypeMeter(String type, List<Threshold> watched) {
            this.type = type;
            this.watched = watched;
        }

        void add(Reading reading, long taken, boolean drawn) {
            double value = reading.value();
            number++;
            min = Math.min(min, value);
            max = Math.max(max, value);
            // Halves, so that the difference of two finite numbers is finite.
            mean += 2 * ((value / 2 - mean / 2) / number);
            quantiles.add(value);
            if (drawn) {
                values.add(taken, value);
            }
            for (Threshold threshold : watched) {
                if (!threshold.isHeldBy(value)) {
                    broken.putIfAbsent(threshold, reading.timestamp());
                }
            }
        }

        double measured(Threshold threshold) {
            if (threshold.percentile().isPresent()) {
                double percent = threshold.percentile().getAsDouble();
                return percent == 0 ? min : quantiles.at(percent / 100);
            }
            return switch (threshold.figure()) {
                case "avg" -> mean;
                case "min" -> min;
                default -> max;
            };
        }

        Half.TypeFigures figures() {
            return new Half.TypeFigures(type, number, min, Math.clamp(mean, min, max), max, quantiles.at(0.50),
                    quantiles.at(0.95), quantiles.at(0.99));
        }

        Curve curve() {
            return values.curve(Curve.Kind.VALUES, type);
        }
    }
}
