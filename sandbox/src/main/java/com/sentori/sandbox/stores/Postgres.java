package com.sentori.sandbox.stores;

import com.sentori.sandbox.processes.Backoff;
import com.sentori.sandbox.processes.Processes;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL 18 on a folder, on loopback, durable: {@code fsync} and {@code synchronous_commit} are on. It trusts
 * who reaches it, which is this machine alone. Started again on the same port, with a growing pause, if it ends without
 * being asked to. Thread-safe.
 */
public final class Postgres implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);

    private final Path folder;
    private final int port;
    private final Backoff backoff = new Backoff();
    private final Object lock = new Object();
    private @Nullable EmbeddedPostgres server;
    private final CountDownLatch ending = new CountDownLatch(1);

    /**
     * Starts it; ends first what an earlier sandbox left running on the folder.
     *
     * @throws IOException if it does not start
     */
    public Postgres(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        stopOrphan();
        if (!Files.exists(initialised())) {
            // Nobody has used it: an earlier sandbox was killed while the folder was being made.
            delete(folder);
        }
        Files.createDirectories(folder);
        start();
        Files.writeString(initialised(), "The folder 'postgres' was made completely.\n");
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
            ProcessHandle postmaster = running().orElseThrow(() -> new IOException("PostgreSQL ended at once: see "
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
            server.close();
            server = null;
        }
    }

    private void stopOrphan() throws IOException {
        Optional<ProcessHandle> orphan = running();
        if (orphan.isPresent()) {
            Processes.stopOrphan("PostgreSQL", orphan.get());
        }
        // PostgreSQL would not start if any process, perhaps a stranger, had the id that stands there.
        Files.deleteIfExists(postmasterPid());
    }

    /** The process that PostgreSQL itself notes in its folder: id, folder, start in seconds, … one per line. */
    private Optional<ProcessHandle> running() throws IOException {
        if (!Files.exists(postmasterPid())) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(postmasterPid());
        if (lines.size() < 3 || !lines.get(0).strip().matches("[0-9]{1,18}")
                || !lines.get(2).strip().matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return Processes.find(Long.parseLong(lines.get(0).strip()),
                Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip())),
                program -> program.matches("(?i).*[/\\\\]postgres(\\.exe)?( \\(deleted\\))?"));
    }

    private Path postmasterPid() {
        return folder.resolve("postmaster.pid");
    }

    private Path initialised() {
        return folder.resolveSibling("postgres.initialised");
    }

    private Path log() {
        return folder.resolveSibling("postgres.log");
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            inside.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
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
