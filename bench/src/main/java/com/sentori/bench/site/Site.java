package com.sentori.bench.site;

import com.sentori.sandbox.processes.Ports;
import com.sentori.sandbox.stores.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the measurements are made: a folder that is deleted at the end, and in it PostgreSQL with {@code fsync} and
 * {@code synchronous_commit} on, in processes of its own. Not thread-safe.
 */
public final class Site implements AutoCloseable {
    private final Path home;
    private final Path folder;
    private final Ports ports = new Ports();
    private final Postgres postgres;
    private int databases;

    /**
     * Starts PostgreSQL.
     *
     * @param home the folder of the checkout, which holds what was built
     */
    public Site(Path home) throws IOException {
        this.home = home;
        this.folder = Files.createTempDirectory(Files.createDirectories(home.resolve("target")), "bench-");
        this.postgres = new Postgres(folder.resolve("postgres"), ports.free());
    }

    /** A database of its own; a server that starts on it makes the tables. */
    public String database() throws SQLException {
        String name = "bench_" + ++databases;
        try (Connection connection = connect(postgres.jdbcUrl()); Statement sql = connection.createStatement()) {
            sql.execute("CREATE DATABASE " + name);
        }
        return postgres.jdbcUrl().replaceFirst("/[a-z]+$", "/" + name);
    }

    /** A connection to a database. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(database, postgres.user(), "");
    }

    /** The product's server on a database. */
    public EcsProcess server(String database) throws IOException, InterruptedException {
        return start(database, "com.sentori.ecs.EcsServer");
    }

    /** The product's server with another main class, of this module. */
    public EcsProcess server(String database, Class<?> main) throws IOException, InterruptedException {
        return start(database, main.getName());
    }

    private EcsProcess start(String database, String main) throws IOException, InterruptedException {
        return new EcsProcess(new EcsProcess.Place(serverJar(), ownJar(), folder, main), database, postgres.user(),
                ports.free(), ports.free());
    }

    /** The packaged server. */
    public Path serverJar() {
        return home.resolve("sandbox/target/server-ecs.jar");
    }

    /** For the files of a measurement. */
    public Path folder() {
        return folder;
    }

    /** The functions as Lambda takes them. */
    public Path lambdaArchive() throws IOException {
        return built("server-lambda", "server-lambda-.*-lambda\\.zip");
    }

    private Path ownJar() throws IOException {
        return built("bench", "bench-.*(?<!-tests|-sources)\\.jar");
    }

    private Path built(String module, String name) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve(module + "/target"))) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .findFirst()
                    .orElseThrow(() -> new IOException("The module " + module + " is not built."));
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        List<Path> files;
        try (Stream<Path> inside = Files.walk(folder)) {
            files = inside.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
