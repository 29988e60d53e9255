package com.sentori.contract.stream;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.pages.Slice;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.Readings;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.Runs;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One run as it is watched on this server: a thread reads what is new, and keeps the last batches for the watchers. It asks the
 * store {@value #TICKS_A_SECOND} times a second while somebody watches: so it makes no difference which server took a reading,
 * and nothing is lost by a connection that broke. Thread-safe.
 */
final class Channel {
    private static final int TICKS_A_SECOND = 10;
    private static final Duration TICK = Duration.ofSeconds(1).dividedBy(TICKS_A_SECOND);
    private static final int RUN_EVERY = 3;
    private static final int PAGE = 5_000;
    private static final int KEPT_BATCHES = 64;
    private static final int KEPT_READINGS = 20_000;
    /** After so long without an answer of the store nobody may say that nothing is new. */
    private static final Duration STALE = Duration.ofSeconds(2);

    private final String runId;
    private final Runs runs;
    private final Readings readings;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Batch> kept = new ArrayDeque<>();
    private int keptReadings;
    private long next;
    private int watchers;
    private @Nullable String position;
    private @Nullable Run ended;
    private long heardAt = System.nanoTime();

    Channel(String runId, Runs runs, Readings readings, Clock clock) {
        this.runId = runId;
        this.runs = runs;
        this.readings = readings;
        this.clock = clock;
    }

    /** One more watches. */
    void enter() {
        lock.lock();
        try {
            watchers++;
        } finally {
            lock.unlock();
        }
    }

    /**
     * One less watches.
     *
     * @return whether it was the last
     */
    boolean leave() {
        lock.lock();
        try {
            watchers--;
            changed.signalAll();
            return watchers == 0;
        } finally {
            lock.unlock();
        }
    }

    /** Begins to read here, if it has not begun. */
    void begin(String at) {
        lock.lock();
        try {
            if (position == null) {
                position = at;
                Thread.ofVirtual().name("watch-" + runId).start(this::read);
            }
        } finally {
            lock.unlock();
        }
    }

    /** What came after a position, and the number of the batch that follows; null if the position is not at hand. */
    @Nullable
    Joined join(String at) {
        lock.lock();
        try {
            if (at.equals(position)) {
                return new Joined(List.of(), next);
            }
            for (Batch batch : kept) {
                List<Slice.Entry<Reading>> rest = batch.after(at);
                if (rest != null) {
                    return new Joined(rest, batch.number() + 1);
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /**
     * A place in the channel.
     *
     * @param rest readings up to the batch
     * @param batch number of the batch that follows
     */
    record Joined(List<Slice.Entry<Reading>> rest, long batch) {}

    /**
     * Waits for a batch.
     *
     * @return it; null if it has not come in time, or is not at hand any more
     */
    @Nullable
    Batch await(long number, Duration time) throws InterruptedException {
        long left = time.toNanos();
        lock.lockInterruptibly();
        try {
            while (next <= number && ended == null && left > 0) {
                left = changed.awaitNanos(left);
            }
            long first = next - kept.size();
            if (number < first || number >= next) {
                return null;
            }
            return kept.stream().skip(number - first).findFirst().orElse(null);
        } finally {
            lock.unlock();
        }
    }

    /** Whether a batch has come that is not kept any more. */
    boolean hasPassed(long number) {
        lock.lock();
        try {
            return number < next - kept.size();
        } finally {
            lock.unlock();
        }
    }

    /** The run, once it has ended and all its readings were read; null before. */
    @Nullable
    Run ended() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the store has answered lately. */
    boolean isFresh() {
        lock.lock();
        try {
            return System.nanoTime() - heardAt < STALE.toNanos();
        } finally {
            lock.unlock();
        }
    }

    private void read() {
        for (int tick = 0; goesOn(); tick++) {
            try {
                Run run = tick % RUN_EVERY == 0 ? runs.find(runId).orElse(null) : null;
                readNew();
                // Found before the last reading was read: nothing can come after it.
                if (run != null && !run.isRunning()) {
                    end(run);
                }
            } catch (ContractException notNow) {
                // The watchers see that no heartbeat comes; the next tick tries again.
            }
        }
    }

    private boolean goesOn() {
        lock.lock();
        try {
            if (watchers > 0 && ended == null) {
                long deadline = System.nanoTime() + TICK.toNanos();
                long left = TICK.toNanos();
                while (left > 0 && watchers > 0) {
                    left = changed.awaitNanos(Math.max(1, deadline - System.nanoTime())) <= 0
                            ? 0
                            : deadline - System.nanoTime();
                }
            }
            return watchers > 0 && ended == null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void readNew() {
        boolean more = true;
        while (more) {
            String from = position();
            Slice<Reading> slice = readings.tail(runId, from, PAGE);
            lock.lock();
            try {
                heardAt = System.nanoTime();
                position = slice.lastPosition(from);
                if (!slice.entries().isEmpty()) {
                    keep(from, slice.entries());
                    changed.signalAll();
                }
            } finally {
                lock.unlock();
            }
            more = slice.resume() != null;
        }
    }

    private String position() {
        lock.lock();
        try {
            return position == null ? "" : position;
        } finally {
            lock.unlock();
        }
    }

    private void keep(String from, List<Slice.Entry<Reading>> entries) {
        kept.add(new Batch(next++, from, entries, Events.readings(runId, entries, clock.instant())));
        keptReadings += entries.size();
        while (kept.size() > KEPT_BATCHES || (keptReadings > KEPT_READINGS && kept.size() > 1)) {
            keptReadings -= kept.removeFirst().entries().size();
        }
    }

    private void end(Run run) {
        lock.lock();
        try {
            ended = run;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
