package com.sentori.console.series;

import com.sentori.console.charts.Columns;
import com.sentori.console.charts.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The samples of one sensor in the order of their time and, within a millisecond, of their place in the run: so it makes no difference in which order they
 * came. A sample that comes late is put at its place; one that is there already is refused. Any thread may append and read. The lock is held for one
 * sample, or while one chunk of at most 4,096 samples is folded: a feed never waits for a frame. Counters and times are read without it.
 */
public final class Series implements Samples {
    /** What a reading may take from the backend to here, beside its sensor's cadence, and still be fresh. */
    private static final double WAY_MILLIS = 1_000;
    /** Steps of the series' own cadence without a sample that make a gap. */
    public static final double GAP_STEPS = 2.5;

    private final SeriesKey key;
    private final SeriesStore store;
    private final Object lock = new Object();
    private final Cadence cadence = new Cadence();
    /** Replaced as a whole when a chunk comes or goes, so that a frame goes through one list from its beginning to its end. */
    private volatile Chunk[] chunks = {};
    private long count;
    private volatile long changes;
    private volatile long disorder;
    private volatile long newestTime = NONE;
    private volatile long oldestTime = NONE;
    private volatile long receivedAt = NONE;
    private volatile double cadenceMillis = Double.NaN;
    private volatile long duplicates;
    private volatile boolean lacking;

    Series(SeriesKey key, SeriesStore store) {
        this.key = key;
        this.store = store;
    }

    /** Which it is. */
    public SeriesKey key() {
        return key;
    }

    /**
     * Adds one sample.
     *
     * @param time when it was measured, epoch milliseconds
     * @param place in the run's order of arrival
     * @param received when the backend had it, by the backend's clock, epoch milliseconds; {@link #NONE} if not known
     * @return false if it is there already
     * @throws IllegalArgumentException if the value is not a finite number
     */
    public boolean append(long time, double value, long place, long received) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A sample of " + key + " is not a finite number: " + value + ".");
        }
        long grown;
        synchronized (lock) {
            Chunk last = chunks.length == 0 ? null : chunks[chunks.length - 1];
            if (last == null || last.isBefore(time, place)) {
                grown = behind(last, time, value, place);
            } else {
                grown = insert(time, value, place);
                if (grown < 0) {
                    duplicates = duplicates + 1;
                    return false;
                }
                oldestTime = Math.min(oldestTime, time);
                disorder = disorder + 1;
            }
            if (received > receivedAt) {
                receivedAt = received;
            }
            count++;
            changes = changes + 1;
        }
        if (grown != 0) {
            store.taken(grown);
        }
        return true;
    }

    /** Adds a sample behind all others; gives the memory that it took. */
    private long behind(@Nullable Chunk last, long time, double value, long place) {
        boolean fits = last != null && !last.isFull() && !last.isCold() && last.reaches(time, place);
        Chunk open = fits && last != null ? last : open();
        long before = fits ? open.bytes() : 0;
        if (newestTime != NONE && cadence.add(time - newestTime)) {
            cadenceMillis = cadence.millis();
        }
        open.append(time, value, place);
        open.use(store.now());
        newestTime = time;
        if (oldestTime == NONE) {
            oldestTime = time;
        }
        return open.bytes() - before;
    }

    /** A new chunk behind all others. */
    private Chunk open() {
        Chunk chunk = new Chunk();
        Chunk[] more = Arrays.copyOf(chunks, chunks.length + 1);
        more[chunks.length] = chunk;
        chunks = more;
        return chunk;
    }

    /** Puts a late sample at its place, and splits a full chunk in two for it; gives the memory that it took, or -1 if it is there already. */
    private long insert(long time, double value, long place) {
        int index = chunks.length - 1;
        while (index > 0 && chunks[index].isAfter(time, place)) {
            index--;
        }
        Chunk chunk = chunks[index];
        if (chunk.isCold()) {
            chunk.expect(time, value, place);
            return 0;
        }
        if (!chunk.reaches(time, place)) {
            Chunk alone = new Chunk();
            alone.append(time, value, place);
            replace(index, chunk.isAfter(time, place) ? new Chunk[]{alone, chunk} : new Chunk[]{chunk, alone});
            return alone.bytes();
        }
        if (!chunk.isFull()) {
            long before = chunk.bytes();
            return chunk.insert(time, value, place) ? chunk.bytes() - before : -1;
        }
        Chunk[] halves = chunk.halves();
        if (!halves[halves[1].isAfter(time, place) ? 0 : 1].insert(time, value, place)) {
            return -1;
        }
        replace(index, halves);
        return halves[0].bytes() + halves[1].bytes() - chunk.bytes();
    }

    private void replace(int index, Chunk[] by) {
        Chunk[] next = new Chunk[chunks.length - 1 + by.length];
        System.arraycopy(chunks, 0, next, 0, index);
        System.arraycopy(by, 0, next, index, by.length);
        System.arraycopy(chunks, index + 1, next, index + by.length, chunks.length - index - 1);
        chunks = next;
    }

    /** Forgets all samples; what was counted as a change stays counted. */
    void clear() {
        long freed;
        synchronized (lock) {
            freed = bytes();
            chunks = new Chunk[0];
            count = 0;
            newestTime = NONE;
            oldestTime = NONE;
            receivedAt = NONE;
            lacking = false;
            disorder = disorder + 1;
            changes = changes + 1;
        }
        store.taken(-freed);
    }

    /** Memory of the samples and their levels. */
    public long bytes() {
        synchronized (lock) {
            long bytes = 0;
            for (Chunk chunk : chunks) {
                bytes += chunk.bytes();
            }
            return bytes;
        }
    }

    /** How many samples there are, in memory or on disk. */
    public long size() {
        synchronized (lock) {
            return count;
        }
    }

    /** Samples that came and are not in memory now: those on disk come back when a view asks, those that are nowhere must be fetched again. */
    @Override
    public long dropped() {
        long dropped = 0;
        for (Chunk chunk : chunks) {
            dropped += chunk.isCold() && !store.isKept(key, chunk) ? chunk.count() : 0;
        }
        return dropped;
    }

    /** Samples that came more than once and were taken once. */
    public long duplicates() {
        return duplicates;
    }

    /** When the backend had the newest sample, by the backend's clock, epoch milliseconds; {@link #NONE} if not known. */
    public long receivedAt() {
        return receivedAt;
    }

    /** The newest sample; null without any. */
    public Samples.@Nullable Sample newest() {
        synchronized (lock) {
            Chunk last = chunks.length == 0 ? null : chunks[chunks.length - 1];
            return last == null ? null : new Samples.Sample(last.to(), last.last());
        }
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
        Chunk[] list = chunks;
        synchronized (lock) {
            for (int i = list.length - 1; i >= 0; i--) {
                Chunk chunk = list[i];
                if (chunk.to() <= time) {
                    return new Samples.Sample(chunk.to(), chunk.last());
                }
                if (chunk.from() <= time) {
                    return at(chunk, chunk.isCold() ? -1 : chunk.firstFrom(time + 1) - 1, chunk.from(), chunk.first());
                }
            }
            return null;
        }
    }

    @Override
    public Samples.@Nullable Sample atOrAfter(long time) {
        Chunk[] list = chunks;
        synchronized (lock) {
            for (int i = firstReaching(list, time); i < list.length; i++) {
                Chunk chunk = list[i];
                if (chunk.from() >= time) {
                    return new Samples.Sample(chunk.from(), chunk.first());
                }
                if (chunk.to() >= time) {
                    return at(chunk, chunk.isCold() ? -1 : chunk.firstFrom(time), chunk.to(), chunk.last());
                }
            }
            return null;
        }
    }

    /** How old the newest sample may be before the sensor counts as silent, with the way from the backend to here; NaN if not known. */
    public double patienceMillis() {
        return cadenceMillis * GAP_STEPS + WAY_MILLIS;
    }

    /** The sample at an index; where a chunk is cold, the nearest that is known. */
    private static Samples.Sample at(Chunk chunk, int index, long coldTime, double coldValue) {
        return index < 0
                ? new Samples.Sample(coldTime, coldValue)
                : new Samples.Sample(chunk.time(index), chunk.value(index));
    }

    /** The first chunk of a list that has a sample at this time or later. */
    private static int firstReaching(Chunk[] list, long time) {
        int low = 0;
        int high = list.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (list[middle].to() < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** What is on disk is left out where a column needs more than its extremes, and is sent for: then {@link #disorder} grows when it is here. */
    @Override
    public void fold(long from, long to, Columns columns) {
        Chunk[] list = chunks;
        boolean sentFor = false;
        for (int i = firstReaching(list, from); i < list.length && list[i].from() < to; i++) {
            Chunk chunk = list[i];
            synchronized (lock) {
                boolean whole = chunk.from() >= from && chunk.to() < to;
                if (whole && columns.sameColumn(chunk.from(), chunk.to())) {
                    chunk.foldWhole(columns);
                } else if (chunk.isCold()) {
                    sentFor |= !chunk.isWanted();
                    chunk.want();
                } else {
                    chunk.use(store.now());
                    chunk.fold(chunk.firstFrom(from), chunk.firstFrom(to), columns);
                }
            }
        }
        if (sentFor) {
            store.sendFor(key.run());
        }
    }

    /** Gives all samples that are in memory, in the order of their time. */
    void each(Taker taker) {
        for (Chunk chunk : chunks) {
            synchronized (lock) {
                int end = chunk.isCold() ? 0 : chunk.count();
                for (int i = 0; i < end; i++) {
                    taker.take(chunk.time(i), chunk.value(i));
                }
            }
        }
    }

    /** Takes samples. */
    interface Taker {
        void take(long time, double value);
    }

    /**
     * Where samples are missing between two times, and why, in the order of time. What comes behind the newest sample is not among it: whether that is silence or
     * a link that is down is known to {@link RunSeries#open}.
     */
    public List<Hole> holes(long from, long to) {
        List<Hole> holes = new ArrayList<>();
        double longest = cadenceMillis * GAP_STEPS;
        Chunk[] list = chunks;
        long before = NONE;
        for (int i = Math.max(0, firstReaching(list, from) - 1); i < list.length && list[i].from() < to; i++) {
            Chunk chunk = list[i];
            synchronized (lock) {
                if (before != NONE && chunk.from() - before > longest) {
                    holes.add(new Hole(before, chunk.from(), Hole.Why.SILENT));
                }
                before = chunk.to();
                if (chunk.isCold()) {
                    holes.add(new Hole(chunk.from(), chunk.to(),
                            store.isKept(key, chunk) ? Hole.Why.BEING_READ : Hole.Why.DROPPED));
                } else if (chunk.widest() > longest) {
                    silences(chunk, longest, holes);
                }
            }
        }
        return holes.stream().filter(hole -> hole.from() < to && hole.to() > from).toList();
    }

    private static void silences(Chunk chunk, double longest, List<Hole> holes) {
        for (int i = 1; i < chunk.count(); i++) {
            if (chunk.time(i) - chunk.time(i - 1) > longest) {
                holes.add(new Hole(chunk.time(i - 1), chunk.time(i), Hole.Why.SILENT));
            }
        }
    }

    /** Names the chunks whose samples may be let go: all but the newest, which grows. */
    void eachOld(BiConsumer<Series, Chunk> taker) {
        Chunk[] list = chunks;
        for (int i = 0; i < list.length - 1; i++) {
            if (!list[i].isCold()) {
                taker.accept(this, list[i]);
            }
        }
    }

    /** Lets go of a chunk's samples; gives what that frees. */
    long cool(Chunk chunk) {
        synchronized (lock) {
            long before = chunk.bytes();
            chunk.cool();
            lacking = true;
            disorder = disorder + 1;
            changes = changes + 1;
            return before - chunk.bytes();
        }
    }

    /** Where samples lie that somebody asked for; null if nobody did. */
    @Nullable
    Span wanted() {
        if (!lacking) {
            return null;
        }
        Span span = null;
        synchronized (lock) {
            boolean cold = false;
            for (Chunk chunk : chunks) {
                cold |= chunk.isCold();
                if (chunk.isCold() && chunk.isWanted()) {
                    Span own = new Span(chunk.from(), chunk.to());
                    span = span == null ? own : span.and(own);
                }
            }
            lacking = cold;
        }
        return span;
    }

    /** Takes a sample back that was let go and is asked for; whether it was one. */
    boolean giveBack(long time, double value, long place) {
        if (!lacking) {
            return false;
        }
        long before;
        long after;
        synchronized (lock) {
            Chunk chunk = null;
            for (int i = firstReaching(chunks, time); i < chunks.length && chunks[i].from() <= time; i++) {
                if (chunks[i].isWanted() && chunks[i].mayLack(time, place)) {
                    chunk = chunks[i];
                }
            }
            if (chunk == null) {
                return false;
            }
            before = chunk.bytes();
            chunk.giveBack(time, value, place);
            chunk.use(store.now());
            after = chunk.bytes();
            if (!chunk.isCold()) {
                disorder = disorder + 1;
                changes = changes + 1;
            }
        }
        store.taken(after - before);
        return true;
    }

    /** Ends a reading back from disk, or from a backend: what did not become whole within the span is asked for no longer. */
    void giveUp(Span span, boolean fromDisk) {
        long freed = 0;
        synchronized (lock) {
            for (Chunk chunk : chunks) {
                if (chunk.isCold() && chunk.isWanted() && span.holds(chunk.from(), chunk.to())
                        && (!fromDisk || store.isKept(key, chunk))) {
                    long before = chunk.bytes();
                    chunk.giveUp(fromDisk);
                    freed += before - chunk.bytes();
                }
            }
        }
        store.taken(-freed);
    }

    /**
     * A span of time.
     *
     * @param from epoch milliseconds
     * @param to epoch milliseconds, included
     */
    record Span(long from, long to) {
        Span and(Span other) {
            return new Span(Math.min(from, other.from), Math.max(to, other.to));
        }

        boolean holds(long first, long last) {
            return from <= first && to >= last;
        }
    }
}
