package com.sentori.bench.backends;

import com.sentori.bench.figures.Figure;
import com.sentori.bench.figures.Goal;
import com.sentori.bench.figures.Scale;
import com.sentori.bench.load.Watchers;
import com.sentori.bench.site.EcsProcess;
import com.sentori.bench.site.OldRuns;
import com.sentori.bench.site.Site;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/** Clients of the stream of one run of 100 sensors, each of which sends a reading a second, as a request of its own. */
final class Streams implements Measurement {
    private static final int CLIENTS = 500;
    private static final double P99 = 99;
    private static final int WARM_UP = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public List<Figure> measure(Site site, Scale scale) throws Exception {
        int seconds = scale.size(30, 3);
        EcsProcess server = site.server(OldRuns.NONE);
        try (Posts posts = new Posts(server)) {
            if (!scale.quick()) { // else it is warm from what was measured before
                watch(server, posts, WARM_UP * Bodies.SENSORS);
            }
            Watchers watched = watch(server, posts, seconds * Bodies.SENSORS);
            return List.of(
                    Figure.valued("ecs.stream.lost", (double) (watched.missing() + watched.repeated()), "readings",
                            Goal.valueAtMost(0),
                            "readings that one of %d stream clients missed or got twice, in %d s of 100 sensors at 1 Hz"
                                    .formatted(CLIENTS, seconds)),
                    Figure.valued("ecs.stream.p99", watched.latency().getValueAtPercentile(P99) / 1e6, "ms",
                            Goal.valueAtMost(250),
                            String.format(Locale.ROOT,
                                    "reading posted to event read, p99 open-loop over all clients; p50 %.0f ms, longest %.0f ms",
                                    watched.latency().getValueAtPercentile(50) / 1e6,
                                    watched.latency().getMaxValue() / 1e6)));
        }
    }

    private static Watchers watch(EcsProcess server, Posts posts, int readings) throws Exception {
        String run = server.startRun();
        AtomicLongArray due = new AtomicLongArray(readings);
        try (Watchers watchers = new Watchers(server.port(), "/api/runs/" + run + "/stream", CLIENTS, due)) {
            // Until all stand in the stream: connecting so many at once is no part of it.
            watchers.readUntil(System.nanoTime() + Duration.ofSeconds(2).toNanos());
            CompletableFuture<?> posted = posts.start(run, due);
            watchers.readUntil(
                    System.nanoTime() + Duration.ofSeconds(readings / Bodies.SENSORS).plus(PATIENCE).toNanos());
            posted.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            server.finish(run);
            return watchers;
        }
    }

    /** Posts a reading each time one is due, whatever became of those before. */
    private record Posts(EcsProcess server, HttpClient http, ScheduledExecutorService clock) implements AutoCloseable {
        Posts(EcsProcess server) {
            this(server, HttpClient.newHttpClient(), Executors.newSingleThreadScheduledExecutor());
        }

        CompletableFuture<Object> start(String run, AtomicLongArray due) {
            CompletableFuture<Object> all = new CompletableFuture<>();
            AtomicInteger accepted = new AtomicInteger();
            long pause = TimeUnit.SECONDS.toNanos(1) / Bodies.SENSORS;
            long begin = System.nanoTime() + pause;
            for (int i = 0; i < due.length(); i++) {
                int seq = i;
                due.set(seq, begin + seq * pause);
                Runnable post = () -> note(post(run, seq), accepted, due.length(), all);
                ScheduledFuture<?> _ = clock.schedule(post, due.get(seq) - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
            return all;
        }

        private static void note(CompletableFuture<Integer> answer, AtomicInteger accepted, int wanted,
                CompletableFuture<Object> all) {
            CompletableFuture<Integer> _ = answer.whenComplete((status, fault) -> {
                if (fault != null || status != 201) {
                    all.completeExceptionally(new IllegalStateException("A reading was not taken: " + status, fault));
                } else if (accepted.incrementAndGet() == wanted) {
                    all.complete(accepted);
                }
            });
        }

        private CompletableFuture<Integer> post(String run, int seq) {
            HttpRequest request = HttpRequest
                    .newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/sensors/data"))
                    .header("Content-Type", "application/json")
                    .header("X-Run-Id", run)
                    .POST(BodyPublishers.ofString(Bodies.single(seq)))
                    .build();
            return http.sendAsync(request, BodyHandlers.discarding()).thenApply(answer -> answer.statusCode());
        }

        @Override
        public void close() {
            clock.shutdownNow();
            http.close();
        }
    }
}
