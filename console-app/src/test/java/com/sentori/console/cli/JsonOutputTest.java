package com.sentori.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.backends.FaultyBackend;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.StartRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What commands print for programs, by the published schemas. */
class JsonOutputTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    @AutoClose
    private final FaultyBackend backend = new FaultyBackend();

    @ParameterizedTest
    @CsvSource({"result-1, run start --sensors 2 --rate 10/s --duration 1s --threshold p(95)>=0", "show-1, run show ID",
            "stopped-1, run stop ID", "scenarios-1, run scenarios", "dashboards-1, dashboards list"})
    void keeps_to_its_schema(String schema, String command) throws Exception {
        String id = backend.client("ecs").start(new StartRequest(List.of("a"), 60, 5, Meta.EMPTY), "one").id();
        List<String> words = new ArrayList<>(List.of(command.strip().replace("ID", id).split(" ", -1)));
        words.add("--json");
        if (!command.endsWith("scenarios") && !command.endsWith("list")) {
            words.addAll(List.of("--ecs", backend.url()));
        }
        assertThat(Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), words.toArray(String[]::new)))
                .as(err::toString)
                .isZero();
        PublishedSchemas.check(schema.strip(), out.toString());
    }

    @Test
    void a_dashboard_keeps_to_its_schema_also_where_nothing_answers() throws Exception {
        assertThat(Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), "dashboards", "show",
                "prometheus/backend", "--json", "--ecs", backend.url())).isEqualTo(Exit.UNREACHABLE);
        PublishedSchemas.check("dashboard-1", out.toString());
        assertThat(err.toString()).contains("Without an answer", "Latency of requests");
    }
}
