package com.sentori.console.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Lowest, mean and highest of values by stretches of time, at most {@value #MOST} of them however long it goes: when there would be more, every two become one. Values may
 * come in any order. Not thread-safe.
 */
final class Buckets {
    static final int MOST = 240;
    private static final long FIRST_WIDTH = 125;

    private TreeMap<Long, Bucket> buckets = new TreeMap<>();
    private long width = FIRST_WIDTH;
    private @Nullable Bucket current;
    private long currentNumber;

    /**
     * Takes a value.
     *
     * @param time epoch milliseconds
     */
    void add(long time, double value) {
        long number = Math.floorDiv(time, width);
        Bucket bucket = current;
        if (bucket == null || number != currentNumber) {
            bucket = buckets.computeIfAbsent(number, _ -> new Bucket());
            current = bucket;
            currentNumber = number;
            if (buckets.lastKey() - buckets.firstKey() >= MOST) {
                bucket.add(value);
                coarsen();
                return;
            }
        }
        bucket.add(value);
    }

    private void coarsen() {
        while (buckets.lastKey() - buckets.firstKey() >= MOST) {
            TreeMap<Long, Bucket> coarser = new TreeMap<>();
            buckets.forEach((number, bucket) -> coarser.merge(Math.floorDiv(number, 2), bucket, Bucket::with));
            buckets = coarser;
            width *= 2;
        }
        current = null;
    }

    /** So far, as lowest, mean and highest. */
    Curve curve(Curve.Kind kind, @Nullable String type) {
        List<Curve.Point> points = new ArrayList<>();
        for (Map.Entry<Long, Bucket> one : buckets.entrySet()) {
            Bucket bucket = one.getValue();
            points.add(new Curve.Point(one.getKey() * width, bucket.count, bucket.low, bucket.mean, bucket.high));
        }
        return new Curve(kind, type, width, points);
    }

    /** So far, as how many there were a second; also where there were none. */
    Curve rate() {
        List<Curve.Point> points = new ArrayList<>();
        if (!buckets.isEmpty()) {
            for (long number = buckets.firstKey(); number <= buckets.lastKey(); number++) {
                Bucket bucket = buckets.get(number);
                long count = bucket == null ? 0 : bucket.count;
                double perSecond = count * 1000.0 / width;
                points.add(new Curve.Point(number * width, count, perSecond, perSecond, perSecond));
            }
        }
        return new Curve(Curve.Kind.ARRIVALS, null, width, points);
    }

    private static final class Bucket {
        private long count;
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;
        private double mean;

        void add(double value) {
            count++;
            low = Math.min(low, value);
            high = Math.max(high, value);
            // Halves, so that the difference of two finite numbers is finite.
            mean += 2 * ((value / 2 - mean / 2) / count);
        }

        Bucket with(Bucket other) {
            Bucket sum = new Bucket();
            sum.count = count + other.count;
            sum.low = Math.min(low, other.low);
            sum.high = Math.max(high, other.high);
            double share = (double) other.count / sum.count;
            sum.mean = mean * (1 - share) + other.mean * share;
            return sum;
        }
    }
}
