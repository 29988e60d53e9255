package com.sentori.console.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records in a folder, numbered from 1: appended at one end, each durable before {@link #append} returns, and taken at the other, each
 * once and in order. Several may be taken before the first of them is acknowledged; those that are not when the spool is closed are taken
 * again from the next one. Files whose records are all acknowledged are deleted. What was not written to its end, because the machine
 * failed meanwhile, was never taken, and is cut off at the next start.
 *
 * <p>
 * One thread appends, another takes, any acknowledges; memory holds one record of each, and the places of those that were taken.
 */
public final class Spool implements AutoCloseable {
    /** A file of records is closed at this size. */
    static final long SEGMENT_BYTES = 4 << 20;

    private final Path folder;
    private final long maxBytes;
    private final Mark mark;
    private final Deque<Segment> segments = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition appended = lock.newCondition();
    private long lastAppended;
    private long acknowledged;
    /** Where the first record begins that is not acknowledged. */
    private long headAt;
    /** Of the records that were taken and are not acknowledged, in order. */
    private final Deque<Place> taken = new ArrayDeque<>();
    private byte @Nullable [] newest;
    private boolean ended;

    /**
     * Opens what a folder holds; nothing if it is new.
     *
     * @param maxBytes the most that may wait for its acknowledgement
     * @throws DamagedSpoolException if it holds something else than was written
     */
    public Spool(Path folder, long maxBytes) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.maxBytes = maxBytes;
        this.mark = new Mark(folder);
        try {
            recover();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void recover() throws IOException {
        acknowledged = mark.get();
        List<Long> firsts;
        try (Stream<Path> files = Files.list(folder)) {
            firsts = files.map(Segment::first).filter(first -> first > 0).sorted().toList();
        }
        long number = firsts.isEmpty() ? 1 : firsts.getFirst();
        acknowledged = Math.max(acknowledged, number - 1);
        for (int i = 0; i < firsts.size(); i++) {
            if (firsts.get(i) != number) {
                throw new DamagedSpoolException("The spool " + folder + " lacks its records from " + number + " to "
                        + (firsts.get(i) - 1) + ".");
            }
            Segment segment = Segment.open(folder, number);
            segments.add(segment);
            number = scan(segment, i == firsts.size() - 1);
        }
        lastAppended = number - 1;
        // Those that a stop kept from being deleted.
        while (segments.size() > 1 && firsts.get(firsts.size() - segments.size() + 1) <= acknowledged + 1) {
            drop();
        }
        if (acknowledged > lastAppended) {
            throw new DamagedSpoolException("The spool " + folder + " lacks its records up to " + acknowledged + ".");
        }
    }

    /** The number after its last record. */
    private long scan(Segment segment, boolean last) throws IOException {
        long number = segment.first();
        long at = 0;
        for (byte[] record = segment.read(at, number); record != null; record = segment.read(at, number)) {
            if (number == acknowledged + 1) {
                headAt = at;
            }
            newest = record;
            at = Segment.after(at, record);
            number++;
        }
        if (number == acknowledged + 1) {
            headAt = at;
        }
        if (!last && at < segment.size()) {
            throw new DamagedSpoolException("The spool file " + segment.file() + " is damaged at byte " + at + ".");
        }
        if (last) {
            segment.cutAt(at, number);
        }
        return number;
    }

    /** The record that was appended last before the spool was opened; null if there is none. */
    public byte @Nullable [] newest() {
        return newest;
    }

    /** Appends a record; it is durable when this returns. */
    public void append(byte[] content) throws IOException {
        if (content.length > Segment.MAX_RECORD) {
            throw new IOException("A record of " + content.length + " bytes is too large for the spool.");
        }
        Segment current;
        lock.lock();
        try {
            if (bytes() + content.length > maxBytes) {
                throw new IOException("The spool " + folder + " is full: " + maxBytes / 1024 / 1024
                        + " MiB wait for their acknowledgement.");
            }
            current = segments.peekLast();
            if (current == null || current.size() >= SEGMENT_BYTES) {
                current = Segment.open(folder, lastAppended + 1);
                segments.add(current);
            }
        } finally {
            lock.unlock();
        }
        current.append(lastAppended + 1, content);
        lock.lock();
        try {
            lastAppended++;
            appended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Says that nothing more is appended. */
    public void end() {
        lock.lock();
        try {
            ended = true;
            appended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The first record that was not taken yet. Waits until there is one.
     *
     * @return null if there is none and none will come
     */
    public byte @Nullable [] take() throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!hasNext()) {
                if (ended) {
                    return null;
                }
                appended.await();
            }
            Found next = next();
            taken.addLast(next.place);
            return next.record;
        } finally {
            lock.unlock();
        }
    }

    /** The same without taking it; there must be one. */
    public byte[] peek() throws IOException {
        lock.lock();
        try {
            return next().record;
        } finally {
            lock.unlock();
        }
    }

    /** Whether a record is there that was not taken yet. Any thread. */
    public boolean hasNext() {
        lock.lock();
        try {
            return lastAppended > acknowledged + taken.size();
        } finally {
            lock.unlock();
        }
    }

    private Found next() throws IOException {
        long number = acknowledged + taken.size() + 1;
        Place before = taken.peekLast();
        Segment segment = before == null ? segments.getFirst() : before.segment;
        long at = before == null ? headAt : before.end;
        byte[] record = segment.read(at, number);
        if (record == null) {
            // The first of a further file; that one is named by it.
            segment = segments.stream().filter(one -> one.first() == number).findFirst().orElse(segment);
            at = 0;
            record = segment.first() == number ? segment.read(at, number) : null;
        }
        if (record == null) {
            throw new DamagedSpoolException("The spool " + folder + " lacks its record " + number + ".");
        }
        return new Found(new Place(segment, Segment.after(at, record)), record);
    }

    /** Acknowledges the first of the records that were taken and are not acknowledged. */
    public void acknowledge() throws IOException {
        lock.lock();
        try {
            Place first = taken.pollFirst();
            if (first == null) {
                throw new IllegalStateException("nothing was taken");
            }
            headAt = first.end;
            acknowledged++;
            mark.set(acknowledged);
            while (segments.getFirst() != first.segment) {
                drop();
            }
            // The last one stays: its name tells the number to go on with.
            if (segments.size() > 1 && headAt >= first.segment.size()) {
                drop();
                headAt = 0;
            }
        } finally {
            lock.unlock();
        }
    }

    private void drop() throws IOException {
        Segment done = segments.removeFirst();
        done.close();
        Files.deleteIfExists(done.file());
    }

    /** Whether everything that was appended is acknowledged. */
    public boolean isDrained() {
        lock.lock();
        try {
            return lastAppended == acknowledged;
        } finally {
            lock.unlock();
        }
    }

    /** What its files take. */
    public long bytes() throws IOException {
        lock.lock();
        try {
            long sum = 0;
            for (Segment segment : segments) {
                sum += segment.size();
            }
            return sum;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            ended = true;
            appended.signalAll();
            for (Segment segment : segments) {
                segment.close();
            }
            segments.clear();
            mark.close();
        } finally {
            lock.unlock();
        }
    }

    /** Where a record ends, and so the next one begins. */
    private record Place(Segment segment, long end) {}

    private static final class Found {
        private final Place place;
        private final byte[] record;

        Found(Place place, byte[] record) {
            this.place = place;
            this.record = record;
        }
    }
}
