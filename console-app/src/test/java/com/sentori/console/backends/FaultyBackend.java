package com.sentori.console.backends;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.contract.errors.Problem;
import com.sentori.contract.idempotency.IdempotencyKey;
import com.sentori.contract.info.Auth;
import com.sentori.contract.info.Info;
import com.sentori.contract.info.Limits;
import com.sentori.contract.json.Json;
import com.sentori.contract.pages.Page;
import com.sentori.contract.readings.IngestRequest;
import com.sentori.contract.readings.NewReading;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.TailPage;
import com.sentori.contract.runs.Ending;
import com.sentori.contract.runs.FinishRequest;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.RunParams;
import com.sentori.contract.runs.RunStatus;
import com.sentori.contract.runs.StartRequest;
import com.sentori.contract.summary.RunMeter;
import com.sentori.contract.summary.Summary;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * A backend on a bad day: over real HTTP, with its runs in memory, and with a fault that a test switches on. The good
 * days are proven against the real backends.
 */
public final class FaultyBackend implements AutoCloseable {
    /** What goes wrong. */
    public enum Fault {
        NONE, BROKEN_OFF, BROKEN_OFF_AFTER_STORING, SILENT, UNAVAILABLE, GATEWAY, HTML, OTHER_JSON, START_REFUSED, TAIL_AWAY, ENDED_AFTER_STORING, SUMMARY_REFUSED
    }

    private final HttpServer server;
    private final Map<String, Run> runs = new LinkedHashMap<>();
    private final Map<String, Object> answers = new HashMap<>();
    private final List<Reading> readings = new CopyOnWriteArrayList<>();
    private final AtomicReference<Fault> fault = new AtomicReference<>(Fault.NONE);
    private final AtomicReference<@Nullable Gate> next = new AtomicReference<>();
    private final AtomicReference<@Nullable String> token = new AtomicReference<>();
    /** Over when another fault is suffered. */
    private final AtomicReference<CountDownLatch> silence = new AtomicReference<>(new CountDownLatch(1));
    private volatile boolean followed;
    private volatile boolean listing;
    private final OkHttpClient http = new OkHttpClient.Builder().retryOnConnectionFailure(false)
            .callTimeout(Duration.ofSeconds(20))
            .build();

    public FaultyBackend() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** Fails like this from now on; who waits in silence is broken off. */
    public void suffer(Fault wanted) {
        fault.set(wanted);
        silence.getAndSet(new CountDownLatch(1)).countDown();
    }

    /** Carries out the next request with readings only when it is let through; others overtake it. */
    public Gate holdNext() {
        return holdNext("/sensors/data");
    }

    /** The same of the next request whose path ends so. */
    public Gate holdNext(String path) {
        Gate gate = new Gate(path);
        next.set(gate);
        return gate;
    }

    /** Lets nobody in any more but with this token. */
    public void demand(String wanted) {
        token.set(wanted);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The identity of its store. */
    public String store() {
        return "store-" + server.getAddress().getPort();
    }

    public BackendClient client(String name) {
        return new BackendClient(new BackendProfile(name, URI.create(url())), () -> http, "tester");
    }

    public List<Reading> readings() {
        return List.copyOf(readings);
    }

    public synchronized List<Run> runs() {
        return List.copyOf(runs.values());
    }

    /** Lists its runs from now on; else its history breaks off. */
    public void listRuns() {
        listing = true;
    }

    /** Whether somebody has read a page of a tail. */
    public boolean isFollowed() {
        return followed;
    }

    /** As another operator would. */
    public synchronized void interrupt(String id) {
        runs.computeIfPresent(id, (_, run) -> run.ended(Ending.interrupted(Instant.now())));
    }

    /** As a backend whose run was not fed for too long. */
    public synchronized void expire(String id) {
        runs.computeIfPresent(id, (_, run) -> run.ended(Ending.timeout(Instant.now())));
    }

    /** As a backend with a defect would. */
    public void repeatLastReading() {
        readings.add(readings.getLast());
    }

    /** As a backend with a defect would. */
    public void loseLastReading() {
        readings.removeLast();
    }

    private void handle(HttpExchange exchange) throws IOException {
        // Closed without an answer, the connection breaks off.
        try (exchange) {
            dispatch(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void dispatch(HttpExchange exchange) throws IOException, InterruptedException {
        try {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            boolean start = path.endsWith("/start");
            String wanted = token.get();
            if (wanted != null
                    && !("Bearer " + wanted).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                throw ContractException.of(ErrorCode.UNAUTHENTICATED, "The token has expired.");
            }
            Gate gate = next.get();
            if (gate != null && path.endsWith(gate.path) && next.compareAndSet(gate, null) && !gate.isPassed()) {
                return;
            }
            // Asked for before the fault: the silence of a fault that is over by then is over too.
            CountDownLatch silent = silence.get();
            switch (fault.get()) {
                case BROKEN_OFF -> {
                    // No answer.
                }
                case SILENT -> silent.await();
                case UNAVAILABLE ->
                    refuse(exchange, ContractException.of(ErrorCode.STORE_UNAVAILABLE, "Try again later."));
                case GATEWAY -> answer(exchange, 504, "{\"message\": \"Endpoint request timed out\"}");
                case HTML -> answer(exchange, 200, "<html>Welcome</html>");
                case OTHER_JSON -> answer(exchange, 200, "{\"features\": [], \"name\": \"something else\"}");
                case BROKEN_OFF_AFTER_STORING -> {
                    Object done = carryOut(exchange, path, body);
                    if (start || path.endsWith("/sensors/data")) {
                        suffer(Fault.NONE);
                    } else {
                        answer(exchange, 200, json(done));
                    }
                }
                case ENDED_AFTER_STORING -> {
                    Object done = carryOut(exchange, path, body);
                    if (path.endsWith("/sensors/data")) {
                        interrupt(exchange.getRequestHeaders().getFirst("X-Run-Id"));
                        silent.await();
                    } else {
                        answer(exchange, 200, json(done));
                    }
                }
                case SUMMARY_REFUSED -> {
                    if (path.endsWith("/summary")) {
                        throw ContractException.of(ErrorCode.FORBIDDEN, "Not for you.");
                    }
                    answer(exchange, 200, json(carryOut(exchange, path, body)));
                }
                case START_REFUSED -> {
                    if (start) {
                        throw ContractException.of(ErrorCode.RUN_LIMIT_REACHED, "5 of 5 runs are running.");
                    }
                    answer(exchange, 200, json(carryOut(exchange, path, body)));
                }
                case TAIL_AWAY -> {
                    if (path.endsWith("/readings")) {
                        throw ContractException.of(ErrorCode.STORE_UNAVAILABLE, "Try again later.");
                    }
                    answer(exchange, 200, json(carryOut(exchange, path, body)));
                }
                case NONE -> answer(exchange, 200, json(carryOut(exchange, path, body)));
            }
        } catch (ContractException e) {
            refuse(exchange, e);
        }
    }

    private synchronized Object carryOut(HttpExchange exchange, String path, byte[] body) {
        String key = exchange.getRequestHeaders().getFirst(IdempotencyKey.HEADER);
        Object before = key == null ? null : answers.get(path + key);
        if (before != null) {
            return before;
        }
        Object answer = carryOutOnce(exchange, path, body);
        if (key != null) {
            answers.put(path + key, answer);
        }
        return answer;
    }

    private Object carryOutOnce(HttpExchange exchange, String path, byte[] body) {
        String[] parts = path.split("/", -1);
        if (listing && path.equals("/api/runs")) {
            return new Page<>(List.copyOf(runs.values()), runs.size(), null);
        }
        return switch (parts.length > 3 ? parts[3] : parts[2]) {
            case "info" -> new Info("ecs", "1", store(), "local", Instant.now(), Auth.OPEN,
                    Limits.of(5, Duration.ofMinutes(2)), List.of(), null);
            case "running" -> runs.values().stream().filter(Run::isRunning).toList();
            case "start" -> start(StartRequest.parse(body));
            case "data" -> store(IngestRequest.parse(body, exchange.getRequestHeaders().getFirst("X-Run-Id"),
                    Instant.now()));
            default -> switch (parts.length > 4 ? parts[4] : "") {
                case "finish" -> finish(run(parts[3]), FinishRequest.parse(body));
                case "summary" -> summary(run(parts[3]));
                case "readings" -> tail(run(parts[3]), exchange.getRequestURI().getQuery());
                default -> run(parts[3]);
            };
        };
    }

    private Run run(String id) {
        Run run = runs.get(id);
        if (run == null) {
            throw ContractException.of(ErrorCode.RUN_NOT_FOUND, "No run has this id.");
        }
        return run;
    }

    private Run start(StartRequest request) {
        String id = UUID.randomUUID().toString();
        Run run = new Run(id, "tester", RunStatus.RUNNING, Instant.now(), null, null, null,
                new RunParams(id, request.sensorIds(), request.duration(), request.interval()), request.meta(), null);
        runs.put(id, run);
        return run;
    }

    private Map<String, Integer> store(IngestRequest request) {
        if (!run(request.runId()).isRunning()) {
            throw ContractException.of(ErrorCode.RUN_NOT_RUNNING, "The run has ended.");
        }
        List<Reading> stored = new ArrayList<>();
        for (NewReading reading : request.readings()) {
            stored.add(Reading.of(request.runId(), readings.size() + stored.size() + 1L, reading,
                    Clock.systemUTC().instant()));
        }
        readings.addAll(stored);
        return Map.of("accepted", stored.size());
    }

    private Run finish(Run run, FinishRequest request) {
        if (!run.isRunning()) {
            throw ContractException.of(ErrorCode.RUN_NOT_RUNNING, "The run has ended.");
        }
        Run ended = run.ended(request.endingAt(Instant.now()));
        runs.put(run.id(), ended);
        return ended;
    }

    private Summary summary(Run run) {
        RunMeter meter = new RunMeter();
        of(run).forEach(meter::add);
        return meter.summary(run.id(), !run.isRunning());
    }

    private TailPage tail(Run run, String query) {
        followed = true;
        int from = query.contains("after=") ? Integer.parseInt(query.replaceFirst(".*after=(\\d+).*", "$1")) : 0;
        List<Reading> all = of(run);
        List<Reading> items = all.subList(from, Math.min(all.size(), from + 1_000));
        int next = from + items.size();
        return new TailPage(items, Integer.toString(next), !run.isRunning() && next == all.size(), Instant.now());
    }

    private List<Reading> of(Run run) {
        return readings.stream().filter(reading -> reading.runId().equals(run.id())).toList();
    }

    private static void refuse(HttpExchange exchange, ContractException refusal) throws IOException {
        answer(exchange, refusal.code().status(), json(Problem.of(refusal)));
    }

    private static String json(Object value) {
        return new String(Json.bytes(value), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        suffer(Fault.BROKEN_OFF);
        server.stop(0);
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }

    /** Where a request waits. */
    public static final class Gate {
        private final CountDownLatch arrived = new CountDownLatch(1);
        private final CompletableFuture<Boolean> passed = new CompletableFuture<>();
        private final String path;

        private Gate(String path) {
            this.path = path;
        }

        private boolean isPassed() {
            arrived.countDown();
            return passed.join();
        }

        /** Whether a request waits at it, or did. */
        public boolean isReached() {
            return arrived.getCount() == 0;
        }

        public void open() {
            passed.complete(true);
        }

        /** Breaks off what waits. */
        public void breakOff() {
            passed.complete(false);
        }
    }
}
