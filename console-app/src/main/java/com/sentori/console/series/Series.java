package com.sentori.console.series;

import com.sentori.console.charts.Columns;
import com.sentori.console.charts.Samples;
import org.jspecify.annotations.Nullable;

/**
 * The samples of one sensor in the order of their time, bounded: the oldest give way. A sample that comes late is put at its place, so that a line never runs
 * backwards; two samples of one millisecond stay two, in the order of their arrival. Any thread may append and read; the lock is held for one insert or one
 * fold, and the counters and times are read without it, so that a screen never waits for a feed.
 */
public final class Series implements Samples {

    static final int FIRST_CAPACITY = 1024;

    private final SeriesKey key;
    private final int capacity;
    private final ByteBudget budget;
    private final Object lock = new Object();
    private final Cadence cadence = new Cadence();
    private Ring ring;
    private volatile long changes;
    private volatile long disorder;
    private volatile long newestTime = NONE;
    private volatile long oldestTime = NONE;
    private volatile long newestArrival = NONE;
    private volatile double cadenceMillis = Double.NaN;
    private volatile long dropped;

    Series(SeriesKey key, int capacity, ByteBudget budget) {
        this.key = key;
        this.capacity = capacity;
        this.budget = budget;
        this.ring = new Ring(Math.min(FIRST_CAPACITY, capacity));
        budget.take(bytes());
    }

    public SeriesKey key() {
        return key;
    }

    /**
     * Adds one sample.
     *
     * @param time when it was measured, epoch milliseconds
     * @param arrival when it came to this program, epoch milliseconds
     * @return false if it is older than all that a full series can keep
     * @throws IllegalArgumentException if the value is not a finite number
     */
    public boolean append(long time, double value, long arrival) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A sample of " + key + " is not a finite number: " + value + ".");
        }
        synchronized (lock) {
            growIfFull();
            boolean first = ring.head() == ring.tail();
            boolean late = !first && time < newestTime;
            if (!ring.add(time, value)) {
                dropped = dropped + 1;
                return false;
            }
            if (late) {
                disorder = disorder + 1;
            } else {
                if (!first) {
                    cadence.add(time - newestTime);
                    cadenceMillis = cadence.millis();
                }
                newestTime = time;
                newestArrival = arrival;
            }
            oldestTime = ring.time(ring.head());
            changes = changes + 1;
            return true;
        }
    }

    private void growIfFull() {
        if (ring.full() && ring.capacity() < capacity && budget.tryTake(bytes())) {
            ring = ring.doubled();
        }
    }

    /** Forgets all samples; what was counted as a change stays counted. */
    public void clear() {
        synchronized (lock) {
            ring.clear();
            newestTime = NONE;
            oldestTime = NONE;
            newestArrival = NONE;
            disorder = disorder + 1;
            changes = changes + 1;
        }
    }

    void release() {
        budget.giveBack(bytes());
    }

    /** Memory of the samples and their levels. */
    public long bytes() {
        synchronized (lock) {
            return (long) (ring.capacity() * Ring.BYTES_PER_SAMPLE);
        }
    }

    public int size() {
        synchronized (lock) {
            return (int) (ring.tail() - ring.head());
        }
    }

    /** Samples that were older than all that the full series could keep. */
    public long dropped() {
        return dropped;
    }

    /** When the newest sample came to this program, epoch milliseconds; {@link #NONE} without any. */
    public long newestArrival() {
        return newestArrival;
    }

    /** The newest sample; null without any. */
    public @Nullable Sample newest() {
        Samples.Sample newest = atOrBefore(Long.MAX_VALUE);
        return newest == null ? null : new Sample(newest.time(), newest.value());
    }

    @Override
    public long changes() {
        return changes;
    }

    @Override
    public long disorder() {
        return disorder;
    }

    @Override
    public long newestTime() {
        return newestTime;
    }

    @Override
    public long oldestTime() {
        return oldestTime;
    }

    @Override
    public double cadenceMillis() {
        return cadenceMillis;
    }

    @Override
    public Samples.@Nullable Sample atOrBefore(long time) {
        if (oldestTime == NONE || oldestTime > time) {
            return null;
        }
        synchronized (lock) {
            long place = time == Long.MAX_VALUE ? ring.tail() : ring.firstFrom(time + 1);
            return place == ring.head() ? null : sample(place - 1);
        }
    }

    @Override
    public Samples.@Nullable Sample atOrAfter(long time) {
        if (newestTime == NONE || newestTime < time) {
            return null;
        }
        synchronized (lock) {
            long place = ring.firstFrom(time);
            return place == ring.tail() ? null : sample(place);
        }
    }

    private Samples.Sample sample(long place) {
        return new Samples.Sample(ring.time(place), ring.value(place));
    }

    /** Gives all samples in the order of their time, under the lock: what takes them should be quick. */
    void each(Taker taker) {
        synchronized (lock) {
            for (long place = ring.head(); place < ring.tail(); place++) {
                taker.take(ring.time(place), ring.value(place));
            }
        }
    }

    /** Takes samples. */
    interface Taker {
        void take(long time, double value);
    }

    @Override
    public void fold(long from, long to, Columns columns) {
        synchronized (lock) {
            long place = ring.firstFrom(from);
            long end = ring.firstFrom(to);
            while (place < end) {
                place = step(place, end, columns);
            }
        }
    }

    /** Folds the largest complete block at {@code place} that lies in one column, or else the one sample; gives the place behind it. */
    private long step(long place, long end, Columns columns) {
        int level = -1;
        while (level + 1 < ring.levels() && fits(place, level + 1, end, columns)) {
            level++;
        }
        if (level < 0) {
            columns.add(ring.time(place), ring.value(place));
            return place + 1;
        }
        long last = place + ring.blockSize(level) - 1;
        columns.add(ring.time(place), ring.value(place));
        columns.widen(ring.low(level, place), ring.high(level, place));
        columns.add(ring.time(last), ring.value(last));
        return last + 1;
    }

    private boolean fits(long place, int level, long end, Columns columns) {
        int size = ring.blockSize(level);
        return (place & (size - 1)) == 0 && place + size <= end
                && columns.sameColumn(ring.time(place), ring.time(place + size - 1));
    }

    /**
     * One sample.
     *
     * @param time epoch milliseconds
     * @param value finite
     */
    public record Sample(long time, double value) {}
}
