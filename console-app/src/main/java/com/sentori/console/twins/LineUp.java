package com.sentori.console.twins;

import com.sentori.console.runs.Tally;
import com.sentori.contract.readings.Reading;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The two streams of a twin run, lined up by sequence number, which is one of a reading over the whole run, as they come, each at its
 * own pace. Memory: two bits a reading, and eight bytes for each that only one side has, up to {@value #MAX_BLOCKS} blocks of
 * {@value #BLOCK}; if one side is further behind than that, the readings between are lined up, but not compared. Thread-safe.
 */
public final class LineUp {
    static final int BLOCK = 4_096;
    static final int MAX_BLOCKS = 1_024;
    private static final int MAX_SERIES = 3_000;

    private final Side left = new Side();
    private final Side right = new Side();
    private final Map<Integer, Block> blocks = new LinkedHashMap<>();
    private long both;
    private long different;
    private long uncompared;

    /**
     * Where the readings of one side go, in the order of arrival: of the left one, or the right one.
     *
     * @param offset the backend's clock minus that of those who took the readings
     */
    public Consumer<List<Reading>> side(boolean first, Supplier<Duration> offset) {
        return first
                ? readings -> add(readings, left, right, offset.get())
                : readings -> add(readings, right, left, offset.get());
    }

    private synchronized void add(List<Reading> readings, Side own, Side other, Duration offset) {
        long latest = Tally.LATE.plus(offset).toMillis();
        readings.forEach(reading -> add(reading, own, other, latest));
    }

    private void add(Reading reading, Side own, Side other, long latest) {
        own.arrived++;
        own.meet(reading, latest);
        Long seq = reading.seq();
        if (seq == null || seq >= Integer.MAX_VALUE) {
            own.unnumbered++;
            return;
        }
        int number = seq.intValue();
        if (own.seen.get(number)) {
            own.duplicated++;
            return;
        }
        own.seen.set(number);
        own.distinct++;
        if (other.seen.get(number)) {
            both++;
            compare(number, print(reading));
        } else {
            block(number / BLOCK).put(number % BLOCK, print(reading));
        }
    }

    private void compare(int number, long print) {
        Block block = blocks.get(number / BLOCK);
        long before = block == null ? Block.NOTHING : block.take(number % BLOCK);
        if (block == null || before == Block.NOTHING) {
            uncompared++;
            return;
        }
        different += before == print ? 0 : 1;
        if (block.open == 0) {
            blocks.remove(number / BLOCK);
        }
    }

    private Block block(int number) {
        Block block = blocks.get(number);
        if (block == null) {
            if (blocks.size() == MAX_BLOCKS) {
                Iterator<Block> eldest = blocks.values().iterator();
                eldest.next();
                eldest.remove();
            }
            block = new Block();
            blocks.put(number, block);
        }
        return block;
    }

    /** What two readings of one number must have in common, in 64 bits. */
    private static long print(Reading reading) {
        long print = Double.doubleToLongBits(reading.value());
        print = print * 0x9E3779B97F4A7C15L + reading.timestamp().toEpochMilli();
        print = print * 0x9E3779B97F4A7C15L + reading.sensorId().hashCode();
        print = print * 0x9E3779B97F4A7C15L + reading.type().hashCode();
        return print == Block.NOTHING ? 1 : print;
    }

    /** How they line up so far. */
    public synchronized Result result() {
        return new Result(both, different, uncompared, left.counts(both), right.counts(both));
    }

    /** The readings of a block that one side has and the other has not. */
    private static final class Block {
        static final long NOTHING = 0;
        private final long[] prints = new long[BLOCK];
        private int open;

        void put(int place, long print) {
            prints[place] = print;
            open++;
        }

        long take(int place) {
            long print = prints[place];
            prints[place] = NOTHING;
            open -= print == NOTHING ? 0 : 1;
            return print;
        }
    }

    private static final class Side {
        private final BitSet seen = new BitSet();
        private final Map<Series, Long> highest = new HashMap<>();
        private long arrived;
        private long distinct;
        private long duplicated;
        private long unnumbered;
        private long reordered;
        private long late;
        private long firstReceived = Long.MAX_VALUE;
        private long lastReceived = Long.MIN_VALUE;

        void meet(Reading reading, long latest) {
            long received = reading.receivedAt().toEpochMilli();
            late += received - reading.timestamp().toEpochMilli() > latest ? 1 : 0;
            firstReceived = Math.min(firstReceived, received);
            lastReceived = Math.max(lastReceived, received);
            Series series = new Series(reading.sensorId(), reading.type());
            @Nullable
            Long before = highest.get(series);
            Long seq = reading.seq();
            if (seq == null || (before == null && highest.size() == MAX_SERIES)) {
                return;
            }
            if (before == null || seq > before) {
                highest.put(series, seq);
            } else if (seq < before) {
                reordered++;
            }
        }

        Counts counts(long both) {
            return new Counts(arrived, distinct - both, duplicated, reordered, late, unnumbered,
                    Math.max(0, lastReceived - firstReceived));
        }
    }

    private record Series(String sensorId, String type) {}

    /**
     * How two streams line up.
     *
     * @param both readings that both have
     * @param different of those, how many differ in sensor, type, time or value
     * @param uncompared of those, how many could not be compared, because one side was too far behind
     * @param left the left side
     * @param right the right side
     */
    public record Result(long both, long different, long uncompared, Counts left, Counts right) {}

    /**
     * One side.
     *
     * @param arrived readings that it has
     * @param alone of those, how many the other has not: it is behind, or misses them
     * @param duplicated how many repeat one that it has already
     * @param reordered how many came after a later one of the same sensor and type
     * @param late how many arrived more than {@link Tally#LATE} after they were taken, by the backend's clock
     * @param unnumbered how many have no number by which they could be lined up
     * @param millis between the first and the last of them, by the backend's clock
     */
    public record Counts(long arrived, long alone, long duplicated, long reordered, long late, long unnumbered,
            long millis) {
        /** How many were stored in a second, on average. */
        double perSecond() {
            return millis == 0 ? arrived : arrived * 1000.0 / millis;
        }
    }
}
