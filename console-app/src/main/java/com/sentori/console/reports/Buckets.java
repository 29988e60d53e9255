package com.sentori.console.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Lowest, mean and highest of values by stretches of time, {@value #MOST} of them however long it goes. More are kept, and when there would be too many, every two become one; what is
 * kept is put together at the end. Values may come in any order. Not thread-safe.
 */
final class Buckets {
    static final int MOST = 240;
    private static final int KEPT = 8 * MOST;
    private static final long FIRST_WIDTH = 25;
    /** Readings come in batches: over less than this, their rate is a comb. */
    private static final long RATE_WIDTH = 1_000;

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
            if (buckets.lastKey() - buckets.firstKey() >= KEPT) {
                bucket.add(value);
                coarsen();
                return;
            }
        }
        bucket.add(value);
    }

    private void coarsen() {
        while (buckets.lastKey() - buckets.firstKey() >= KEPT) {
            TreeMap<Long, Bucket> coarser = new TreeMap<>();
            buckets.forEach((number, bucket) -> coarser.merge(Math.floorDiv(number, 2), bucket, Bucket::with));
            buckets = coarser;
            width *= 2;
        }
        current = null;
    }

    /** So far, as lowest, mean and highest. */
    Curve curve(Curve.Kind kind, @Nullable String type) {
        long groups = Math.min(MOST, fine());
        List<Curve.Point> points = new ArrayList<>();
        grouped(groups).forEach((group, bucket) -> points
                .add(new Curve.Point(time(group, groups), bucket.count, bucket.low, bucket.mean, bucket.high)));
        return new Curve(kind, type, groups == 0 ? width : fine() * width / groups, points);
    }

    /** So far, as how many there were a second; also where there were none. */
    Curve rate() {
        long groups = Math.clamp(fine() * width / RATE_WIDTH, Math.min(1, fine()), MOST);
        Map<Long, Bucket> grouped = grouped(groups);
        List<Curve.Point> points = new ArrayList<>();
        for (long group = 0; group < groups; group++) {
            Bucket bucket = grouped.get(group);
            long count = bucket == null ? 0 : bucket.count;
            double perSecond = count * 1000.0 / (time(group + 1, groups) - time(group, groups));
            points.add(new Curve.Point(time(group, groups), count, perSecond, perSecond, perSecond));
        }
        return new Curve(Curve.Kind.ARRIVALS, null, groups == 0 ? width : fine() * width / groups, points);
    }

    /** How many stretches there are from the first to the last. */
    private long fine() {
        return buckets.isEmpty() ? 0 : buckets.lastKey() - buckets.firstKey() + 1;
    }

    /** When a group begins: groups are as alike as whole stretches allow. */
    private long time(long group, long groups) {
        return (buckets.firstKey() + Math.ceilDiv(group * fine(), groups)) * width;
    }

    private Map<Long, Bucket> grouped(long groups) {
        Map<Long, Bucket> grouped = new TreeMap<>();
        buckets.forEach((number, bucket) -> grouped.merge((number - buckets.firstKey()) * groups / fine(), bucket,
                Bucket::with));
        return grouped;
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
