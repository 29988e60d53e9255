package com.sentori.console.runs;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The batches of a run that are under way at once, oldest first: at most {@value #MOST} with {@value #MOST_READINGS} readings, and of
 * each sensor those of one batch, so that whichever comes back first, a sensor's readings are stored in their order. While one of them has
 * failed and is sent again, no further one enters. Thread-safe.
 */
final class Window {
    static final int MOST = 8;
    static final int MOST_READINGS = 10_000;

    private final Acknowledged acknowledged;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Set<String> sensors = new HashSet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int underWay;
    private int readings;
    /** Read without the lock, which is held while the disk takes an acknowledgement. */
    private final AtomicLong stored = new AtomicLong();
    private volatile OptionalLong oldestNanos = OptionalLong.empty();
    private int failing;
    private boolean waits;
    private boolean closed;
    private boolean over;

    /**
     * An empty one.
     *
     * @param acknowledged called for each batch when it and all before it were stored, in order, one call after another
     */
    Window(Acknowledged acknowledged) {
        this.acknowledged = acknowledged;
    }

    /**
     * Waits until a batch may be sent.
     *
     * @return false if it never will be, because the window was closed
     */
    boolean enter(Batch batch) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            waits = true;
            while (!closed && !isRoomFor(batch)) {
                changed.await();
            }
            waits = false;
            if (!closed) {
                entries.add(new Entry(batch));
                batch.items().forEach(item -> sensors.add(item.reading().sensorId()));
                readings += batch.items().size();
                underWay++;
                lookForTheOldest();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private boolean isRoomFor(Batch batch) {
        return entries.isEmpty() || (failing == 0 && entries.size() < MOST
                && readings + batch.items().size() <= MOST_READINGS
                && batch.items().stream().noneMatch(item -> sensors.contains(item.reading().sensorId())));
    }

    /** Whether a batch waits for room. */
    boolean isFull() {
        lock.lock();
        try {
            return waits;
        } finally {
            lock.unlock();
        }
    }

    /** Says that a batch has failed and is sent again. */
    void fail(Batch batch) {
        lock.lock();
        try {
            Entry entry = entry(batch);
            failing += entry.failed ? 0 : 1;
            entry.failed = true;
        } finally {
            lock.unlock();
        }
    }

    /** Whether a batch has failed and is sent again. */
    boolean isFailing() {
        lock.lock();
        try {
            return failing > 0;
        } finally {
            lock.unlock();
        }
    }

    /** How many readings have left. */
    long stored() {
        return stored.get();
    }

    /** When the oldest reading under way left its sensor; empty if none is under way. */
    OptionalLong oldestNanos() {
        return oldestNanos;
    }

    private void lookForTheOldest() {
        Entry oldest = entries.peek();
        oldestNanos = oldest == null || over
                ? OptionalLong.empty()
                : OptionalLong.of(oldest.batch.items().getFirst().emission().nanos());
    }

    /** Takes out a batch that was stored. */
    void leave(Batch batch) throws IOException {
        lock.lock();
        try {
            if (over) {
                return;
            }
            Entry entry = entry(batch);
            failing -= entry.failed ? 1 : 0;
            entry.stored = true;
            batch.items().forEach(item -> sensors.remove(item.reading().sensorId()));
            readings -= batch.items().size();
            stored.addAndGet(batch.items().size());
            underWay--;
            for (Entry oldest = entries.peek(); oldest != null && oldest.stored; oldest = entries.peek()) {
                entries.remove();
                acknowledged.take(oldest.batch);
            }
            lookForTheOldest();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Entry entry(Batch batch) {
        return entries.stream().filter(entry -> entry.batch.first() == batch.first()).findFirst().orElseThrow();
    }

    /** Lets nothing in any more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nothing is under way; once it is closed, so long at most, and whatever is stored later is not counted. */
    void drain(Duration lastWord) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (underWay > 0 && !closed) {
                changed.await();
            }
            long left = lastWord.toNanos();
            while (underWay > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
            over = true;
            lookForTheOldest();
        } finally {
            lock.unlock();
        }
    }

    /** Takes batches as they are acknowledged. */
    interface Acknowledged {
        /** The next one. */
        void take(Batch batch) throws IOException;
    }

    private static final class Entry {
        private final Batch batch;
        private boolean failed;
        private boolean stored;

        Entry(Batch batch) {
            this.batch = batch;
        }
    }
}
