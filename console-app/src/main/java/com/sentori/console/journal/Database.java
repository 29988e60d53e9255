package com.sentori.console.journal;

import com.sentori.contract.json.Json;
import com.sentori.contract.runs.Run;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import tools.jackson.core.JacksonException;

/**
 * The file: one connection that writes and one that reads, which in WAL mode do not wait for each other. A commit is in the operating system's hands when it
 * returns: a killed console loses none, a power cut may lose the last ones, and neither damages the file. Thread-safe.
 */
final class Database implements AutoCloseable {
    private static final int VERSION = 1;
    private static final String ADDRESS = "jdbc:sqlite:";

    private final Path file;
    private final Connection writing;
    private final Connection reading;

    private Database(Path file, Connection writing, Connection reading) {
        this.file = file;
        this.writing = writing;
        this.reading = reading;
    }

    /** Opens it, and reads all that would tell of damage at a price that does not grow with the readings. A damaged one is not written to. */
    static Database open(Path file) throws SQLException {
        if (Files.exists(file)) {
            try (Database there = new Database(file, readOnly(file))) {
                if (there.hasTables()) {
                    there.probe();
                }
            }
        }
        Connection writing = connect(file);
        try {
            writing.setAutoCommit(true);
            execute(writing, "PRAGMA auto_vacuum = INCREMENTAL");
            execute(writing, "PRAGMA journal_mode = WAL");
            execute(writing, "PRAGMA synchronous = NORMAL");
            for (String statement : schema().split(";", -1)) {
                if (!statement.isBlank()) {
                    execute(writing, statement);
                }
            }
            execute(writing, "PRAGMA user_version = " + VERSION);
            return new Database(file, writing, connect(file));
        } catch (SQLException e) {
            writing.close();
            throw e;
        }
    }

    /** Opens it to be read alone, also while another console writes it. */
    static Database openForReading(Path file) throws SQLException {
        Connection one = connect(file);
        try {
            execute(one, "PRAGMA query_only = ON");
            if (scalar(one, "PRAGMA user_version") != VERSION) {
                throw new SQLException("It was written by another version of the console.");
            }
            return new Database(file, one, one);
        } catch (SQLException e) {
            one.close();
            throw e;
        }
    }

    /**
     * Opens one that is damaged, or that a newer console has written, to read what can be read.
     *
     * @throws SQLException if not even the runs can
     */
    static Database openDamaged(Path file) throws SQLException {
        Database database = new Database(file, readOnly(file));
        try {
            database.runs();
            return database;
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    /** Whether the whole file is sound, by SQLite's own check; its price grows with the file. Nothing is written. */
    static boolean isSound(Path file) throws SQLException {
        try (Database database = new Database(file, readOnly(file));
                Statement statement = database.reading.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
            return row.next() && "ok".equals(row.getString(1));
        }
    }

    private Database(Path file, Connection both) {
        this(file, both, both);
    }

    private static Connection readOnly(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return prepared(config.createConnection(ADDRESS + file));
    }

    private boolean hasTables() throws SQLException {
        return scalar(reading, "SELECT count(*) FROM sqlite_master") > 0;
    }

    private void probe() throws SQLException {
        if (scalar(reading, "PRAGMA user_version") > VERSION) {
            throw new SQLException("It was written by a newer console.");
        }
        scalar(reading, "SELECT count(*) FROM series");
        scalar(reading, "SELECT count(*) FROM block INDEXED BY block_of_run");
        runs();
    }

    private static Connection connect(Path file) throws SQLException {
        return prepared(DriverManager.getConnection(ADDRESS + file));
    }

    private static Connection prepared(Connection connection) throws SQLException {
        try {
            execute(connection, "PRAGMA busy_timeout = 5000");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static String schema() {
        try (InputStream in = Objects.requireNonNull(Database.class.getResourceAsStream("schema.sql"), "schema.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the schema comes with the program", e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long scalar(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** On disk, with what is not yet merged into the file. */
    long bytes() {
        long bytes = 0;
        for (String suffix : List.of("", "-wal")) {
            try {
                bytes += Files.size(file.resolveSibling(file.getFileName() + suffix));
            } catch (IOException e) {
                // It is not there.
            }
        }
        return bytes;
    }

    void write(List<Segment> segments, long now) throws SQLException {
        synchronized (writing) {
            inOne(() -> {
                for (Segment segment : segments) {
                    write(segment, now);
                }
            });
        }
    }

    private void write(Segment segment, long now) throws SQLException {
        long run = idOf(segment.store(), segment.runId(), now);
        long known = scalar(writing, "SELECT count(*) FROM series WHERE run = " + run);
        try (PreparedStatement insert = writing
                .prepareStatement("INSERT INTO series (run, number, sensor_id, type) VALUES (?, ?, ?, ?)")) {
            for (int number = (int) known; number < segment.series().size(); number++) {
                insert.setLong(1, run);
                insert.setInt(2, number);
                insert.setString(3, segment.series().get(number).sensorId());
                insert.setString(4, segment.series().get(number).type());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        byte[] packed = Packing.pack(segment.arrivals());
        try (PreparedStatement insert = writing.prepareStatement(
                "INSERT INTO block (run, after, last, from_time, to_time, cursor, complete, checksum, data) "
                        + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, run);
            insert.setLong(2, segment.after());
            insert.setLong(3, segment.last());
            insert.setLong(4, segment.arrivals().firstTime());
            insert.setLong(5, segment.arrivals().lastTime());
            insert.setString(6, segment.cursor());
            insert.setBoolean(7, segment.complete());
            insert.setLong(8, Packing.checksum(packed));
            insert.setBytes(9, packed);
            insert.executeUpdate();
        }
    }

    void keep(SeenRun seen, long now) throws SQLException {
        synchronized (writing) {
            inOne(() -> {
                long run = idOf(seen.store(), seen.run().id(), now);
                try (PreparedStatement update = writing
                        .prepareStatement("UPDATE run SET backend = ?, json = ?, seen_at = ? WHERE id = ?")) {
                    update.setString(1, seen.backend());
                    update.setBytes(2, Json.bytes(seen.run()));
                    update.setLong(3, now);
                    update.setLong(4, run);
                    update.executeUpdate();
                }
            });
        }
    }

    private long idOf(String store, String runId, long now) throws SQLException {
        try (PreparedStatement insert = writing.prepareStatement(
                "INSERT INTO run (store, run_id, seen_at) VALUES (?, ?, ?) ON CONFLICT (store, run_id) "
                        + "DO UPDATE SET seen_at = excluded.seen_at RETURNING id")) {
            insert.setString(1, store);
            insert.setString(2, runId);
            insert.setLong(3, now);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void inOne(Work work) throws SQLException {
        writing.setAutoCommit(false);
        try {
            work.run();
            writing.commit();
        } catch (SQLException e) {
            writing.rollback();
            throw e;
        } finally {
            writing.setAutoCommit(true);
        }
    }

    /** Lets the runs go that were seen longest ago, until there is room again. */
    void makeRoom(long limit, List<String> inUse) throws SQLException {
        synchronized (writing) {
            while (used() > limit) {
                long oldest = oldest(inUse);
                if (oldest == 0) {
                    return;
                }
                inOne(() -> {
                    execute(writing, "DELETE FROM block WHERE run = " + oldest);
                    execute(writing, "DELETE FROM series WHERE run = " + oldest);
                    execute(writing, "DELETE FROM run WHERE id = " + oldest);
                });
                execute(writing, "PRAGMA incremental_vacuum");
            }
        }
    }

    private long used() throws SQLException {
        return (scalar(writing, "PRAGMA page_count") - scalar(writing, "PRAGMA freelist_count"))
                * scalar(writing, "PRAGMA page_size");
    }

    private long oldest(List<String> inUse) throws SQLException {
        try (Statement statement = writing.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, run_id FROM run ORDER BY seen_at, id")) {
            while (row.next()) {
                if (!inUse.contains(row.getString(2))) {
                    return row.getLong(1);
                }
            }
            return 0;
        }
    }

    List<SeenRun> runs() throws SQLException {
        List<SeenRun> runs = new ArrayList<>();
        synchronized (reading) {
            try (Statement statement = reading.createStatement();
                    ResultSet row = statement
                            .executeQuery("SELECT store, backend, json FROM run WHERE json IS NOT NULL")) {
                while (row.next()) {
                    Run run = run(row.getBytes(3));
                    if (run != null) {
                        runs.add(new SeenRun(row.getString(1), row.getString(2), run));
                    }
                }
            }
        }
        runs.sort((a, b) -> b.run().startedAt().compareTo(a.run().startedAt()));
        return runs;
    }

    private static @Nullable Run run(byte[] json) {
        try {
            return Json.read(json, Run.class);
        } catch (JacksonException | NullPointerException e) {
            // Of another version of the console: its readings are there all the same.
            return null;
        }
    }

    boolean has(String store, String runId) throws SQLException {
        synchronized (reading) {
            try (PreparedStatement query = reading.prepareStatement(
                    "SELECT 1 FROM block WHERE run = (SELECT id FROM run WHERE store = ? AND run_id = ?) LIMIT 1")) {
                query.setString(1, store);
                query.setString(2, runId);
                try (ResultSet row = query.executeQuery()) {
                    return row.next();
                }
            }
        }
    }

    /** Reads until the taker has enough; whether all that was read is sound. */
    boolean read(String store, String runId, long from, long to, Predicate<Segment> taker) throws SQLException {
        boolean whole = true;
        List<Segment.Name> names = names(store, runId);
        long behind = -1;
        Kept kept = next(store, runId, from, to, behind);
        boolean goesOn = true;
        while (kept != null && goesOn) {
            try {
                Arrivals arrivals = Packing.unpack(kept.data(), kept.checksum());
                if (arrivals.highestSeries() >= names.size()) {
                    throw new IOException("A block has readings of a series that has no name.");
                }
                goesOn = taker.test(new Segment(store, runId, kept.after(), kept.last(), kept.cursor(),
                        kept.complete(), names, arrivals));
            } catch (IOException damaged) {
                whole = false;
            }
            behind = kept.id();
            kept = goesOn ? next(store, runId, from, to, behind) : null;
        }
        return whole;
    }

    private List<Segment.Name> names(String store, String runId) throws SQLException {
        List<Segment.Name> names = new ArrayList<>();
        synchronized (reading) {
            try (PreparedStatement query = reading.prepareStatement("SELECT sensor_id, type FROM series "
                    + "WHERE run = (SELECT id FROM run WHERE store = ? AND run_id = ?) ORDER BY number")) {
                query.setString(1, store);
                query.setString(2, runId);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        names.add(new Segment.Name(row.getString(1), row.getString(2)));
                    }
                }
            }
        }
        return names;
    }

    /** One block at a time: the lock is not held while somebody works with it. */
    private @Nullable Kept next(String store, String runId, long from, long to, long behind) throws SQLException {
        synchronized (reading) {
            try (PreparedStatement query = reading
                    .prepareStatement("SELECT id, after, last, cursor, complete, checksum, data FROM block "
                            + "WHERE run = (SELECT id FROM run WHERE store = ? AND run_id = ?) "
                            + "AND id > ? AND from_time <= ? AND to_time >= ? ORDER BY id LIMIT 1")) {
                query.setString(1, store);
                query.setString(2, runId);
                query.setLong(3, behind);
                query.setLong(4, to);
                query.setLong(5, from);
                try (ResultSet row = query.executeQuery()) {
                    return row.next()
                            ? new Kept(row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4),
                                    row.getBoolean(5), row.getLong(6), row.getBytes(7))
                            : null;
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            synchronized (reading) {
                reading.close();
            }
            synchronized (writing) {
                writing.close();
            }
        } catch (SQLException e) {
            // All that was committed is there.
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    @SuppressWarnings("ArrayRecordComponent") // bytes are handed through, never compared
    private record Kept(long id, long after, long last, @Nullable String cursor, boolean complete, long checksum,
            byte[] data) {}
}
