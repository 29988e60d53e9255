package com.sentori.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.contract.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private final Figure fast = Figure.compared("a.rate", "requests/s", new Rounds.Pair(30, 10, 3), Goal.atLeast(3),
            "fast");
    private final Figure slow = Figure.compared("a.p99", "ms", new Rounds.Pair(3, 2, 1.5), Goal.atMost(1), "slow");

    @Test
    void writes_the_rows_as_a_json_array_with_the_members_that_scripts_read(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("rows.json");
        new Report(List.of(), List.of(fast, slow.reducedIf(true))).writeJson(file);
        assertThat(Files.readString(file)).isEqualTo(new String(
                Json.bytes(Json.MAPPER.readTree(
                        """
                                [{"id":"a.rate","value":30.0,"unit":"requests/s","baseline":10.0,"ratio":3.0,"goal":">= 3.00 x","met":true},
                                 {"id":"a.p99","value":3.0,"unit":"ms","baseline":2.0,"ratio":1.5,"goal":"<= 1.00 x","met":false,"reduced":true}]
                                """)),
                StandardCharsets.UTF_8));
    }

    @Test
    void is_not_met_if_a_goal_is_not() {
        assertThat(new Report(List.of(), List.of(fast)).isMet()).isTrue();
        assertThat(new Report(List.of(), List.of(fast, slow)).isMet()).isFalse();
    }

    @Test
    void does_not_judge_what_was_measured_with_smaller_sizes() {
        assertThat(new Report(List.of(), List.of(slow.reducedIf(true))).isMet()).isTrue();
    }
}
