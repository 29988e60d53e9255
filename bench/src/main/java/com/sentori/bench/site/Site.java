package com.sentori.bench.site;

import com.sentori.sandbox.processes.EcsCommand;
import com.sentori.sandbox.processes.Ports;
import com.sentori.sandbox.stores.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the measurements are made: a folder that is deleted at the end, and in it PostgreSQL with {@code fsync} and
 * {@code synchronous_commit} on, in processes of its own. Not thread-safe.
 */
public final class Site implements AutoCloseable {
    private final Path home;
    private final Path folder;
    private final EcsCommand ecs;
    private final Ports ports = new Ports();
    private final Postgres postgres;
    private final boolean quick;
    private final Map<OldRuns, String> databases = new HashMap<>();
    private final Map<Served, EcsProcess> servers = new LinkedHashMap<>();
    private int made;

    /**
     * Starts PostgreSQL.
     *
     * @param home the folder of the checkout, which holds what was built
     * @param quick whether measurements share their servers, which are not compiled to the full: each finds what the one before left
     */
    public Site(Path home, boolean quick) throws IOException {
        this.home = home;
        this.quick = quick;
        this.folder = Files.createTempDirectory(Files.createDirectories(home.resolve("target")), "bench-");
        this.ecs = new EcsCommand(home.resolve("sandbox/target/server-ecs"));
        this.postgres = new Postgres(folder.resolve("postgres"), ports.free());
    }

    /**
     * Before a measurement: servers of its own, or those of the one before without a run, and a PostgreSQL that has written what
     * it had in memory.
     */
    public void settle() throws SQLException, IOException, InterruptedException {
        if (quick) {
            for (EcsProcess server : servers.values()) {
                server.interruptAll();
            }
        } else {
            stop();
        }
        try (Connection connection = connect(postgres.jdbcUrl()); Statement sql = connection.createStatement()) {
            sql.execute("CHECKPOINT");
        }
    }

    /** The product's server on a database that holds such runs. It is stopped by this site. */
    public EcsProcess server(OldRuns runs) throws SQLException, IOException, InterruptedException {
        Served wanted = new Served(runs, "com.sentori.ecs.EcsServer");
        boolean filled = databases.containsKey(runs);
        EcsProcess server = server(wanted);
        if (!filled && runs.runs() > 0) {
            server.await(); // it makes the tables
            try (Connection connection = connect(runs)) {
                runs.into(connection);
            }
        }
        return server;
    }

    /** The product's server with another main class, of this module, on the empty database. It is stopped by this site. */
    public EcsProcess server(Class<?> main) throws SQLException, IOException, InterruptedException {
        return server(new Served(OldRuns.NONE, main.getName()));
    }

    /** A connection to the database of a server. */
    public Connection connect(OldRuns runs) throws SQLException {
        return connect(database(runs));
    }

    private EcsProcess server(Served wanted) throws SQLException, IOException, InterruptedException {
        EcsProcess running = servers.get(wanted);
        if (running == null) {
            archive();
            running = start(ecs.using(flags(), Built.jar(home, "bench"), wanted.main()), database(wanted.runs()));
            servers.put(wanted, running);
        }
        return running;
    }

    /** All are measured with the archive of a server's classes: without it, a start takes longer than many a measurement. */
    private void archive() throws SQLException, IOException, InterruptedException {
        if (!ecs.archived()) {
            System.err.println("Starting server-ecs once after the build, so that it starts sooner …");
            try (EcsProcess once = start(ecs.archiving(), database(OldRuns.NONE))) {
                once.await();
            }
        }
    }

    private EcsProcess start(List<String> command, String database) throws IOException {
        return new EcsProcess(command, folder, database, postgres.user(), ports.free(), ports.free());
    }

    /** Where they are shared they are compiled by the quick compiler alone: that starts sooner, and is warm within a second. */
    private List<String> flags() {
        return List.of(quick ? "-XX:TieredStopAtLevel=1" : "-XX:TieredStopAtLevel=4");
    }

    private String database(OldRuns runs) throws SQLException {
        String known = databases.get(runs);
        if (known != null) {
            return known;
        }
        String name = "bench_" + ++made;
        try (Connection connection = connect(postgres.jdbcUrl()); Statement sql = connection.createStatement()) {
            sql.execute("CREATE DATABASE " + name);
        }
        String database = postgres.jdbcUrl().replaceFirst("/[a-z]+$", "/" + name);
        databases.put(runs, database);
        return database;
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(database, postgres.user(), "");
    }

    private void stop() throws IOException {
        for (EcsProcess server : servers.values()) {
            server.end(); // all at once, which takes as long as one
        }
        for (EcsProcess server : servers.values()) {
            server.close();
        }
        servers.clear();
        databases.clear();
    }

    /** For the files of a measurement. */
    public Path folder() {
        return folder;
    }

    /** The functions as Lambda takes them. */
    public Path lambdaArchive() throws IOException {
        return Built.file(home, "server-lambda", "server-lambda-.*-lambda\\.zip");
    }

    @Override
    public void close() throws IOException {
        stop();
        postgres.close();
        ports.close();
        Scratch.delete(folder);
    }

    private record Served(OldRuns runs, String main) {}
}
