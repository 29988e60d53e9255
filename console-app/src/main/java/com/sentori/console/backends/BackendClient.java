package com.sentori.console.backends;

import com.sentori.console.backends.BackendException.Kind;
import com.sentori.console.vitals.ClockOffset;
import com.sentori.console.vitals.Vitals;
import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.Problem;
import com.sentori.contract.idempotency.IdempotencyKey;
import com.sentori.contract.info.Info;
import com.sentori.contract.json.Json;
import com.sentori.contract.pages.Page;
import com.sentori.contract.readings.NewReading;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.TailPage;
import com.sentori.contract.runs.Capacity;
import com.sentori.contract.runs.Interrupted;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.StartRequest;
import java.io.EOFException;
import com.sentori.contract.summary.Summary;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * The calls of the contract, to one backend. Thread-safe; each call waits for its answer, so none is made
 * on the FX thread. A call whose connection breaks is made once more: what changes something carries a key, by which
 * the backend does it once however often it hears of it.
 */
public final class BackendClient {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final byte[] NOTHING = new byte[0];
    /** A page of the contract ends at 4 MiB; whatever sends more is something else. */
    private static final long MAX_ANSWER = 16L << 20;
    /** At most so long before a broken call is made again. */
    private static final long AGAIN_MILLIS = 150;

    private final BackendProfile profile;
    private final Supplier<OkHttpClient> http;
    private final String user;
    private final Timing timing;
    private final AtomicReference<@Nullable Info> lastInfo;
    private final ClockOffset clockOffset;
    private final AtomicReference<@Nullable Vitals> pulse;
    /** One for all that were made of this client: a new token counts for each. */
    private final AtomicReference<@Nullable Token> token;
    private final @Nullable Duration longest;

    /**
     * Calls this backend as this user ({@code X-User}), until it is given a token.
     *
     * @param http gives what it calls with; asked at each call
     */
    public BackendClient(BackendProfile profile, Supplier<OkHttpClient> http, String user) {
        this(profile, http, user, Timing.STANDARD);
    }

    /** The same with other time-outs and pauses. */
    public BackendClient(BackendProfile profile, Supplier<OkHttpClient> http, String user, Timing timing) {
        this(profile, http, user, timing, new AtomicReference<>(), new ClockOffset(), new AtomicReference<>(),
                new AtomicReference<>(), null);
    }

    private BackendClient(BackendProfile profile, Supplier<OkHttpClient> http, String user, Timing timing,
            AtomicReference<@Nullable Info> lastInfo, ClockOffset clockOffset,
            AtomicReference<@Nullable Vitals> pulse, AtomicReference<@Nullable Token> token,
            @Nullable Duration longest) {
        this.profile = profile;
        this.http = http;
        this.user = user;
        this.timing = timing;
        this.lastInfo = lastInfo;
        this.clockOffset = clockOffset;
        this.pulse = pulse;
        this.token = token;
        this.longest = longest;
    }

    /** The same, but no call takes longer than this. */
    public BackendClient within(Duration most) {
        return new BackendClient(profile, http, user, timing, lastInfo, clockOffset, pulse, token, most);
    }

    /** Calls as the user of this token from now on; null for without one. */
    public void use(@Nullable Token proof) {
        token.set(proof);
    }

    /** The token that it calls with; null without. */
    public @Nullable Token token() {
        return token.get();
    }

    /** Its time-outs and pauses. */
    public Timing timing() {
        return timing;
    }

    /** The backend's clock against ours, as far as somebody measures it. */
    public ClockOffset clockOffset() {
        return clockOffset;
    }

    /** How the backend's heartbeats come; null if nobody listens to them. */
    public @Nullable Vitals pulse() {
        return pulse.get();
    }

    /** Somebody listens to the backend's heartbeats from now on; null for nobody. */
    void feel(@Nullable Vitals heartbeats) {
        pulse.set(heartbeats);
    }

    /** What the backend last said of itself, to whichever of the clients that came from one; null if it never did. Asks nobody. */
    public @Nullable Info lastInfo() {
        return lastInfo.get();
    }

    /** Whom it calls. */
    public BackendProfile profile() {
        return profile;
    }

    /** Whether both call the same store, as far as is known: by what it said of itself, else by its address. Asks nobody. */
    public boolean isSame(BackendClient other) {
        Info mine = lastInfo();
        Info its = other.lastInfo();
        return profile.url().equals(other.profile.url())
                || (mine != null && its != null && mine.instanceId().equals(its.instanceId()));
    }

    /** What the backend says of itself. */
    public Info info() throws BackendException {
        Info info = get(url("api/info"), new TypeReference<>() {
        });
        // Any JSON object reads as an Info with holes: whoever leaves these out is something else.
        if (Stream.of(info.backend(), info.serverTime(), info.limits(), info.instanceId()).anyMatch(Objects::isNull)) {
            throw notABackend();
        }
        lastInfo.set(info);
        return info;
    }

    /** How many runs may start. */
    public Capacity capacity() throws BackendException {
        return get(url("api/runs/can-start"), new TypeReference<>() {
        });
    }

    /** The RUNNING runs, newest first. */
    public List<Run> running() throws BackendException {
        return get(url("api/runs/running"), new TypeReference<>() {
        });
    }

    /**
     * A page of all runs, newest first.
     *
     * @param lastKey of the page before; null for the first
     */
    public Page<Run> runs(@Nullable String lastKey, int limit) throws BackendException {
        HttpUrl.Builder url = url("api/runs").newBuilder().addQueryParameter("limit", Integer.toString(limit));
        if (lastKey != null) {
            url.addQueryParameter("lastKey", lastKey);
        }
        return get(url.build(), new TypeReference<>() {
        });
    }

    /** One run. */
    public Run run(String id) throws BackendException {
        return get(url("api/runs").newBuilder().addPathSegment(id).build(), new TypeReference<>() {
        });
    }

    /**
     * Starts a run.
     *
     * @param key the same for the same run: whoever got no answer may ask again
     */
    public Run start(StartRequest request, String key) throws BackendException {
        return post(url("api/runs/start"), Json.bytes(request), key, Map.of(), new TypeReference<>() {
        });
    }

    /**
     * Ends a run. Asking again for the same status is answered as before.
     *
     * @param message kept as the error message of a FAILED or INTERRUPTED run; null without
     */
    public Run finish(String id, String status, @Nullable String message) throws BackendException {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("status", status);
        if (message != null) {
            body.put("errorMessage", message);
        }
        HttpUrl url = url("api/runs").newBuilder().addPathSegment(id).addPathSegment("finish").build();
        return post(url, Json.bytes(body), newKey(), Map.of(), new TypeReference<>() {
        });
    }

    /** Ends all RUNNING runs, whoever started them. */
    public Interrupted interruptAll() throws BackendException {
        return post(url("api/runs/interrupt-all"), NOTHING, newKey(), Map.of(), new TypeReference<>() {
        });
    }

    /**
     * Stores readings; they are durable when it returns. UNREACHABLE leaves open whether they are.
     *
     * @param key the same for the same readings: whoever got no answer may send them again, and they are stored once
     */
    public void ingest(String runId, List<NewReading> readings, String key) throws BackendException {
        List<Outgoing> list = readings.stream().map(Outgoing::of).toList();
        post(url("api/sensors/data"), Json.bytes(list), key, Map.of("X-Run-Id", runId), new TypeReference<Object>() {
        });
    }

    /**
     * A page of the live tail.
     *
     * @param after cursor of the page before; null from the first reading
     */
    public TailPage tail(String runId, @Nullable String after, int limit) throws BackendException {
        HttpUrl.Builder url = url("api/runs").newBuilder()
                .addPathSegment(runId)
                .addPathSegment("readings")
                .addQueryParameter("limit", Integer.toString(limit));
        if (after != null) {
            url.addQueryParameter("after", after);
        }
        return checked(runId, get(url.build(), new TypeReference<>() {
        }));
    }

    /** What the readings of a run come to, with the digest of all of them. */
    public Summary summary(String runId) throws BackendException {
        return get(url("api/runs").newBuilder().addPathSegment(runId).addPathSegment("summary").build(),
                new TypeReference<>() {
                });
    }

    /** Any JSON object reads as a page with holes, and a page of another run is not to be mixed with this one's. */
    private TailPage checked(String runId, TailPage page) throws BackendException {
        boolean whole = Stream.of(page.cursor(), page.serverTime()).allMatch(Objects::nonNull) && page.items()
                .stream()
                .allMatch(reading -> runId.equals(reading.runId()) && reading.sensorId() != null
                        && reading.type() != null && reading.timestamp() != null && reading.receivedAt() != null
                        && Double.isFinite(reading.value()) && isPlaced(reading));
        if (!whole) {
            throw notABackend();
        }
        return page;
    }

    private static boolean isPlaced(Reading reading) {
        try {
            return reading.position() > 0;
        } catch (NumberFormatException | NullPointerException e) {
            return false;
        }
    }

    /**
     * Opens a run's stream, where the backend announces {@code stream}.
     *
     * @param after cursor behind which it begins; null from the first reading
     */
    public RunStream stream(String runId, @Nullable String after) throws BackendException {
        HttpUrl.Builder url = url("api/runs").newBuilder().addPathSegment(runId).addPathSegment("stream");
        if (after != null) {
            url.addQueryParameter("after", after);
        }
        OkHttpClient patient = http.get().newBuilder().callTimeout(Duration.ZERO).readTimeout(timing.silence()).build();
        Call call = patient.newCall(
                identified(new Request.Builder().url(url.build()).header("Accept", "text/event-stream")).build());
        try {
            Response response = call.execute();
            if (!response.isSuccessful()) {
                try (response) {
                    throw refusal(response.code(), body(response));
                }
            }
            if (!Objects.requireNonNullElse(response.header("Content-Type"), "").startsWith("text/event-stream")) {
                response.close();
                throw notABackend();
            }
            return new OpenStream(runId, call, response);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private BackendException unreachable(IOException e) {
        BackendException fault = new BackendException(profile.name(), Kind.UNREACHABLE, 0, null, sentence(e));
        fault.initCause(e);
        return fault;
    }

    private final class OpenStream implements RunStream {
        private final String runId;
        private final Call call;
        private final Response response;
        private final EventLines lines;

        OpenStream(String runId, Call call, Response response) {
            this.runId = runId;
            this.call = call;
            this.response = response;
            this.lines = new EventLines(response.body().source(), MAX_ANSWER);
        }

        @Override
        public RunEvent next() throws BackendException {
            try {
                while (true) {
                    EventLines.Event event = lines.next();
                    if (event == null) {
                        throw new EOFException("the stream ended without its end");
                    }
                    byte[] data = event.data().getBytes(StandardCharsets.UTF_8);
                    switch (event.name()) {
                        case "readings" -> {
                            return new RunEvent.Readings(checked(runId, parse(data, new TypeReference<>() {
                            })));
                        }
                        case "run" -> {
                            return new RunEvent.Changed(parse(data, new TypeReference<>() {
                            }));
                        }
                        case "heartbeat" -> {
                            Beat beat = parse(data, new TypeReference<>() {
                            });
                            return new RunEvent.Heartbeat(beat.serverTime());
                        }
                        case "end" -> {
                            return new RunEvent.End();
                        }
                        default -> {
                            // Of a later version.
                        }
                    }
                }
            } catch (IOException e) {
                throw unreachable(e);
            }
        }

        @Override
        public void cancel() {
            call.cancel();
        }

        @Override
        public void close() {
            // Else the rest of the stream would be read, to use the connection once more.
            call.cancel();
            response.close();
        }
    }

    private record Beat(Instant serverTime) {}

    private HttpUrl url(String path) {
        return HttpUrl.get(profile.url().toString()).newBuilder().addPathSegments(path).build();
    }

    private <T> T get(HttpUrl url, TypeReference<T> type) throws BackendException {
        return call(new Request.Builder().url(url).get(), type);
    }

    private <T> T post(HttpUrl url, byte[] body, String key, Map<String, String> headers, TypeReference<T> type)
            throws BackendException {
        Request.Builder request = new Request.Builder().url(url)
                .post(RequestBody.create(body, JSON))
                .header(IdempotencyKey.HEADER, key);
        headers.forEach(request::header);
        return call(request, type);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private <T> T call(Request.Builder request, TypeReference<T> type) throws BackendException {
        try {
            return callOnce(request, type);
        } catch (BackendException e) {
            // Whoever was interrupted broke it off himself.
            if (e.status() != 0 || !isBrokenOff(e.getCause()) || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            // A kept connection that the server has closed meanwhile is no news of the server.
            LockSupport.parkNanos(Duration.ofMillis(ThreadLocalRandom.current().nextLong(AGAIN_MILLIS)).toNanos());
            return callOnce(request, type);
        }
    }

    private <T> T callOnce(Request.Builder request, TypeReference<T> type) throws BackendException {
        Call call = http.get().newCall(identified(request).build());
        if (longest != null) {
            call.timeout().timeout(longest.toNanos(), TimeUnit.NANOSECONDS);
        }
        try (Response response = call.execute()) {
            byte[] body = body(response);
            if (!response.isSuccessful()) {
                throw refusal(response.code(), body);
            }
            return parse(body, type);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** The token names the user: who sends both is refused if they differ. */
    private Request.Builder identified(Request.Builder request) {
        Token proof = token.get();
        return proof == null ? request.header("X-User", user) : request.header("Authorization", proof.header());
    }

    private byte[] body(Response response) throws IOException, BackendException {
        BufferedSource source = response.body().source();
        if (source.request(MAX_ANSWER + 1)) {
            throw notABackend();
        }
        return source.readByteArray();
    }

    private <T> T parse(byte[] body, TypeReference<T> type) throws BackendException {
        try {
            @Nullable
            T answer = Json.MAPPER.readValue(body, type);
            if (answer != null) {
                return answer;
            }
        } catch (JacksonException | ContractException e) {
            // not what the contract says: said below
        }
        throw notABackend();
    }

    private BackendException refusal(int status, byte[] body) {
        boolean busy = status == 429 || status >= 500;
        try {
            Problem problem = Json.read(body, Problem.class);
            if (problem.code() != null) {
                return new BackendException(profile.name(), busy ? Kind.BUSY : Kind.REFUSED, status, problem.code(),
                        profile.name() + ": " + problem.detail());
            }
        } catch (JacksonException | NullPointerException e) {
            // no problem document: said below
        }
        // A gateway in front of the backend speaks for itself.
        return busy
                ? new BackendException(profile.name(), status == 429 ? Kind.BUSY : Kind.UNREACHABLE, status, null,
                        profile.name() + " does not answer: its gateway says " + status + ".")
                : notABackend();
    }

    private BackendException notABackend() {
        return new BackendException(profile.name(), Kind.NOT_A_BACKEND, 0, null, "What answers at " + profile.url()
                + " is no Sentori backend: check the address of '" + profile.name() + "'.");
    }

    private static boolean isBrokenOff(@Nullable Throwable fault) {
        return switch (fault) {
            case ConnectException _,NoRouteToHostException _,UnknownHostException _ -> false;
            case SSLException _,InterruptedIOException _ -> false;
            case IOException _ -> true;
            case null, default -> false;
        };
    }

    private String sentence(IOException e) {
        return switch (e) {
            case UnknownHostException _ -> "The host of " + profile.url() + " is unknown: check the address of '"
                    + profile.name() + "'.";
            case ConnectException _ ->
                "Nothing listens at " + profile.url() + ": start '" + profile.name() + "' or check its address.";
            case SSLException _ -> "No secure connection to " + profile.url() + ": check the certificate and the "
                    + "address of '" + profile.name() + "'.";
            case InterruptedIOException _ -> profile.name() + " at " + profile.url() + " did not answer in time.";
            default -> profile.name() + " at " + profile.url() + " broke the connection off.";
        };
    }

    /** A reading as it is sent. */
    private record Outgoing(String sensorId, String type, double reading, Instant timestamp,
            @Nullable Long seq) {
        static Outgoing of(NewReading reading) {
            return new Outgoing(reading.sensorId(), reading.type(), reading.value(), reading.timestamp(),
                    reading.seq());
        }
    }
}
