package com.sentori.console.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The journal of a console in a folder. Never fails at the start: where it cannot be used, {@link #state} says why, and the console works without it. A journal
 * that is damaged is read, but not written; one of which nothing can be read is set aside at the start. Thread-safe; calls wait for the disk.
 */
public final class Journal implements AutoCloseable {
    /** The most bytes on disk, where nobody says otherwise: about 200 million readings. */
    public static final long STANDARD_LIMIT = 2L << 30;

    private static final String FILE = "readings.db";

    private final @Nullable Path file;
    private final long limit;
    private final Clock clock;
    private final @Nullable FileChannel lockFile;
    private volatile @Nullable Database database;
    private volatile Standing standing;
    private volatile long bytes;

    private Journal(@Nullable Path file, long limit, Clock clock, @Nullable FileChannel lockFile, Standing standing) {
        this.file = file;
        this.limit = limit;
        this.clock = clock;
        this.lockFile = lockFile;
        this.standing = standing;
    }

    /** Keeps nothing. */
    public static Journal none() {
        return new Journal(null, 0, Clock.systemUTC(), null, Standing.OFF);
    }

    /**
     * Opens the one in a folder, which is made if it is not there.
     *
     * @param limit the most bytes on disk; beyond them the oldest runs go
     */
    public static Journal open(Path folder, long limit, Clock clock) {
        FileChannel lockFile = null;
        try {
            Files.createDirectories(folder);
            lockFile = FileChannel.open(folder.resolve("readings.lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (!isMine(lockFile)) {
                lockFile.close();
                return new Journal(null, limit, clock, null, Standing.ELSEWHERE);
            }
            return open(folder.resolve(FILE), limit, clock, lockFile);
        } catch (IOException | SQLException e) {
            close(lockFile);
            return new Journal(null, limit, clock, null, Standing.UNUSABLE);
        }
    }

    /** Opens the one in a folder to be read alone, also while another console writes it; what holds nothing where there is none. */
    public static Journal reading(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return none();
        }
        Journal journal = new Journal(file, 0, Clock.systemUTC(), null, Standing.READ_ONLY);
        try {
            journal.database = Database.openForReading(file);
        } catch (SQLException e) {
            journal.standing = Standing.UNUSABLE;
        }
        return journal;
    }

    private static Journal open(Path file, long limit, Clock clock, FileChannel lockFile)
            throws IOException, SQLException {
        Journal journal = new Journal(file, limit, clock, lockFile, Standing.OPEN);
        try {
            journal.database = Database.open(file);
        } catch (SQLException damaged) {
            journal.useDamaged(file, clock);
        }
        Database open = journal.database;
        journal.bytes = open == null ? 0 : open.bytes();
        return journal;
    }

    private void useDamaged(Path damaged, Clock time) throws IOException, SQLException {
        try {
            database = Database.openDamaged(damaged);
            standing = Standing.READ_ONLY;
        } catch (SQLException unreadable) {
            setAside(damaged, time);
            database = Database.open(damaged);
            standing = Standing.SET_ASIDE;
        }
    }

    /** Looks at the one in a folder without changing it, also while a console uses it; its price grows with the file. */
    public static Finding inspect(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Finding.NONE;
        }
        try {
            return Database.isSound(file) ? Finding.SOUND : Finding.DAMAGED;
        } catch (SQLException e) {
            return Finding.DAMAGED;
        }
    }

    /** What a look at a journal finds. */
    public enum Finding {
        /** There is none. */
        NONE,
        /** All of it can be read. */
        SOUND,
        /** Some of it, or all, cannot be read. */
        DAMAGED
    }

    private static boolean isMine(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** What belongs to the database is moved with it: another database must not find it. */
    private static void setAside(Path file, Clock clock) throws IOException {
        for (String suffix : List.of("", "-wal", "-shm")) {
            Path part = file.resolveSibling(file.getFileName() + suffix);
            if (Files.exists(part)) {
                Files.move(part, file.resolveSibling("damaged-" + clock.millis() + "-" + FILE + suffix));
            }
        }
    }

    /** How it stands. Does not wait. */
    public State state() {
        return new State(standing, bytes, limit, file);
    }

    /** Whether what is written is kept. */
    public boolean isWritable() {
        return database != null && (standing == Standing.OPEN || standing == Standing.SET_ASIDE);
    }

    /**
     * Keeps these in one transaction, all or none.
     *
     * @param inUse runs that are not to give way when there is no room
     * @return whether they are kept
     */
    public boolean write(List<Segment> segments, List<String> inUse) {
        return change(open -> {
            open.write(segments, clock.millis());
            open.makeRoom(limit, inUse);
        });
    }

    /** Keeps how a run stands. */
    public void keep(SeenRun run) {
        change(open -> open.keep(run, clock.millis()));
    }

    private boolean change(Change change) {
        Database open = database;
        if (open == null || !isWritable()) {
            return false;
        }
        try {
            change.on(open);
            bytes = open.bytes();
            return true;
        } catch (SQLException e) {
            // Full disks and damaged files: what is there may still be read, and nothing more is risked.
            standing = Standing.READ_ONLY;
            return false;
        }
    }

    /** The runs that were seen, newest first. */
    public List<SeenRun> runs() {
        Database open = database;
        if (open == null) {
            return List.of();
        }
        try {
            return open.runs();
        } catch (SQLException e) {
            standing = Standing.READ_ONLY;
            return List.of();
        }
    }

    /**
     * Gives what is kept of a run between two times, a block at a time, in the order in which they were written. A damaged block is left out.
     *
     * @param from epoch milliseconds
     * @param to epoch milliseconds, included
     * @param taker takes a block; whether it wants more
     */
    public void read(String store, String runId, long from, long to, Predicate<Segment> taker) {
        Database open = database;
        if (open == null) {
            return;
        }
        try {
            if (!open.read(store, runId, from, to, taker)) {
                standing = Standing.READ_ONLY;
            }
        } catch (SQLException e) {
            standing = Standing.READ_ONLY;
        }
    }

    /** Whether any reading of a run is kept. */
    public boolean has(String store, String runId) {
        Database open = database;
        try {
            return open != null && open.has(store, runId);
        } catch (SQLException e) {
            standing = Standing.READ_ONLY;
            return false;
        }
    }

    @Override
    public void close() {
        Database open = database;
        database = null;
        if (open != null) {
            open.close();
        }
        close(lockFile);
    }

    private static void close(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // The lock ends with the process.
            }
        }
    }

    /** How a journal stands. */
    public enum Standing {
        /** In use. */
        OPEN,
        /** In use and new: the one before was damaged, and lies beside it. */
        SET_ASIDE,
        /** Read, but not written: it is damaged, or its disk is full. */
        READ_ONLY,
        /** Another console uses it: this one keeps nothing. */
        ELSEWHERE,
        /** The folder cannot be used: nothing is kept. */
        UNUSABLE,
        /** Nobody wants one. */
        OFF
    }

    /**
     * How a journal stands.
     *
     * @param bytes on disk
     * @param limit of these
     * @param file where it is; null without one
     */
    public record State(Standing standing, long bytes, long limit, @Nullable Path file) {}

    private interface Change {
        void on(Database open) throws SQLException;
    }
}
