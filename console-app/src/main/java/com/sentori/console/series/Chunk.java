package com.sentori.console.series;

import com.sentori.console.charts.Columns;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Up to {@value #CAPACITY} successive samples of a series, in the order of their time and, within a millisecond, of their place in the run, with the lowest and
 * highest value of each 16 and each 256 of them. Times and places are kept as distances from those of the first sample that came: 4 + 8 + 4 bytes a sample, and
 * a little more than 1 for the levels.
 *
 * <p>
 * A chunk can be <em>cold</em>: then only its outline is in memory (how many, from when to when, the extremes), and its samples are somewhere else until they
 * are given back. Not thread-safe.
 */
final class Chunk {
    static final int CAPACITY = 4_096;
    static final int LEVELS = 2;

    private static final int FIRST_CAPACITY = 64;
    private static final int BITS = 4;
    /** The object, its arrays' headers, and its place in the list. */
    private static final long OUTLINE_BYTES = 256;

    private long baseTime;
    private long basePlace;
    private int[] times = {};
    private int[] places = {};
    private double[] values = {};
    private final double[][] lows = new double[LEVELS][0];
    private final double[][] highs = new double[LEVELS][0];
    private int size;
    private int expected;
    private long from = Long.MAX_VALUE;
    private long to = Long.MIN_VALUE;
    private long fromPlace = Long.MAX_VALUE;
    private long toPlace = Long.MIN_VALUE;
    private long highestPlace = Long.MIN_VALUE;
    private double first;
    private double last;
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;
    private long widest;
    private long usedAt;
    private boolean wanted;
    private boolean lost;
    private @Nullable Chunk filling;

    private static int shift(int level) {
        return BITS * (level + 1);
    }

    /** Samples, whether they are in memory or not. */
    int count() {
        return expected;
    }

    /** Time of the first sample. */
    long from() {
        return from;
    }

    /** Time of the last sample. */
    long to() {
        return to;
    }

    double first() {
        return first;
    }

    double last() {
        return last;
    }

    double lowest() {
        return lowest;
    }

    double highest() {
        return highest;
    }

    /** The highest place in the run of any of its samples. */
    long highestPlace() {
        return highestPlace;
    }

    /** The longest time between two successive samples; 0 while it is not known. */
    long widest() {
        return widest;
    }

    /** Whether it lacks any of its samples. */
    boolean isCold() {
        return size < expected;
    }

    boolean isFull() {
        return expected == CAPACITY;
    }

    /** When it was last read or written, by the store's own count. */
    long usedAt() {
        return usedAt;
    }

    void use(long at) {
        usedAt = at;
    }

    /** Whether somebody asked for its samples while it was cold. */
    boolean isWanted() {
        return wanted;
    }

    void want() {
        wanted = true;
    }

    /** Memory. */
    long bytes() {
        long levels = lows[0].length + (long) lows[1].length;
        return OUTLINE_BYTES + values.length * (2L * Integer.BYTES + Double.BYTES) + levels * 2 * Double.BYTES
                + (filling == null ? 0 : filling.bytes());
    }

    long time(int index) {
        return baseTime + times[index];
    }

    double value(int index) {
        return values[index];
    }

    private long place(int index) {
        return basePlace + places[index];
    }

    /** Whether the sample's time and place can be written as distances. */
    boolean reaches(long time, long place) {
        return expected == 0 || (isInt(time - baseTime) && isInt(place - basePlace));
    }

    private static boolean isInt(long distance) {
        return distance == (int) distance;
    }

    /** Whether the sample comes behind all that are here. */
    boolean isBefore(long time, long place) {
        return expected == 0 || to < time || (to == time && toPlace < place);
    }

    /** Whether the sample comes before all that are here. */
    boolean isAfter(long time, long place) {
        return from > time || (from == time && fromPlace > place);
    }

    /** The first index whose sample is not before this; the size if there is none. */
    private int indexOf(long time, long place) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            long at = time(middle);
            if (at < time || (at == time && place(middle) < place)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first index whose time is not before this; the size if there is none. */
    int firstFrom(long time) {
        return indexOf(time, Long.MIN_VALUE);
    }

    /** Adds a sample behind all others. */
    void append(long time, double value, long place) {
        if (size == values.length) {
            grow();
        }
        if (size == 0) {
            start(time, place);
            first = value;
        } else {
            widest = Math.max(widest, time - to);
        }
        int index = size++;
        times[index] = (int) (time - baseTime);
        places[index] = (int) (place - basePlace);
        values[index] = value;
        expected++;
        to = time;
        toPlace = place;
        last = value;
        highestPlace = Math.max(highestPlace, place);
        lowest = Math.min(lowest, value);
        highest = Math.max(highest, value);
        raise(index, value);
    }

    private void start(long time, long place) {
        baseTime = time;
        basePlace = place;
        from = time;
        fromPlace = place;
    }

    private void raise(int index, double value) {
        int block = index >> BITS;
        if ((index & ((1 << BITS) - 1)) == 0) {
            lows[0][block] = value;
            highs[0][block] = value;
        } else {
            lows[0][block] = Math.min(lows[0][block], value);
            highs[0][block] = Math.max(highs[0][block], value);
        }
        if (((index + 1) & ((1 << shift(1)) - 1)) == 0) {
            condense(index >> shift(1));
        }
    }

    /** Computes a block of 256 from its 16 blocks of 16. */
    private void condense(int block) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = block << BITS; i < (block + 1) << BITS; i++) {
            low = Math.min(low, lows[0][i]);
            high = Math.max(high, highs[0][i]);
        }
        lows[1][block] = low;
        highs[1][block] = high;
    }

    private void grow() {
        int room = values.length == 0 ? FIRST_CAPACITY : values.length * 2;
        times = Arrays.copyOf(times, room);
        places = Arrays.copyOf(places, room);
        values = Arrays.copyOf(values, room);
        for (int level = 0; level < LEVELS; level++) {
            lows[level] = Arrays.copyOf(lows[level], room >> shift(level));
            highs[level] = Arrays.copyOf(highs[level], room >> shift(level));
        }
    }

    /** Adds a sample at its place among the others, which must not be full; false if it is there already. */
    boolean insert(long time, double value, long place) {
        int index = indexOf(time, place);
        if (index < size && time(index) == time && place(index) == place) {
            return false;
        }
        if (size == values.length) {
            grow();
        }
        System.arraycopy(times, index, times, index + 1, size - index);
        System.arraycopy(places, index, places, index + 1, size - index);
        System.arraycopy(values, index, values, index + 1, size - index);
        times[index] = (int) (time - baseTime);
        places[index] = (int) (place - basePlace);
        values[index] = value;
        size++;
        expected++;
        highestPlace = Math.max(highestPlace, place);
        lowest = Math.min(lowest, value);
        highest = Math.max(highest, value);
        redoFrom(index);
        return true;
    }

    /** Computes the outline and all blocks anew that hold this index or a later one. */
    private void redoFrom(int index) {
        from = time(0);
        fromPlace = place(0);
        first = values[0];
        to = time(size - 1);
        toPlace = place(size - 1);
        last = values[size - 1];
        for (int i = index >> BITS << BITS; i < size; i++) {
            raise(i, values[i]);
        }
        widest = 0;
        for (int i = 1; i < size; i++) {
            widest = Math.max(widest, (long) times[i] - times[i - 1]);
        }
    }

    /** Two chunks with half of its samples each; this one stays as it is. */
    Chunk[] halves() {
        Chunk[] halves = {new Chunk(), new Chunk()};
        for (int i = 0; i < size; i++) {
            halves[i < size / 2 ? 0 : 1].append(time(i), values[i], place(i));
        }
        for (Chunk half : halves) {
            half.use(usedAt);
        }
        return halves;
    }

    /** Lets go of the samples and keeps the outline. */
    void cool() {
        size = 0;
        times = new int[0];
        places = new int[0];
        values = new double[0];
        Arrays.fill(lows, new double[0]);
        Arrays.fill(highs, new double[0]);
        wanted = false;
    }

    /** Counts a late sample among those that are elsewhere. */
    void expect(long time, double value, long place) {
        expected++;
        if (isAfter(time, place)) {
            from = time;
            fromPlace = place;
            first = value;
        }
        if (to < time || (to == time && toPlace < place)) {
            to = time;
            toPlace = place;
            last = value;
        }
        highestPlace = Math.max(highestPlace, place);
        lowest = Math.min(lowest, value);
        highest = Math.max(highest, value);
    }

    /** Whether the sample is one of those that a cold chunk lacks, as far as its outline says. */
    boolean mayLack(long time, long place) {
        return isCold() && !isAfter(time, place) && !(to < time || (to == time && toPlace < place));
    }

    /** Takes a sample back that a cold chunk lacks, and is whole again when it has all; false if it was given back already. */
    boolean giveBack(long time, double value, long place) {
        Chunk draft = filling == null ? new Chunk() : filling;
        filling = draft;
        if (draft.isBefore(time, place)) {
            draft.append(time, value, place);
        } else if (!draft.insert(time, value, place)) {
            return false;
        }
        if (draft.size == expected) {
            adopt(draft);
        }
        return true;
    }

    private void adopt(Chunk whole) {
        baseTime = whole.baseTime;
        basePlace = whole.basePlace;
        times = whole.times;
        places = whole.places;
        values = whole.values;
        System.arraycopy(whole.lows, 0, lows, 0, LEVELS);
        System.arraycopy(whole.highs, 0, highs, 0, LEVELS);
        size = whole.size;
        widest = whole.widest;
        wanted = false;
        lost = false;
        filling = null;
    }

    /**
     * Gives up what was given back of a chunk that did not become whole.
     *
     * @param kept whether it should have been on disk
     */
    void giveUp(boolean kept) {
        filling = null;
        wanted = false;
        lost |= kept;
    }

    /** Whether it is not on disk, although it should be. */
    boolean isLost() {
        return lost;
    }

    /** Folds all of it as one block that lies in one column; the extremes are known even when it is cold. */
    void foldWhole(Columns columns) {
        columns.add(from, first);
        columns.widen(lowest, highest);
        columns.add(to, last);
    }

    /** Folds the samples of a chunk that is not cold, from one index to another. */
    void fold(int index, int end, Columns columns) {
        int at = index;
        while (at < end) {
            at = step(at, end, columns);
        }
    }

    /** Folds the largest complete block at an index that lies in one column, or else the one sample; gives the index behind it. */
    private int step(int index, int end, Columns columns) {
        int level = -1;
        while (level + 1 < LEVELS && fits(index, level + 1, end, columns)) {
            level++;
        }
        columns.add(time(index), values[index]);
        if (level < 0) {
            return index + 1;
        }
        int behind = index + (1 << shift(level));
        columns.widen(lows[level][index >> shift(level)], highs[level][index >> shift(level)]);
        columns.add(time(behind - 1), values[behind - 1]);
        return behind;
    }

    private boolean fits(int index, int level, int end, Columns columns) {
        int width = 1 << shift(level);
        return (index & (width - 1)) == 0 && index + width <= end
                && columns.sameColumn(time(index), time(index + width - 1));
    }

    /** For tests: the extremes of a complete block. */
    double[] block(int level, int number) {
        return new double[]{lows[level][number], highs[level][number]};
    }
}
