package com.sentori.console.series;

import com.sentori.console.journal.Arrivals;
import com.sentori.console.journal.Segment;
import com.sentori.contract.readings.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All series of one run of one store, and how much of the run is known. Live, history, backfill and journal feed it in any order: a reading is known by its
 * place in the run's order of arrival, and taken once. Any thread; {@link #accept} is for feeds, and waits for nothing but another feed of the same run.
 */
public final class RunSeries {
    private final RunKey key;
    private final SeriesStore store;
    private final ConcurrentHashMap<Segment.Name, Series> byName = new ConcurrentHashMap<>();
    private final List<Segment.Name> names = new ArrayList<>();
    private final ConcurrentHashMap<Segment.Name, Integer> numbers = new ConcurrentHashMap<>();
    private final Places places = new Places();
    private final CountDownLatch loaded = new CountDownLatch(1);
    private final List<Early> early = new ArrayList<>();
    private final List<Segment> closed = new ArrayList<>();
    private Arrivals pending = new Arrivals();
    private long pendingAfter;
    private long pendingLast;
    private boolean pendingAny;
    private Place resume = Place.START;
    private final AtomicInteger holds = new AtomicInteger();
    private long highestSeq = Long.MIN_VALUE;
    private long lowestSeq = Long.MAX_VALUE;
    private long withSeq;
    private volatile long received;
    private volatile long repeated;
    private volatile long backfilled;
    private volatile long receivedAt = Series.NONE;
    private volatile boolean complete;
    private volatile long unkeptFrom = Long.MAX_VALUE;
    private volatile Link link = Link.FETCHING;
    private volatile boolean reading;

    RunSeries(RunKey key, SeriesStore store) {
        this.key = key;
        this.store = store;
    }

    /** Which run. */
    public RunKey key() {
        return key;
    }

    /**
     * Takes readings as a backend gives them, in the order of arrival.
     *
     * @param after the place behind which they begin: between it and the last of them there is no other reading
     * @param cursor where the backend goes on after them; null if that is not known
     * @param over whether the run has ended and nothing follows
     * @return how many of them were new
     */
    public int accept(long after, List<Reading> readings, @Nullable String cursor, boolean over) {
        synchronized (this) {
            if (!isLoaded()) {
                // The journal numbers the series: they are not numbered anew before it was read.
                early.add(new Early(after, List.copyOf(readings), cursor, over));
                return 0;
            }
            int taken = acceptNow(after, readings, cursor, over);
            store.arrived(pending.size());
            return taken;
        }
    }

    private synchronized int acceptNow(long after, List<Reading> readings, @Nullable String cursor, boolean over) {
        int taken = 0;
        long last = after;
        for (Reading reading : readings) {
            last = Math.max(last, reading.position());
        }
        if (pendingAny && (after > pendingLast || last < pendingAfter)) {
            closed.add(close());
        }
        for (Reading reading : readings) {
            long place = reading.position();
            if (places.contains(place)) {
                repeated = repeated + 1;
            } else {
                take(reading, place);
                taken++;
            }
        }
        if (taken > 0 || (over && !complete)) {
            note(after, last);
        }
        places.add(after + 1, last);
        goOn(after, last, cursor);
        received = received + taken;
        complete |= over;
        return taken;
    }

    private void goOn(long after, long last, @Nullable String cursor) {
        if (cursor != null && after <= resume.place() && last >= resume.place()) {
            resume = new Place(last, cursor);
        }
    }

    private void take(Reading reading, long place) {
        long time = reading.timestamp().toEpochMilli();
        long at = reading.receivedAt().toEpochMilli();
        Long seq = reading.seq();
        Segment.Name name = new Segment.Name(reading.sensorId(), reading.type());
        series(name).append(time, reading.value(), place, at);
        receivedAt = Math.max(receivedAt, at);
        count(seq == null ? Arrivals.NO_SEQ : seq);
        if (store.keeps()) {
            pending.add(number(name), time, reading.value(), place, seq == null ? Arrivals.NO_SEQ : seq, at);
            unkeptFrom = Math.min(unkeptFrom, place);
        }
    }

    private void count(long seq) {
        if (seq != Arrivals.NO_SEQ) {
            withSeq++;
            lowestSeq = Math.min(lowestSeq, seq);
            highestSeq = Math.max(highestSeq, seq);
        }
    }

    private void note(long after, long last) {
        if (!store.keeps()) {
            return;
        }
        pendingAfter = pendingAny ? Math.min(pendingAfter, after) : after;
        pendingLast = pendingAny ? Math.max(pendingLast, last) : last;
        pendingAny = true;
    }

    private int number(Segment.Name name) {
        return numbers.computeIfAbsent(name, fresh -> {
            names.add(fresh);
            return names.size() - 1;
        });
    }

    /** What came since the last time and is to be written. */
    synchronized List<Segment> drain() {
        if (pendingAny) {
            closed.add(close());
        }
        List<Segment> drained = List.copyOf(closed);
        closed.clear();
        return drained;
    }

    private Segment close() {
        String cursor = resume.place() == pendingLast ? resume.cursor() : null;
        Segment segment = new Segment(key.store(), key.runId(), pendingAfter, pendingLast, cursor, complete, names,
                pending);
        pending = new Arrivals();
        pendingAny = false;
        return segment;
    }

    /** What was drained is on disk, or never will be. */
    synchronized void kept() {
        unkeptFrom = pending.firstPlace();
    }

    /** Whether samples up to a place are on disk. */
    boolean isKept(long place) {
        return store.keeps() && place < unkeptFrom;
    }

    /** Takes what the journal has, as if it had just come. */
    private synchronized void restore(Segment segment) {
        Arrivals arrivals = segment.arrivals();
        for (int i = 0; i < arrivals.size(); i++) {
            if (!places.contains(arrivals.place(i))) {
                Segment.Name name = segment.series().get(arrivals.series(i));
                series(name).append(arrivals.time(i), arrivals.value(i), arrivals.place(i), arrivals.received(i));
                receivedAt = Math.max(receivedAt, arrivals.received(i));
                count(arrivals.seq(i));
                received = received + 1;
            }
        }
        for (Segment.Name name : segment.series()) {
            number(name);
        }
        places.add(segment.after() + 1, segment.last());
        goOn(segment.after(), segment.last(), segment.cursor());
        complete |= segment.complete();
    }

    /** Reads what the journal has of it. */
    void load() {
        try {
            store.journal().read(key.store(), key.runId(), Long.MIN_VALUE, Long.MAX_VALUE, segment -> {
                restore(segment);
                return store.goesOn();
            });
        } finally {
            begin();
        }
    }

    private synchronized void begin() {
        if (complete) {
            link = Link.ENDED;
        }
        loaded.countDown();
        early.forEach(some -> acceptNow(some.after(), some.readings(), some.cursor(), some.over()));
        early.clear();
    }

    /**
     * Hands on once more what is on disk, in the order of arrival, from the first reading up to where one is missing. Waits for the disk.
     *
     * @param goesOn asked now and then; what is behind a no is left out
     */
    public Replayed replay(Consumer<List<Reading>> to, BooleanSupplier goesOn) {
        store.flush();
        Replay replay = new Replay(key.runId(), to);
        replay.through(
                taker -> store.journal().read(key.store(), key.runId(), Long.MIN_VALUE, Long.MAX_VALUE, taker), goesOn);
        return replay.done();
    }

    /** Gives samples back that were let go, are on disk, and are asked for. */
    void readBack() {
        Series.Span span = null;
        for (Series series : byName.values()) {
            Series.Span own = series.wanted();
            span = own == null ? span : span == null ? own : span.and(own);
        }
        if (span == null) {
            return;
        }
        reading = true;
        try {
            store.journal()
                    .read(key.store(), key.runId(), span.from(), span.to(), segment -> {
                        giveBack(segment.series(), segment.arrivals());
                        return store.goesOn();
                    });
        } finally {
            for (Series series : byName.values()) {
                series.giveUp(span, true);
            }
            reading = false;
        }
    }

    private void giveBack(List<Segment.Name> known, Arrivals arrivals) {
        for (int i = 0; i < arrivals.size(); i++) {
            Series series = byName.get(known.get(arrivals.series(i)));
            if (series != null) {
                series.giveBack(arrivals.time(i), arrivals.value(i), arrivals.place(i));
            }
        }
    }

    /** Whether samples are asked for that are neither in memory nor on disk: a backend has to give them once more. */
    public boolean lacks() {
        return byName.values().stream().anyMatch(series -> series.dropped() > 0 && series.wanted() != null);
    }

    /** Asks no longer for what was asked for: a backend gave all that it has. */
    public void endRepair() {
        byName.values().forEach(series -> series.giveUp(new Series.Span(Long.MIN_VALUE, Long.MAX_VALUE), false));
    }

    /** Takes readings once more that were dropped; others are let pass. */
    public synchronized void repair(List<Reading> readings) {
        for (Reading reading : readings) {
            Series series = byName.get(new Segment.Name(reading.sensorId(), reading.type()));
            if (series != null && series.giveBack(reading.timestamp().toEpochMilli(), reading.value(),
                    reading.position())) {
                backfilled = backfilled + 1;
            }
        }
    }

    /** Where a feed goes on: everything before it is known. Waits until what the journal has is read. */
    public Place resume() throws InterruptedException {
        loaded.await();
        synchronized (this) {
            return resume;
        }
    }

    /** Whether what the journal has is read. */
    public boolean isLoaded() {
        return loaded.getCount() == 0;
    }

    /** The series of a sensor and a type, made empty if there is none: a chart may be shown before the first sample. */
    public Series series(String sensorId, String type) {
        return series(new Segment.Name(sensorId, type));
    }

    private Series series(Segment.Name name) {
        Series known = byName.get(name);
        return known != null
                ? known
                : byName.computeIfAbsent(name, fresh -> new Series(
                        new SeriesKey(key.store(), key.runId(), fresh.sensorId(), fresh.type()), store));
    }

    /** Those that there are. */
    public Collection<Series> all() {
        return byName.values();
    }

    /** How many series there are: it only grows. */
    public int size() {
        return byName.size();
    }

    /** When the backend had the newest reading, by the backend's clock, epoch milliseconds; {@link Series#NONE} without any. */
    public long receivedAt() {
        return receivedAt;
    }

    /** Time of the oldest reading, epoch milliseconds; {@link Series#NONE} without any. */
    public long oldest() {
        return byName.values()
                .stream()
                .mapToLong(Series::oldestTime)
                .filter(time -> time != Series.NONE)
                .min()
                .orElse(Series.NONE);
    }

    /** Time of the newest reading, epoch milliseconds; {@link Series#NONE} without any. */
    public long newest() {
        return byName.values().stream().mapToLong(Series::newestTime).max().orElse(Series.NONE);
    }

    /** Readings taken, each once. */
    public long received() {
        return received;
    }

    /** Readings that came again and were not taken. */
    public long repeated() {
        return repeated;
    }

    /** Readings that were dropped for want of memory and fetched once more. */
    public long backfilled() {
        return backfilled;
    }

    /** Samples that came and are not in memory or on disk now. */
    public long dropped() {
        return byName.values().stream().mapToLong(Series::dropped).sum();
    }

    /** Sequence numbers that a run-wide count left out so far; 0 where the senders do not count, or each sensor counts by itself. */
    public synchronized long missingSeqs() {
        return withSeq == 0 || withSeq != received ? 0 : Math.max(0, highestSeq - lowestSeq + 1 - withSeq);
    }

    /** Whether the run has ended and all of it is known. */
    public boolean isComplete() {
        return complete;
    }

    /** Whether samples are being read back from disk. */
    public boolean isReading() {
        return reading || !isLoaded();
    }

    /** How the link to the backend stands, by whoever feeds it. */
    public Link link() {
        return link;
    }

    /** Tells how the link stands. */
    public void link(Link now) {
        link = now;
    }

    /**
     * What is missing behind the newest sample of a series; null if nothing is.
     *
     * @param now epoch milliseconds
     * @param age of the newest sample in milliseconds
     */
    public @Nullable Hole open(Series series, long now, long age) {
        long newest = series.newestTime();
        if (newest == Series.NONE || newest >= now) {
            return null;
        }
        return switch (link) {
            case ENDED -> null;
            case DOWN -> new Hole(newest, now, Hole.Why.LINK_DOWN);
            case FETCHING -> new Hole(newest, now, Hole.Why.NOT_FETCHED);
            case LIVE -> age > series.patienceMillis()
                    ? new Hole(newest, now, Hole.Why.SILENT)
                    : null;
        };
    }

    /** Keeps it among those in memory until it is released as often as it was held. */
    public RunSeries hold() {
        holds.incrementAndGet();
        return this;
    }

    /** Lets go of it: it stays as long as there is room, and on disk. */
    public void release() {
        holds.decrementAndGet();
    }

    boolean isHeld() {
        return holds.get() > 0;
    }

    synchronized boolean isWritten() {
        return !pendingAny && closed.isEmpty();
    }

    private record Early(long after, List<Reading> readings, @Nullable String cursor, boolean over) {}

    /** How a run is fed. */
    public enum Link {
        /** What is missing is being fetched. */
        FETCHING,
        /** All there is was fetched, and what comes is given at once. */
        LIVE,
        /** The backend does not answer. */
        DOWN,
        /** The run is over, and all of it is known. */
        ENDED
    }

    /**
     * What was handed on from disk.
     *
     * @param last the place up to which nothing is missing
     * @param next where a feed goes on: there, or before it
     * @param complete whether nothing follows
     */
    public record Replayed(long last, Place next, boolean complete) {}

    /**
     * A place in a run.
     *
     * @param place in the order of arrival; 0 before the first reading
     * @param cursor of the backend there; null before the first reading
     */
    public record Place(long place, @Nullable String cursor) {
        static final Place START = new Place(0, null);
    }
}
