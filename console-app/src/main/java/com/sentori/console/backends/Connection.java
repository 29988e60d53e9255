package com.sentori.console.backends;

import com.sentori.console.vitals.ClockOffset;
import com.sentori.console.vitals.Vitality;
import com.sentori.console.vitals.Vitals;
import com.sentori.contract.info.Info;
import com.sentori.contract.runs.Run;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The watched connection to one backend: asks it every second what it is and what runs, on a virtual thread of its own, and
 * keeps the last answer. Readers take {@link #state} from any thread, at their own pace; nobody waits.
 */
public final class Connection implements AutoCloseable {
    private final BackendClient client;
    private final BackendClient impatient;
    private final Clock clock;
    private final Vitals vitals;
    private final CountDownLatch open;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicLong failed = new AtomicLong();
    private volatile Heard heard = new Heard(null, List.of(), null, Duration.ZERO, null, 0, null);

    /** Watches. */
    public Connection(BackendClient client, Clock clock) {
        this(client, clock, new CountDownLatch(0));
    }

    /** Watches from then on that the way is open. */
    Connection(BackendClient client, Clock clock, CountDownLatch open) {
        this.open = open;
        this.client = client;
        this.impatient = client.within(client.timing().answer());
        this.clock = clock;
        this.vitals = new Vitals(clock, client.timing().heartbeat());
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
        SignIn signIn = SignIn.of(now.info(), client.token(), now.fault(), clock.instant());
        return new State(health(now, signIn), now.info(), now.running(), at, age, client.clockOffset().best(),
                now.latency(), now.fault(), now.failures(), failed.get(), now.replaced(), signIn);
    }

    private Health health(Heard heard, SignIn signIn) {
        BackendException fault = heard.fault();
        if (signIn.isMissing() && vitals.state() != Vitality.LOST) {
            return Health.LOCKED;
        }
        if (heard.at() == null) {
            return fault == null ? Health.CONNECTING : Health.LOST;
        }
        if (fault != null && fault.kind() == BackendException.Kind.NOT_A_BACKEND) {
            return Health.LOST;
        }
        return switch (vitals.state()) {
            case FRESH -> Health.FRESH;
            case HELD -> Health.HELD;
            case LATE -> Health.LATE;
            case LOST -> Health.LOST;
        };
    }

    private void watch() {
        try {
            open.await();
            while (closed.getCount() > 0) {
                beat();
                client.feel(vitals);
                closed.await(client.timing().beat().toMillis(), TimeUnit.MILLISECONDS);
            }
            client.feel(null);
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
            client.clockOffset().add(asked, answered, info.serverTime());
            heard = alive(before, info, Duration.between(asked, answered));
        } catch (BackendException e) {
            // A silence is told by the clock; what is broken is known at once.
            if (!(e.getCause() instanceof InterruptedIOException)) {
                vitals.broken();
            }
            failed.incrementAndGet();
            heard = new Heard(before.info(), before.running(), before.at(), before.latency(), e,
                    before.failures() + 1, before.replaced());
        }
    }

    private Heard alive(Heard before, Info info, Duration latency) {
        Info known = before.info();
        String replaced = known != null && !known.instanceId().equals(info.instanceId())
                ? known.instanceId()
                : before.replaced();
        try {
            List<Run> running = impatient.running();
            vitals.changed();
            return new Heard(info, running, clock.instant(), latency, null, 0, replaced);
        } catch (BackendException e) {
            // It lives, but what it last said of its runs is all there is; whom it does not let in, it says nothing.
            vitals.heard();
            failed.incrementAndGet();
            return new Heard(info, e.isUnauthorised() ? List.of() : before.running(), clock.instant(), latency, e,
                    before.failures() + 1, replaced);
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
        /** The last heartbeat came, with what runs. */
        FRESH,
        /** Heartbeats come, but not what runs: the last word on that is held. */
        HELD,
        /** A heartbeat is overdue. */
        LATE,
        /** Two are, or it never answered. */
        LOST,
        /** It answers, and lets nobody in without another token. */
        LOCKED;

        /** Whether calls may be expected to succeed. */
        public boolean isUp() {
            return this == FRESH || this == HELD || this == LATE;
        }
    }

    /**
     * What is known of a backend.
     *
     * @param health how the connection stands
     * @param info its last words of itself; null before the first
     * @param running its RUNNING runs when last heard
     * @param heardAt when it was last heard, by the console's clock; null if never
     * @param age since then
     * @param clockOffset its clock against ours; null while unknown
     * @param latency of the last {@code /api/info}
     * @param fault of the last heartbeat; null if it came
     * @param failures in a row
     * @param failed heartbeats that failed, of all since the watch began
     * @param replaced the identity of the store that answered here before, if another one answers now: its data are others; null if not
     * @param signIn whether it lets the operator in
     */
    public record State(Health health, @Nullable Info info, List<Run> running, @Nullable Instant heardAt, Duration age,
            ClockOffset.@Nullable Offset clockOffset, Duration latency, @Nullable BackendException fault, int failures,
            long failed, @Nullable String replaced, SignIn signIn) {
        /** Its clock minus ours; zero while unknown. */
        public Duration offset() {
            return clockOffset == null ? Duration.ZERO : clockOffset.offset();
        }
    }

    private record Heard(@Nullable Info info, List<Run> running, @Nullable Instant at, Duration latency,
            @Nullable BackendException fault, int failures, @Nullable String replaced) {}
}
