package com.sentori.sandbox.stores;

import com.sentori.sandbox.processes.Backoff;
import com.sentori.sandbox.processes.Processes;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL 18 on a folder of its own, on loopback, durable: {@code fsync} and {@code synchronous_commit} are on. It trusts
 * who reaches it, which is this machine alone. Started again on the same port, with a growing pause, if it ends without
 * being asked to. Thread-safe.
 */
public final class Postgres implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration GONE = Duration.ofSeconds(2);

    private final Path root;
    private final Path folder;
    private final int port;
    private final Backoff backoff = new Backoff();
    private final Object lock = new Object();
    private final CountDownLatch ending = new CountDownLatch(1);
    private @Nullable EmbeddedPostgres server;

    /**
     * Starts it; ends first what an earlier sandbox left running.
     *
     * @param root where its folder is and its log
     * @throws IOException if it does not start
     */
    public Postgres(Path root, int port) throws IOException {
        this.root = Files.createDirectories(root);
        this.port = port;
        // The folder gets its name when it was made completely: making it may be killed, and go on by itself.
        boolean made = Files.exists(current());
        this.folder = root.resolve(made ? Files.readString(current()).strip() : UUID.randomUUID().toString());
        for (Path left : folders()) {
            stopOrphan(left);
            if (!left.equals(folder)) {
                delete(left);
            }
        }
        start();
        if (!made) {
            noteFolder();
        }
    }

    private void noteFolder() throws IOException {
        try {
            Path written = Files.writeString(root.resolve("current.new"), folder.getFileName() + "\n");
            Files.move(written, current(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Where its database is. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** Whom to log in as. */
    public String user() {
        return "postgres";
    }

    private void start() throws IOException {
        synchronized (lock) {
            if (ending.getCount() == 0) {
                return;
            }
            release();
            EmbeddedPostgres started = launch();
            server = started;
            long startedAt = System.nanoTime();
            ProcessHandle postmaster = running(folder)
                    .orElseThrow(() -> new IOException("PostgreSQL ended at once: see "
                            + log() + "."));
            Thread.ofVirtual().name("postgres-watch").start(() -> watch(postmaster, startedAt));
        }
    }

    private EmbeddedPostgres launch() throws IOException {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(START)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "100")
                    .setOutputRedirector(Redirect.appendTo(log().toFile()))
                    .setErrorRedirector(Redirect.appendTo(log().toFile()))
                    .start();
        } catch (RuntimeException e) {
            throw new IOException("PostgreSQL does not start on " + folder + ": see " + log() + ".", e);
        }
    }

    private void watch(ProcessHandle postmaster, long startedAt) {
        postmaster.onExit().join();
        long begun = startedAt;
        while (ending.getCount() > 0) {
            Duration pause = backoff.after(Duration.ofNanos(System.nanoTime() - begun));
            System.err.println("PostgreSQL ended by itself: it is started again in " + pause.toMillis() + " ms.");
            try {
                if (ending.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                begun = System.nanoTime();
                start();
                return;
            } catch (IOException e) {
                System.err.println(e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void release() throws IOException {
        if (server != null) {
            Optional<ProcessHandle> postmaster = running(folder);
            server.close();
            server = null;
            if (postmaster.isPresent()) {
                // It is reported as stopped shortly before it has gone.
                Processes.stop(postmaster.get(), GONE);
            }
        }
    }

    private static void stopOrphan(Path left) throws IOException {
        Optional<ProcessHandle> orphan = running(left);
        if (orphan.isPresent()) {
            Processes.stopOrphan("PostgreSQL", orphan.get());
        }
        // PostgreSQL would not start if any process, perhaps a stranger, had the id that stands there.
        Files.deleteIfExists(postmasterPid(left));
    }

    /** The process that PostgreSQL itself notes in its folder: id, folder, start in seconds, … one per line. */
    private static Optional<ProcessHandle> running(Path folder) throws IOException {
        if (!Files.exists(postmasterPid(folder))) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(postmasterPid(folder));
        if (lines.size() < 3 || !lines.get(0).strip().matches("[0-9]{1,18}")
                || !lines.get(2).strip().matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return Processes.find(Long.parseLong(lines.get(0).strip()),
                Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip())),
                program -> program.matches("(?i).*[/\\\\]postgres(\\.exe)?( \\(deleted\\))?"));
    }

    private static Path postmasterPid(Path folder) {
        return folder.resolve("postmaster.pid");
    }

    private Path current() {
        return root.resolve("current");
    }

    private Path log() {
        return root.resolve("postgres.log");
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> inside = Files.list(root)) {
            return inside.filter(Files::isDirectory).toList();
        }
    }

    /** As far as it goes: what is left is tried again at the next start. */
    private static void delete(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (DirectoryNotEmptyException | NoSuchFileException | UncheckedIOException e) {
            System.err.println("A folder that was never used cannot be removed yet: " + folder);
        }
    }

    /** Ends it; what was committed stays. */
    @Override
    public void close() throws IOException {
        ending.countDown();
        synchronized (lock) {
            release();
        }
    }
}
