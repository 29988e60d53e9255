package com.sentori.contract.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.contract.http.Api;
import com.sentori.contract.http.ApiRequest;
import com.sentori.contract.http.ApiResponse;
import com.sentori.contract.http.ServerSettings;
import com.sentori.contract.idempotency.Answers;
import com.sentori.contract.idempotency.Memo;
import com.sentori.contract.json.Json;
import com.sentori.contract.pages.Slice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RunRoutesTest {
    private static final Answers NOTHING_KEPT = (scope, now) -> Optional.empty();
    private static final Instant NOW = Instant.parse("2026-01-15T10:30:00.123Z");

    @Test
    void all_runs_say_when_there_are_more() {
        assertThat(get(new History(1_000), null, "/api/runs/all").headers()).doesNotContainKey("X-Truncated");
        ApiResponse cut = get(new History(1_001), null, "/api/runs/all");
        assertThat(cut.headers()).containsEntry("X-Truncated", "true");
        assertThat(json(cut).size()).isEqualTo(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://grafana.example", "https://grafana.example/", "https://grafana.example/base//"})
    void every_run_names_its_dashboard(String grafana) {
        History runs = new History(2);
        String id = runs.id(0);
        List<JsonNode> shown = List.of(json(get(runs, grafana, "/api/runs/" + id)),
                json(get(runs, grafana, "/api/runs/all")).get(0), json(get(runs, grafana, "/api/runs/running")).get(0),
                json(get(runs, grafana, "/api/runs")).path("items").get(0));
        assertThat(shown).extracting(run -> run.path("grafanaUrl").asString())
                .containsOnly(
                        grafana.replaceAll("/+$", "") + "/d/run?var-run=" + id);
        assertThat(json(get(runs, null, "/api/runs/" + id)).path("grafanaUrl").isNull()).isTrue();
    }

    @Test
    void a_store_that_counts_more_than_the_limit_has_nothing_available() {
        assertThat(Capacity.of(7, 5)).isEqualTo(new Capacity(false, 7, 5, 0));
        assertThat(Capacity.of(4, 5)).isEqualTo(new Capacity(true, 4, 5, 1));
    }

    private static ApiResponse get(Runs runs, @Nullable String grafana, String path) {
        ServerSettings settings = new ServerSettings("ecs", "1", "local", true, null, List.of(), 5,
                Duration.ofMinutes(2), grafana, Set.of());
        Api api = new Api(settings, RunRoutes.of(runs, NOTHING_KEPT, settings, Clock.fixed(NOW, ZoneOffset.UTC)));
        return api.handle(new ApiRequest("GET", path, Map.of(), Map.of(), new byte[0]));
    }

    private static JsonNode json(ApiResponse answer) {
        return Json.MAPPER.readTree(answer.body().toBytes());
    }

    /** So many runs, all alike, and nothing that changes them. */
    private record History(List<Run> all) implements Runs {
        History(int count) {
            this(IntStream.range(0, count).mapToObj(i -> run()).toList());
        }

        private static Run run() {
            String id = UUID.randomUUID().toString();
            return new Run(id, "alice", RunStatus.RUNNING, NOW, null, null, null,
                    new RunParams(id, List.of(), 60, 5), Meta.EMPTY, null);
        }

        String id(int index) {
            return all.get(index).id();
        }

        @Override
        public int countRunning() {
            return all.size();
        }

        @Override
        public List<Run> running() {
            return all;
        }

        @Override
        public Optional<Run> find(String id) {
            return all.stream().filter(run -> run.id().equals(id)).findFirst();
        }

        @Override
        public Slice<Run> newestFirst(RunQuery query, @Nullable String after, int limit) {
            return new Slice<>(all.stream().limit(limit).map(run -> new Slice.Entry<>(run, run.id())).toList(),
                    all.size() > limit ? all.get(limit - 1).id() : null);
        }

        @Override
        public Optional<Run> start(String id, String user, StartRequest request, Instant now, int maxRunning,
                Memo<Run> memo) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Run finish(String id, Ending ending, Memo<Run> memo) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int interruptAll(Instant now, Memo<Integer> memo) {
            throw new UnsupportedOperationException();
        }
    }
}
