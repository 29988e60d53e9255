package com.sentori.console.feed;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.RunEvent;
import com.sentori.console.backends.RunStream;
import com.sentori.console.backends.Timing;
import com.sentori.console.backends.Token;
import com.sentori.console.feed.Standing.Circuit;
import com.sentori.console.feed.Standing.Transport;
import com.sentori.console.vitals.Vitality;
import com.sentori.console.vitals.Vitals;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.contract.info.Info;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.TailPage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows one run of one backend on a virtual thread until all of it was delivered or it is closed: first what is missing, page by page, then what comes, by the
 * stream where the backend announces one. Every reading is handed over once, in the order of arrival; after a lost link it goes on where it was. At each new
 * link it asks who answers: readings of another store are never handed over.
 */
public final class TailFeed implements AutoCloseable {
    private static final int PAGE = 5_000;
    /** A page whose last reading came within so long before it was made is as new as can be. */
    private static final Duration NEW = Duration.ofSeconds(2);

    private final BackendClient client;
    private final Timing timing;
    private final String runId;
    private final Start.Source start;
    private final Consumer<Delivery> sink;
    private final Clock clock;
    private final Vitals vitals;
    private final @Nullable Token token;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Progress progress = new Progress(0, null, null, false);
    private volatile Circuit circuit = Circuit.FETCHING;
    private volatile Transport transport = Transport.PAGES;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile @Nullable Instant retryAt;
    private final AtomicLong reconnects = new AtomicLong();
    private final AtomicLong backfilled = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private volatile @Nullable String otherStore;
    private volatile @Nullable RunStream stream;
    private @Nullable String store;
    private @Nullable String cursor;
    private long place;
    private boolean wasLost;

    /**
     * Begins to follow from the first reading.
     *
     * @param sink takes the readings, on the feed's thread; it should not wait
     */
    public TailFeed(BackendClient client, String runId, Consumer<List<Reading>> sink, Clock clock) {
        this(client, runId, () -> Start.FIRST, delivery -> {
            if (!delivery.readings().isEmpty()) {
                sink.accept(delivery.readings());
            }
        }, clock);
    }

    /**
     * Begins to follow.
     *
     * @param start asked once, on the feed's thread
     * @param sink takes what comes, on the feed's thread; it should not wait
     */
    public TailFeed(BackendClient client, String runId, Start.Source start, Consumer<Delivery> sink, Clock clock) {
        this.client = client.within(client.timing().page());
        this.token = client.token();
        this.timing = client.timing();
        this.runId = runId;
        this.start = start;
        this.sink = sink;
        this.clock = clock;
        this.vitals = new Vitals(clock, timing.heartbeat());
        Thread.ofVirtual().name("tail-" + client.profile().name()).start(this::run);
    }

    /** How far it is. Any thread. */
    public Progress progress() {
        return progress;
    }

    /** How it stands. Any thread. */
    public Standing standing() {
        return new Standing(circuit, transport, vitality(), failures.get(), retryAt, reconnects.get(),
                backfilled.get(), failed.get(), otherStore);
    }

    /** What is behind is not fresh; and a backend whose heartbeats stay away is away, though a stream may keep silent for longer than they do. */
    private Vitality vitality() {
        Vitality own = circuit == Circuit.FETCHING ? vitals.state().worst(Vitality.LATE) : vitals.state();
        Vitals pulse = client.pulse();
        return pulse == null || pulse.state().isAlive() || vitals.silence().compareTo(timing.heartbeat()) <= 0
                ? own
                : own.worst(pulse.state());
    }

    /** Whether it ended because its token was not accepted, or no longer, and there is another one now. Any thread. */
    public boolean isRenewable() {
        BackendException fault = progress.fault();
        return fault != null && fault.isUnauthorised() && client.token() != token;
    }

    /** Waits until everything was delivered or the feed was closed; whether that came within the time. */
    public boolean awaitEnd(long millis) throws InterruptedException {
        return ended.await(millis, TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            Start from = start.find();
            if (from == null) {
                return;
            }
            store = from.store();
            place = from.place();
            cursor = from.cursor();
            follow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            circuit = Circuit.ENDED;
            ended.countDown();
        }
    }

    private void follow() throws InterruptedException {
        boolean goesOn = true;
        while (goesOn && !isClosed()) {
            try {
                Info info = whoAnswers();
                if (info == null) {
                    goesOn = lost();
                } else {
                    catchUp();
                    if (!progress.complete() && !isClosed()) {
                        live(info.features().contains("stream"));
                    }
                    goesOn = !progress.complete();
                }
            } catch (BackendException e) {
                goesOn = mend(e);
            }
        }
    }

    /** Who is there; null if it is another store than the one that has the run. */
    private @Nullable Info whoAnswers() throws BackendException {
        Info info = client.info();
        if (store == null) {
            store = info.instanceId();
        }
        boolean same = info.instanceId().equals(store);
        otherStore = same ? null : info.instanceId();
        return same ? info : null;
    }

    /** Page by page until nothing older is to be fetched. */
    private void catchUp() throws BackendException {
        transport = Transport.PAGES;
        vitals.expect(timing.heartbeat());
        boolean behind = true;
        while (behind && !isClosed()) {
            TailPage page = client.tail(runId, cursor, PAGE);
            behind = !isCaughtUp(page) && !page.complete();
            if (wasLost) {
                backfilled.addAndGet(page.items().size());
            }
            wasLost &= behind;
            take(page, page.complete());
        }
    }

    private static boolean isCaughtUp(TailPage page) {
        return page.items().isEmpty()
                || page.items().getLast().receivedAt().isAfter(page.serverTime().minus(NEW));
    }

    private void live(boolean byStream) throws BackendException, InterruptedException {
        if (byStream) {
            byStream();
            return;
        }
        while (!progress.complete() && !closed.await(timing.poll().toMillis(), TimeUnit.MILLISECONDS)) {
            TailPage page = client.tail(runId, cursor, PAGE);
            take(page, page.complete());
        }
    }

    private void byStream() throws BackendException {
        try (RunStream open = client.stream(runId, cursor)) {
            stream = open;
            transport = Transport.STREAM;
            vitals.expect(timing.streamHeartbeat());
            vitals.heard();
            while (!isClosed()) {
                switch (open.next()) {
                    case RunEvent.Readings(TailPage page) -> take(page, false);
                    case RunEvent.Changed _,RunEvent.Heartbeat _ -> hear();
                    case RunEvent.End _ -> {
                        // The end of the stream is no page: one tells that nothing is missing.
                        take(client.tail(runId, cursor, PAGE), true);
                        return;
                    }
                }
            }
        } finally {
            stream = null;
        }
    }

    private void hear() {
        vitals.heard();
        progress = new Progress(progress.delivered(), clock.instant(), null, progress.complete());
    }

    private void take(TailPage page, boolean last) {
        boolean over = last && page.complete();
        long before = place;
        if (!page.items().isEmpty()) {
            place = Math.max(place, page.items().getLast().position());
            vitals.changed();
        } else {
            vitals.heard();
        }
        cursor = page.cursor();
        boolean caughtUp = over || isCaughtUp(page);
        circuit = caughtUp ? Circuit.LIVE : Circuit.FETCHING;
        failures.set(0);
        retryAt = null;
        sink.accept(new Delivery(store == null ? "" : store, before, page.items(), page.cursor(), over, caughtUp));
        progress = new Progress(progress.delivered() + page.items().size(), clock.instant(), null, over);
    }

    /** Waits before the next try; false if there is no use in one. */
    private boolean mend(BackendException fault) throws InterruptedException {
        if (isClosed()) {
            return false;
        }
        progress = new Progress(progress.delivered(), progress.heardAt(), fault, false);
        if (fault.is(ErrorCode.CURSOR_INVALID) && cursor != null) {
            // It is not this backend's cursor any more: whoever takes the readings knows those that come again.
            cursor = null;
            place = 0;
            return true;
        }
        if (fault.kind() == BackendException.Kind.REFUSED) {
            return false;
        }
        return lost();
    }

    /** Waits before the next try; false if it was closed meanwhile. */
    private boolean lost() throws InterruptedException {
        vitals.broken();
        if (circuit != Circuit.BROKEN) {
            reconnects.incrementAndGet();
        }
        circuit = Circuit.BROKEN;
        wasLost = true;
        failed.incrementAndGet();
        Duration pause = timing.pause(failures.incrementAndGet());
        retryAt = clock.instant().plus(pause);
        return !closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Ends it. */
    @Override
    public void close() {
        closed.countDown();
        RunStream open = stream;
        if (open != null) {
            open.cancel();
        }
    }

    /**
     * How far a feed is.
     *
     * @param delivered readings handed over
     * @param heardAt when the backend last answered; null if never
     * @param fault of the last call; null if it succeeded
     * @param complete the run has ended and all was handed over
     */
    public record Progress(long delivered, @Nullable Instant heardAt, @Nullable BackendException fault,
            boolean complete) {}
}
