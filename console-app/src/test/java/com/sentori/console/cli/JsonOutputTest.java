package com.sentori.console.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.backends.FaultyBackend;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.StartRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What commands print for programs, by the published schemas. */
class JsonOutputTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private FaultyBackend backend;

    @BeforeEach
    void open() throws IOException {
        backend = new FaultyBackend();
    }

    @AfterEach
    void close() {
        backend.close();
    }

    @ParameterizedTest
    @CsvSource({"result-1, run start --sensors 2 --rate 10/s --duration 1s --threshold p(95)>=0", "show-1, run show ID",
            "stopped-1, run stop ID", "scenarios-1, run scenarios"})
    void keeps_to_its_schema(String schema, String command) throws Exception {
        String id = backend.client("ecs").start(new StartRequest(List.of("a"), 60, 5, Meta.EMPTY), "one").id();
        List<String> words = new ArrayList<>(List.of(command.strip().replace("ID", id).split(" ", -1)));
        words.add("--json");
        if (!command.endsWith("scenarios")) {
            words.addAll(List.of("--ecs", backend.url()));
        }
        assertThat(Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), words.toArray(String[]::new)))
                .as(err::toString)
                .isZero();
        PublishedSchemas.check(schema.strip(), out.toString());
    }
}
