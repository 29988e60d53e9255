package com.sentori.grafana.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.contract.http.ServerSettings;
import com.sentori.contract.json.Json;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.RunParams;
import com.sentori.contract.runs.RunRoutes;
import com.sentori.contract.runs.RunStatus;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DashboardsTest {
    private static JsonNode board(String family, String uid) {
        return Json.MAPPER.readTree(Dashboards.files().get(Path.of(family, uid + ".json")));
    }

    private static List<String> texts(JsonNode list, String member) {
        return list.valueStream().map(each -> each.path(member).asString()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus", "cloudwatch"})
    void the_link_of_a_run_leads_to_a_dashboard_and_chooses_the_run_there(String family) {
        ServerSettings settings = new ServerSettings("ecs", "1", "local", true, null, List.of(), 5,
                Duration.ofMinutes(2), "https://grafana", Set.of());
        Run run = new Run("id", "alice", RunStatus.RUNNING, Instant.EPOCH, null, null, null,
                new RunParams("id", List.of(), 60, 5), Meta.EMPTY, null);
        URI link = URI.create(String.valueOf(RunRoutes.shown(run, settings).grafanaUrl()));
        JsonNode board = board(family, link.getPath().substring("/d/".length()));
        assertThat(link.getQuery()).isEqualTo("var-run=id");
        assertThat(texts(board.path("templating").path("list"), "name")).contains("run");
        assertThat(board.path("uid").asString()).isEqualTo("run");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "sensor", "user", "backend"})
    void both_families_have_the_same_choices_and_what_both_can_show(String uid) {
        List<String> choices = List.of("user", "run", "sensor", "type");
        assertThat(texts(board("prometheus", uid).path("templating").path("list"), "name")).containsAll(choices);
        assertThat(texts(board("cloudwatch", uid).path("templating").path("list"), "name")).containsAll(choices);
        List<String> titles = texts(board("prometheus", uid).path("panels"), "title");
        if (uid.equals("backend")) {
            assertThat(texts(board("cloudwatch", uid).path("panels"), "title")).containsAll(titles.subList(0, 7));
        } else {
            assertThat(texts(board("cloudwatch", uid).path("panels"), "title")).isEqualTo(titles);
        }
    }

    /** Of a value that a pattern groups, Grafana takes the first group alone. */
    @ParameterizedTest
    @ValueSource(strings = {"run", "sensor", "user", "backend"})
    void what_a_pattern_lets_through_is_chosen_whole(String uid) {
        for (String family : List.of("prometheus", "cloudwatch")) {
            assertThat(texts(board(family, uid).path("templating").path("list"), "regex"))
                    .allSatisfy(regex -> assertThat(Pattern.compile(regex).matcher("").groupCount()).isZero());
        }
    }

    @Test
    void no_panel_lies_over_another_or_beyond_the_edge() {
        Dashboards.files().forEach((file, text) -> {
            Set<String> taken = new HashSet<>();
            for (JsonNode panel : Json.MAPPER.readTree(text).path("panels")) {
                JsonNode place = panel.path("gridPos");
                int right = place.path("x").asInt() + place.path("w").asInt();
                assertThat(right).as(file + ", " + panel.path("title")).isLessThanOrEqualTo(24);
                for (int x = place.path("x").asInt(); x < right; x++) {
                    for (int y = place.path("y").asInt(); y < place.path("y").asInt() + place.path("h").asInt(); y++) {
                        assertThat(taken.add(x + "/" + y)).as(file + ", " + panel.path("title")).isTrue();
                    }
                }
            }
        });
    }
}
