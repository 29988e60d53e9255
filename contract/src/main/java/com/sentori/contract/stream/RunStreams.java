package com.sentori.contract.stream;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.contract.http.ApiResponse;
import com.sentori.contract.http.Call;
import com.sentori.contract.http.Route;
import com.sentori.contract.pages.PageSize;
import com.sentori.contract.pages.Slice;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.Readings;
import com.sentori.contract.readings.TailCursor;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.RunId;
import com.sentori.contract.runs.Runs;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The call for a run's stream. Each client is served by the thread that writes its answer, at its own speed: a slow one holds
 * up nobody and has nothing buffered but what its connection buffers; one that takes nothing for the connection's time-out is
 * closed by the server. Thread-safe.
 */
public final class RunStreams implements AutoCloseable {
    /** The most streams of a server. */
    public static final int MAX_STREAMS = 2_000;
    /** Between two heartbeats. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private static final Duration LOOK_UP = Duration.ofMillis(500);

    private final Runs runs;
    private final Readings readings;
    private final UnaryOperator<Run> shown;
    private final Clock clock;
    private final Map<String, Channel> channels = new HashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Over a store.
     *
     * @param shown a run as clients see it
     */
    public RunStreams(Runs runs, Readings readings, UnaryOperator<Run> shown, Clock clock) {
        this.runs = runs;
        this.readings = readings;
        this.shown = shown;
        this.clock = clock;
    }

    /** The route. */
    public List<Route> routes() {
        return List.of(Route.get("/api/runs/{id}/stream", this::stream));
    }

    /** How many streams are open. */
    public int open() {
        return open.get();
    }

    /** Ends every stream within half a second; their clients come back, perhaps to another server. */
    @Override
    public void close() {
        closed.set(true);
    }

    private ApiResponse stream(Call call) {
        String id = call.variable("id");
        String last = call.request().header("Last-Event-ID");
        String cursor = last == null || last.isEmpty() ? call.parameter("after") : last;
        String from = TailCursor.read(id, cursor);
        Run run = runs.find(RunId.parse(id)).orElseThrow(() -> ContractException.runNotFound(id));
        if (closed.get() || open.get() >= MAX_STREAMS) {
            throw ContractException.of(ErrorCode.OVERLOADED, "The server serves as many streams as it can; try again.");
        }
        return ApiResponse.streamed("text/event-stream", out -> serve(run, from, call.caller().until(), out))
                .with("X-Accel-Buffering", "no");
    }

    private void serve(Run run, String from, Instant until, OutputStream out) throws IOException {
        open.incrementAndGet();
        Channel channel = enter(run.id());
        try {
            send(out, Events.run(shown.apply(run)));
            new Watch(run.id(), channel, from, until, out).go();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the server is stopping");
        } finally {
            leave(run.id(), channel);
            open.decrementAndGet();
        }
    }

    private Channel enter(String runId) {
        synchronized (channels) {
            Channel channel = channels.computeIfAbsent(runId, id -> new Channel(id, runs, readings, clock));
            channel.enter();
            return channel;
        }
    }

    private void leave(String runId, Channel channel) {
        synchronized (channels) {
            if (channel.leave()) {
                channels.remove(runId);
            }
        }
    }

    private static void send(OutputStream out, byte[] event) throws IOException {
        out.write(event);
        out.flush();
    }

    /** One client: catches up by pages of its own, then goes with the channel. */
    private final class Watch {
        private final String runId;
        private final Channel channel;
        private final Instant until;
        private final OutputStream out;
        private String at;
        private long beatAt = System.nanoTime() + HEARTBEAT.toNanos();

        Watch(String runId, Channel channel, String at, Instant until, OutputStream out) {
            this.runId = runId;
            this.channel = channel;
            this.at = at;
            this.until = until;
            this.out = out;
        }

        void go() throws IOException, InterruptedException {
            @Nullable
            Run ended = null;
            while (ended == null && goesOn()) {
                Channel.Joined joined = catchUp();
                ended = joined == null ? null : follow(joined);
            }
            if (ended != null) {
                send(out, Events.run(shown.apply(ended)));
                send(out, Events.end());
            }
        }

        /** Not if the server stops, nor beyond the caller's token: its client comes back, with a new one. */
        private boolean goesOn() {
            return !closed.get() && clock.instant().isBefore(until);
        }

        /** Reads up to a place that the channel knows; null if it does not go on. */
        private Channel.@Nullable Joined catchUp() throws IOException, InterruptedException {
            while (goesOn()) {
                Channel.Joined joined = channel.join(at);
                if (joined != null) {
                    return joined;
                }
                Slice<Reading> page = readings.tail(runId, at, PageSize.TAIL.standard());
                if (!page.entries().isEmpty()) {
                    sendReadings(page.entries());
                } else {
                    channel.begin(at);
                    // The channel is behind this client, and will come by.
                    Thread.sleep(Duration.ofMillis(20));
                }
            }
            return null;
        }

        /** Goes with the channel; gives the run when it has ended, null if the channel is ahead too far or it does not go on. */
        private @Nullable Run follow(Channel.Joined joined) throws IOException, InterruptedException {
            if (!joined.rest().isEmpty()) {
                sendReadings(joined.rest());
            }
            long number = joined.batch();
            while (goesOn()) {
                Batch batch = channel.await(number, LOOK_UP);
                if (batch != null) {
                    send(out, batch.event());
                    at = batch.to();
                    number++;
                } else if (channel.hasPassed(number)) {
                    return null;
                } else if (channel.ended() != null && channel.await(number, Duration.ZERO) == null) {
                    return channel.ended();
                }
                beat();
            }
            return null;
        }

        private void sendReadings(List<Slice.Entry<Reading>> entries) throws IOException {
            send(out, Events.readings(runId, entries, clock.instant()));
            at = entries.getLast().position();
            beat();
        }

        private void beat() throws IOException {
            if (System.nanoTime() - beatAt > 0) {
                if (channel.isFresh()) {
                    send(out, Events.heartbeat(clock.instant()));
                }
                beatAt = System.nanoTime() + HEARTBEAT.toNanos();
            }
        }
    }
}
