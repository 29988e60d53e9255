package com.sentori.console.backends;

import com.sentori.contract.info.Info;
import com.sentori.contract.runs.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The watched connection to one backend: asks it every second what runs, on a virtual thread of its own, and
 * keeps the last answer. Readers take {@link #state} from any thread, at their own pace; nobody waits.
 */
public final class Connection implements AutoCloseable {
    private static final Duration BEAT = Duration.ofSeconds(1);
    /** Two heartbeats: then loss must be visible. */
    private static final Duration LATE = BEAT.multipliedBy(2);
    private static final Duration LOST = BEAT.multipliedBy(4);
    /** A heartbeat that takes longer is a missing one. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final BackendClient client;
    private final BackendClient impatient;
    private final Clock clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Heard heard = new Heard(null, List.of(), null, null, Duration.ZERO, Duration.ZERO);

    /** Begins to watch. */
    public Connection(BackendClient client, Clock clock) {
        this.client = client;
        this.impatient = client.within(PATIENCE);
        this.clock = clock;
        Thread.ofVirtual().name("connection-" + client.profile().name()).start(this::watch);
    }

    /** Whom it watches. */
    public BackendClient client() {
        return client;
    }

    /** What is known now. */
    public State state() {
        Heard now = heard;
        Instant at = now.at();
        Duration age = at == null ? Duration.ZERO : Duration.between(at, clock.instant());
        return new State(health(now, age), now.info(), now.running(), at, age, now.offset(), now.latency(),
                now.fault());
    }

    private static Health health(Heard heard, Duration age) {
        BackendException fault = heard.fault();
        if (heard.at() == null) {
            return fault == null ? Health.CONNECTING : Health.LOST;
        }
        if ((fault != null && fault.kind() == BackendException.Kind.NOT_A_BACKEND) || age.compareTo(LOST) > 0) {
            return Health.LOST;
        }
        return age.compareTo(LATE) > 0 ? Health.LATE : Health.CONNECTED;
    }

    private void watch() {
        try {
            do {
                beat();
            } while (!closed.await(BEAT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        Heard before = heard;
        try {
            Instant asked = clock.instant();
            Info info = impatient.info();
            Instant answered = clock.instant();
            List<Run> running = impatient.running();
            Duration latency = Duration.between(asked, answered);
            // Cristian's algorithm: the server read its clock half a round trip ago, give or take the other half.
            Duration offset = Duration.between(asked.plus(latency.dividedBy(2)), info.serverTime());
            heard = new Heard(info, running, answered, null, offset, latency);
        } catch (BackendException e) {
            heard = new Heard(before.info(), before.running(), before.at(), e, before.offset(), before.latency());
        }
    }

    /** Ends the watch. */
    @Override
    public void close() {
        closed.countDown();
    }

    /** How a connection stands. */
    public enum Health {
        /** Nothing was heard yet. */
        CONNECTING,
        /** The last heartbeat came. */
        CONNECTED,
        /** Two heartbeats are missing. */
        LATE,
        /** Four are missing, or it never answered. */
        LOST
    }

    /**
     * What is known of a backend.
     *
     * @param health how the connection stands
     * @param info its last words of itself; null before the first
     * @param running its RUNNING runs when last heard
     * @param heardAt when it was last heard, by the console's clock; null if never
     * @param age since then
     * @param offset its clock minus ours
     * @param latency of the last {@code /api/info}
     * @param fault of the last heartbeat; null if it came
     */
    public record State(Health health, @Nullable Info info, List<Run> running, @Nullable Instant heardAt, Duration age,
            Duration offset, Duration latency, @Nullable BackendException fault) {}

    private record Heard(@Nullable Info info, List<Run> running, @Nullable Instant at,
            @Nullable BackendException fault, Duration offset, Duration latency) {}
}
