package com.sentori.console.backends;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The backends that the console works with, each with its watched connection, over one HTTP client, which is made when it is wanted for the first time: that
 * takes long. Thread-safe.
 */
public final class Backends implements AutoCloseable {
    private final Clock clock;
    private final String user;
    private final Timing timing;
    private final Network network;
    private final CountDownLatch open;
    private @Nullable OkHttpClient http;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();

    /** Watches these, as this user. */
    public Backends(List<BackendProfile> profiles, String user, Clock clock) {
        this(profiles, user, null, clock, Timing.STANDARD);
    }

    /** Watches these, by this token if there is one. */
    public Backends(List<BackendProfile> profiles, String user, @Nullable Token token, Clock clock) {
        this(profiles, user, token, clock, Timing.STANDARD);
    }

    /** The same with other time-outs and pauses. */
    public Backends(List<BackendProfile> profiles, String user, @Nullable Token token, Clock clock, Timing timing) {
        this(profiles, user, token, clock, timing, Network.ofSystem());
    }

    /** The same, reached in this way. */
    public Backends(List<BackendProfile> profiles, String user, @Nullable Token token, Clock clock, Timing timing,
            Network network) {
        this(profiles, user, token, clock, timing, network, new CountDownLatch(0));
    }

    /**
     * The same, watched later.
     *
     * @param open they are watched from then on that it is
     */
    public Backends(List<BackendProfile> profiles, String user, @Nullable Token token, Clock clock, Timing timing,
            Network network, CountDownLatch open) {
        this.clock = clock;
        this.user = user;
        this.timing = timing;
        this.network = network;
        this.open = open;
        profiles.forEach(profile -> add(profile, token));
    }

    /** Watches one more. */
    public Connection add(BackendProfile profile) {
        return add(profile, null);
    }

    /** Watches one more, by this token. */
    public Connection add(BackendProfile profile, @Nullable Token token) {
        BackendClient client = new BackendClient(profile, this::http, user, timing);
        client.use(token);
        Connection connection = new Connection(client, clock, open);
        connections.add(connection);
        return connection;
    }

    /** Watches it no longer. */
    public void remove(String name) {
        byName(name).ifPresent(connection -> {
            connections.remove(connection);
            connection.close();
        });
    }

    /** By which they are called; what else is called on their behalf goes the same way. Closed with them. Not for the FX thread: the first one waits. */
    public synchronized OkHttpClient http() {
        OkHttpClient made = http;
        if (made == null) {
            made = network.prepare(new OkHttpClient.Builder())
                    .connectTimeout(timing.connect())
                    .callTimeout(timing.call())
                    .readTimeout(timing.call())
                    .retryOnConnectionFailure(false)
                    .followRedirects(false)
                    .connectionPool(new ConnectionPool(32, 30, TimeUnit.SECONDS))
                    .build();
            http = made;
        }
        return made;
    }

    /** All, in the order in which they were added. */
    public List<Connection> all() {
        return new ArrayList<>(connections);
    }

    /** The profiles of all. */
    public List<BackendProfile> profiles() {
        return connections.stream().map(connection -> connection.client().profile()).toList();
    }

    /** The one of this name. */
    public Optional<Connection> byName(String name) {
        return connections.stream()
                .filter(connection -> connection.client().profile().name().equals(name))
                .findFirst();
    }

    /** Ends all watches and lets go of all sockets. */
    @Override
    public void close() {
        connections.forEach(Connection::close);
        connections.clear();
        closeHttp();
    }

    private synchronized void closeHttp() {
        if (http != null) {
            http.dispatcher().cancelAll();
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
        }
    }
}
