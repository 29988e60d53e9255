package com.sentori.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sentori.contract.json.Json;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.TailPage;
import com.sentori.contract.runs.Run;
import com.sentori.ecs.parts.DurablePostgres;
import com.sentori.ecs.parts.RunningServer;
import com.sentori.ecs.parts.Together;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL is killed in the middle of ingest, and comes back after a while. */
class PostgresKilledIT {
    private static final int WRITERS = 8;
    /** Refusals that take long enough for a pool to have lost its patience with the store. */
    private static final int LONG_AWAY = 60;

    private final Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Duration> waits = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicBoolean killed = new AtomicBoolean();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong backAt = new AtomicLong();
    private final AtomicLong servedAt = new AtomicLong();

    @Test
    void the_server_is_there_again_with_its_store_and_nothing_is_lost_or_doubled(@TempDir Path folder)
            throws Exception {
        try (DurablePostgres postgres = new DurablePostgres(folder);
                RunningServer server = RunningServer.on(postgres.url())) {
            String run = Json.read(bytes(server.post("/api/runs/start", "{}")), Run.class).id();
            Together.call(WRITERS + 1, caller -> {
                if (caller < WRITERS) {
                    write(server, run, caller);
                } else {
                    killAndStartAgain(postgres);
                }
                return caller;
            });

            assertThat(wrong).isEmpty();
            assertThat(waits).allMatch(wait -> wait.compareTo(Duration.ofSeconds(5)) < 0);
            assertThat(Duration.ofNanos(servedAt.get() - backAt.get())).isLessThan(Duration.ofSeconds(2));
            assertThat(stored(server, run)).containsExactlyInAnyOrderElementsOf(acknowledged);
            assertThat(server.get(server.api(), "/actuator/health/readiness").statusCode()).isEqualTo(200);
        }
    }

    private void killAndStartAgain(DurablePostgres postgres) {
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() > 500);
            postgres.kill();
            killed.set(true);
            await().atMost(Duration.ofSeconds(60)).until(() -> refused.get() >= LONG_AWAY);
            Thread watch = Thread.ofVirtual().start(() -> noteWhenBack(postgres));
            postgres.startAgain();
            watch.join();
            await().atMost(Duration.ofSeconds(30)).until(() -> servedAt.get() != 0);
            int then = acknowledged.size();
            await().atMost(Duration.ofSeconds(30)).until(() -> acknowledged.size() > then + 200);
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            over.set(true);
        }
    }

    private void noteWhenBack(DurablePostgres postgres) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(60))
                .until(() -> {
                    try (var connection = DriverManager.getConnection(postgres.url(), "postgres", "")) {
                        backAt.set(System.nanoTime());
                        return connection.isValid(1);
                    } catch (SQLException away) {
                        return false;
                    }
                });
    }

    /** Each reading with a key of its own, again and again until it is acknowledged. */
    private void write(RunningServer server, String run, int writer) {
        for (long seq = writer; !over.get(); seq += WRITERS) {
            String reading = "{\"runId\":\"" + run + "\",\"sensorId\":\"s\",\"reading\":1,\"seq\":" + seq + "}";
            while (!isStored(server, reading, "key-" + seq)) {
                refused.incrementAndGet();
            }
            acknowledged.add(seq);
        }
    }

    private boolean isStored(RunningServer server, String reading, String key) {
        boolean away = killed.get();
        long begun = System.nanoTime();
        HttpResponse<String> answer = server.post("/api/sensors/data", reading, "Idempotency-Key", key);
        waits.add(Duration.ofNanos(System.nanoTime() - begun));
        if (answer.statusCode() == 201) {
            if (away) {
                servedAt.compareAndSet(0, System.nanoTime());
            }
            return true;
        }
        if (answer.statusCode() != 503 || answer.headers().firstValue("Retry-After").isEmpty()) {
            wrong.add(answer.statusCode() + " " + answer.body());
        }
        return false;
    }

    private static List<Long> stored(RunningServer server, String run) {
        List<Long> stored = new ArrayList<>();
        String cursor = "";
        while (true) {
            TailPage page = Json.read(
                    bytes(server.get(server.api(), "/api/runs/" + run + "/readings?limit=10000" + cursor)),
                    TailPage.class);
            if (page.items().isEmpty()) {
                return stored;
            }
            page.items().stream().map(Reading::seq).forEach(stored::add);
            cursor = "&after=" + page.cursor();
        }
    }

    private static byte[] bytes(HttpResponse<String> answer) {
        return answer.body().getBytes(StandardCharsets.UTF_8);
    }
}
