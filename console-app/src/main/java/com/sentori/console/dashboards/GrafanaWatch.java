package com.sentori.console.dashboards;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Asks Grafana every few seconds whether it is well ({@code /api/health}), on a virtual thread of its own. Thread-safe. */
public final class GrafanaWatch implements AutoCloseable {
    private static final Duration BEAT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpUrl address;
    private final Supplier<OkHttpClient> http;
    private final Clock clock;
    private final Duration beat;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile State state = new State(Health.UNKNOWN, null);

    /** How it stands. */
    public enum Health {
        /** It was not asked yet. */
        UNKNOWN,
        /** It is well. */
        UP,
        /** It does not answer, or is not well. */
        DOWN
    }

    /**
     * How it stands, and since when.
     *
     * @param since null before the first answer
     */
    public record State(Health health, @Nullable Instant since) {}

    /**
     * Begins to watch.
     *
     * @param address its root
     * @throws IllegalArgumentException if it is no address of the web
     */
    public GrafanaWatch(String address, Supplier<OkHttpClient> http, Clock clock) {
        this(address, http, clock, BEAT);
    }

    GrafanaWatch(String address, Supplier<OkHttpClient> http, Clock clock, Duration beat) {
        HttpUrl root = HttpUrl.get(address);
        this.address = root.newBuilder().addPathSegments("api/health").build();
        this.http = http;
        this.clock = clock;
        this.beat = beat;
        Thread.ofVirtual().name("grafana-" + root.host()).start(this::watch);
    }

    /** How it stands now. */
    public State state() {
        return state;
    }

    private void watch() {
        try {
            do {
                Health health = ask() ? Health.UP : Health.DOWN;
                if (health != state.health()) {
                    state = new State(health, clock.instant());
                }
            } while (!closed.await(beat.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean ask() {
        Call call = http.get().newCall(new Request.Builder().url(address).build());
        call.timeout().timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        try (Response answer = call.execute()) {
            return answer.isSuccessful();
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends the watch. */
    @Override
    public void close() {
        closed.countDown();
    }
}
