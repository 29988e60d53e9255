package com.sentori.contract.summary;

import com.sentori.contract.readings.Reading;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes the readings of one series in the order of arrival. Up to 30 KB with thousands of readings, 120 KB with millions.
 * Not thread-safe. */
final class SeriesMeter {
    /** Values are scaled down, without loss, so that the difference of two stays a finite number. */
    private static final double SCALE = 0.25;

    private final Quantiles quantiles;
    private final Gaps gaps;
    private final double firstReading;
    private double lastReading;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double mean;
    private double squares;
    private long count;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    SeriesMeter(double firstReading) {
        this(firstReading, new Quantiles(), new Gaps());
    }

    private SeriesMeter(double firstReading, Quantiles quantiles, Gaps gaps) {
        this.firstReading = firstReading;
        this.quantiles = quantiles;
        this.gaps = gaps;
    }

    static SeriesMeter restore(DataInput from) throws IOException {
        SeriesMeter meter = new SeriesMeter(from.readDouble(), Quantiles.restore(from), Gaps.restore(from));
        meter.lastReading = from.readDouble();
        meter.min = from.readDouble();
        meter.max = from.readDouble();
        meter.mean = from.readDouble();
        meter.squares = from.readDouble();
        meter.count = from.readLong();
        meter.first = from.readLong();
        meter.last = from.readLong();
        return meter;
    }

    void save(DataOutput to) throws IOException {
        to.writeDouble(firstReading);
        quantiles.save(to);
        gaps.save(to);
        to.writeDouble(lastReading);
        to.writeDouble(min);
        to.writeDouble(max);
        to.writeDouble(mean);
        to.writeDouble(squares);
        to.writeLong(count);
        to.writeLong(first);
        to.writeLong(last);
    }

    void add(Reading reading) {
        double value = reading.value();
        long millis = reading.timestamp().toEpochMilli();
        count++;
        lastReading = value;
        min = Math.min(min, value);
        max = Math.max(max, value);
        // Welford, "Note on a Method for Calculating Corrected Sums of Squares and Products", Technometrics 4 (1962)
        double scaled = value * SCALE;
        double delta = scaled - mean;
        mean += delta / count;
        squares += delta * (scaled - mean);
        first = Math.min(first, millis);
        last = Math.max(last, millis);
        gaps.add(millis);
        quantiles.add(value);
    }

    SeriesSummary summary(String sensorId, String type) {
        return new SeriesSummary(sensorId, type, count, Instant.ofEpochMilli(first), Instant.ofEpochMilli(last),
                firstReading, lastReading, min, max, Math.clamp(mean / SCALE, min, max), stddev(), quantiles.at(0.50),
                quantiles.at(0.95), quantiles.at(0.99), gaps.longest());
    }

    private @Nullable Double stddev() {
        double value = Math.sqrt(squares / count) / SCALE;
        return Double.isFinite(value) ? value : null;
    }
}
