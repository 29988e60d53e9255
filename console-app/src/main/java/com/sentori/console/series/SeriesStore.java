package com.sentori.console.series;

import com.sentori.console.journal.Journal;
import com.sentori.console.journal.SeenRun;
import com.sentori.console.journal.Segment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The one store of readings of the program, whatever screen is open: history belongs to the program and not to a view. Memory is bounded: beyond the budget the
 * samples that nobody looked at for the longest time leave it. Those that the journal has come back when a view asks; others are counted as dropped.
 *
 * <p>
 * One thread of its own writes what came to the journal, at least every {@link #FLUSH}, and reads back what is asked for: feeds and frames never wait for the
 * disk. A console that is killed loses at most what came since the last writing, and fetches that again from the cursor.
 */
public final class SeriesStore implements AutoCloseable {
    /** The longest that readings stay out of the journal. */
    public static final Duration FLUSH = Duration.ofMillis(500);

    /** So many readings of a run are written before their time. */
    private static final int FLUSH_AT = 50_000;
    private static final int HEAP_SHARE = 4;

    private final Map<RunKey, RunSeries> runs = new ConcurrentHashMap<>();
    private final Map<RunKey, SeenRun> heard = new LinkedHashMap<>();
    private final Set<RunKey> toLoad = new LinkedHashSet<>();
    private final Set<RunKey> toReadBack = new LinkedHashSet<>();
    private final Supplier<Journal> opening;
    private final CountDownLatch opened = new CountDownLatch(1);
    private volatile Journal journal = Journal.none();
    private final ByteBudget budget;
    private final ReentrantLock work = new ReentrantLock();
    private final Condition called = work.newCondition();
    private final ReentrantLock roomMaking = new ReentrantLock();
    private final Thread keeper;
    private boolean flushNow;
    private long flushedAt = System.nanoTime();
    private volatile boolean closed;
    private final AtomicLong tick = new AtomicLong();

    /** Keeps nothing on disk, and takes at most a quarter of the heap. */
    public SeriesStore() {
        this(Journal::none);
    }

    /** Over a journal, which it opens on its own thread and closes, and at most a quarter of the heap. */
    public SeriesStore(Supplier<Journal> journal) {
        this(journal, Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    }

    /**
     * The same.
     *
     * @param bytes the most memory of all samples together
     */
    public SeriesStore(Supplier<Journal> journal, long bytes) {
        this.opening = journal;
        this.budget = new ByteBudget(bytes);
        this.keeper = Thread.ofPlatform().daemon().name("store").start(this::keep);
    }

    /** The run of a key; what the journal has of it is read in the background. */
    public RunSeries run(RunKey key) {
        RunSeries known = runs.get(key);
        if (known != null) {
            return known;
        }
        RunSeries fresh = new RunSeries(key, this);
        RunSeries other = runs.putIfAbsent(key, fresh);
        if (other != null) {
            return other;
        }
        call(() -> toLoad.add(key));
        return fresh;
    }

    /** The series of a key, made empty if there is none. */
    public Series series(SeriesKey key) {
        return run(key.run()).series(key.sensorId(), key.type());
    }

    /** Adds one sample behind all others of its series: for samples that have no place in a run. */
    public boolean append(SeriesKey key, long time, double value) {
        Series series = series(key);
        return series.append(time, value, series.size() + 1, Series.NONE);
    }

    /** The runs that the journal has seen, newest first. Waits for the disk. */
    public List<SeenRun> seen() throws InterruptedException {
        opened.await();
        return journal.runs();
    }

    /** Keeps how a run stands. Any thread; nobody waits. */
    public void heard(SeenRun run) {
        call(() -> heard.put(new RunKey(run.store(), run.run().id()), run));
    }

    /** Memory of all samples, their levels and outlines. */
    public long bytes() {
        return budget.used();
    }

    /** The most memory that they may take. */
    public long limit() {
        return budget.limit();
    }

    /** How the journal stands. Any thread. */
    public Journal.State journalState() {
        return journal.state();
    }

    /** Writes now what came. Waits for the disk. */
    public void flush() {
        flush(true);
    }

    Journal journal() {
        return journal;
    }

    /** Whether what comes is written to disk. */
    boolean keeps() {
        return journal.isWritable();
    }

    /** A count that grows with time, to tell what was used lately: reading a clock for every sample would cost more than the sample. */
    long now() {
        return tick.get();
    }

    boolean isKept(SeriesKey key, Chunk chunk) {
        RunSeries run = runs.get(key.run());
        return run != null && !chunk.isLost() && run.isKept(chunk.highestPlace());
    }

    /** Memory was taken, or given back if it is negative. Holds no lock of a series. */
    void taken(long bytes) {
        budget.take(bytes);
        if (bytes > 0 && budget.isOver() && roomMaking.tryLock()) {
            try {
                makeRoom();
            } finally {
                roomMaking.unlock();
            }
        }
    }

    /** Readings came; so many wait for the disk. */
    void arrived(int waiting) {
        if (waiting > FLUSH_AT) {
            call(() -> flushNow = true);
        }
    }

    /** Somebody asks for samples that are not in memory. */
    void sendFor(RunKey key) {
        call(() -> toReadBack.add(key));
    }

    private void call(Runnable order) {
        work.lock();
        try {
            order.run();
            called.signal();
        } finally {
            work.unlock();
        }
    }

    private void makeRoom() {
        for (RunSeries run : List.copyOf(runs.values())) {
            if (budget.excess() > 0 && !run.isHeld() && run.isLoaded() && run.isWritten()) {
                forget(run);
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        for (RunSeries run : runs.values()) {
            for (Series series : run.all()) {
                series.eachOld((owner, chunk) -> candidates.add(new Candidate(owner, chunk,
                        run.isKept(chunk.highestPlace()))));
            }
        }
        // What is on disk can come back: it goes first.
        candidates.sort(Comparator.comparing(Candidate::kept).reversed().thenComparingLong(Candidate::usedAt));
        for (Candidate candidate : candidates) {
            if (budget.excess() <= 0) {
                return;
            }
            budget.take(-candidate.series().cool(candidate.chunk()));
        }
    }

    private void forget(RunSeries run) {
        if (runs.remove(run.key(), run)) {
            run.all().forEach(Series::clear);
        }
    }

    private void keep() {
        try {
            journal = opening.get();
            opened.countDown();
            while (!closed) {
                Set<RunKey> load;
                Set<RunKey> readBack;
                boolean due;
                work.lockInterruptibly();
                try {
                    due = flushNow;
                    if (!due && toLoad.isEmpty() && toReadBack.isEmpty()) {
                        due = !called.await(FLUSH.toMillis(), TimeUnit.MILLISECONDS)
                                || flushNow;
                    }
                    load = Set.copyOf(toLoad);
                    toLoad.clear();
                    readBack = Set.copyOf(toReadBack);
                    toReadBack.clear();
                    flushNow = false;
                } finally {
                    work.unlock();
                }
                tick.incrementAndGet();
                flush(due);
                load.stream().map(runs::get).filter(Objects::nonNull).forEach(RunSeries::load);
                readBack.stream().map(runs::get).filter(Objects::nonNull).forEach(RunSeries::readBack);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Between two blocks that are read: writes what came if it is time to; whether to read on. On the store's own thread. */
    boolean goesOn() {
        flush(false);
        return !closed;
    }

    private synchronized void flush(boolean due) {
        long now = System.nanoTime();
        if (!due && now - flushedAt < FLUSH.toNanos()) {
            return;
        }
        flushedAt = now;
        List<SeenRun> news;
        work.lock();
        try {
            news = List.copyOf(heard.values());
            heard.clear();
        } finally {
            work.unlock();
        }
        news.forEach(journal::keep);
        List<RunSeries> written = new ArrayList<>();
        List<Segment> segments = new ArrayList<>();
        for (RunSeries run : runs.values()) {
            List<Segment> drained = run.drain();
            if (!drained.isEmpty()) {
                segments.addAll(drained);
                written.add(run);
            }
        }
        if (!segments.isEmpty()) {
            journal.write(segments, runs.keySet().stream().map(RunKey::runId).toList());
            written.forEach(RunSeries::kept);
        }
    }

    /** Writes what came and closes the journal. */
    @Override
    public void close() {
        closed = true;
        call(() -> flushNow = true);
        try {
            keeper.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        flush(true);
        journal.close();
    }

    private record Candidate(Series series, Chunk chunk, boolean kept) {
        long usedAt() {
            return chunk.usedAt();
        }
    }
}
