package com.sentori.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.contract.json.Json;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.TailPage;
import com.sentori.contract.runs.EndReason;
import com.sentori.contract.runs.Run;
import com.sentori.ecs.parts.Postgres;
import com.sentori.ecs.parts.RunningServer;
import com.sentori.ecs.parts.Together;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two servers on one PostgreSQL: it makes no difference which of them is asked. */
class TwoTasksIT {
    private static final int CALLERS = 20;
    private static RunningServer one;
    private static RunningServer two;

    @BeforeAll
    static void start() {
        String url = Postgres.url(Postgres.newDatabase());
        one = RunningServer.on(url, "--sentori.grace=1s");
        two = RunningServer.on(url, "--sentori.grace=1s");
    }

    @AfterAll
    static void stop() {
        one.close();
        two.close();
    }

    @AfterEach
    void endAll() {
        assertThat(one.post("/api/runs/interrupt-all", "").statusCode()).isEqualTo(200);
    }

    @Test
    void start_five_runs_together_and_no_sixth() {
        List<Integer> statuses = Together.call(CALLERS, i -> of(i).post("/api/runs/start", "{}").statusCode());
        assertThat(statuses).containsOnly(201, 409);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(5);
        assertThat(one.get(one.api(), "/api/runs/can-start").body()).contains("\"available\":0");
        assertThat(two.get(two.api(), "/api/runs/can-start").body()).contains("\"available\":0");
    }

    @Test
    void give_the_whole_tail_and_stream_whichever_took_the_reading() {
        String run = startRun(one, 60);
        long each = 50;
        List<String> seen = Together.call(CALLERS + 2, caller -> {
            if (caller < CALLERS) {
                for (long i = 0; i < each; i++) {
                    post(of(caller), run, caller * each + i);
                }
                return "";
            }
            RunningServer watched = of(caller);
            // The stream ends with the run; the readings of all are in it by then.
            if (caller == CALLERS) {
                return watched.get(watched.api(), "/api/runs/" + run + "/stream").body();
            }
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> seqs(watched, run).size() == CALLERS * each);
            assertThat(watched.post("/api/runs/" + run + "/finish", "{}").statusCode()).isEqualTo(200);
            return "";
        });
        List<Long> all = LongStream.range(0, CALLERS * each).boxed().toList();
        assertThat(seqs(one, run)).containsExactlyInAnyOrderElementsOf(all).isEqualTo(seqs(two, run));
        List<Long> streamed = new ArrayList<>();
        seen.get(CALLERS)
                .lines()
                .filter(line -> line.startsWith("data: {\"items\""))
                .forEach(line -> streamed.addAll(
                        Json.read(line.substring("data: ".length()).getBytes(StandardCharsets.UTF_8), TailPage.class)
                                .items()
                                .stream()
                                .map(Reading::seq)
                                .toList()));
        assertThat(streamed).isEqualTo(seqs(two, run));
        assertThat(seen.get(CALLERS)).contains("event: end");
    }

    @Test
    void end_an_expired_run_once() {
        String run = startRun(one, 1);
        Instant expiry = Instant.now().plusSeconds(3);
        Awaitility.await().until(() -> Instant.now().isAfter(expiry)); // nobody asks before, so that all find it at once
        List<Run> found = Together.call(CALLERS, i -> find(of(i), run));
        assertThat(found.stream().distinct()).singleElement()
                .satisfies(ended -> assertThat(ended.endReason()).isEqualTo(EndReason.TIMEOUT));
        assertThat(one.post("/api/runs/interrupt-all", "").body()).contains("\"interrupted\":0");
    }

    @Test
    void remember_the_answer_to_a_key_together() {
        List<String> runs = Together.call(CALLERS, i -> again(of(i), "/api/runs/start", "{\"duration\":60}", "start"));
        assertThat(runs.stream().distinct()).hasSize(1);
        String run = Json.read(runs.getFirst().getBytes(StandardCharsets.UTF_8), Run.class).id();
        String reading = "{\"runId\":\"" + run + "\",\"sensorId\":\"s\",\"reading\":1,\"seq\":7}";
        assertThat(
                Together.call(CALLERS, i -> again(of(i), "/api/sensors/data", reading, "reading")).stream().distinct())
                .hasSize(1);
        assertThat(seqs(one, run)).containsExactly(7L);
        assertThat(two.post("/api/sensors/data", reading.replace("7", "8"), "Idempotency-Key", "reading").statusCode())
                .isEqualTo(422);
    }

    /** The answer; a concurrent call with the same key may be told to come again. */
    private static String again(RunningServer server, String path, String body, String key) {
        HttpResponse<String> answer = Awaitility.await()
                .until(() -> server.post(path, body, "Idempotency-Key", key), got -> got.statusCode() != 503);
        assertThat(answer.statusCode()).isEqualTo(201);
        return answer.body();
    }

    private static RunningServer of(int caller) {
        return caller % 2 == 0 ? one : two;
    }

    private static String startRun(RunningServer server, int duration) {
        HttpResponse<String> answer = server.post("/api/runs/start", "{\"duration\":" + duration + "}");
        return Json.read(answer.body().getBytes(StandardCharsets.UTF_8), Run.class).id();
    }

    private static Run find(RunningServer server, String run) {
        return Json.read(server.get(server.api(), "/api/runs/" + run).body().getBytes(StandardCharsets.UTF_8),
                Run.class);
    }

    private static void post(RunningServer server, String run, long seq) {
        String reading = "{\"runId\":\"" + run + "\",\"sensorId\":\"s\",\"reading\":1,\"seq\":" + seq + "}";
        assertThat(server.post("/api/sensors/data", reading).statusCode()).isEqualTo(201);
    }

    private static List<Long> seqs(RunningServer server, String run) {
        byte[] page = server.get(server.api(), "/api/runs/" + run + "/readings?limit=10000")
                .body()
                .getBytes(StandardCharsets.UTF_8);
        return Json.read(page, TailPage.class).items().stream().map(Reading::seq).toList();
    }
}
