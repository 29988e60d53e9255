package com.sentori.console.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.FaultyBackend;
import com.sentori.console.backends.FaultyBackend.Fault;
import com.sentori.console.runs.Drive;
import com.sentori.console.runs.Order;
import com.sentori.console.runs.Records;
import com.sentori.console.runs.RunSession;
import com.sentori.console.simulator.Waveform;
import com.sentori.contract.json.Json;
import com.sentori.contract.readings.NewReading;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.StartRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RunExportTest {
    private static final Order ORDER = Order.of(new Order.Form(5, 20, Waveform.SINE), Duration.ofSeconds(1), 7,
            List.of());

    @TempDir
    private Path folder;
    private FaultyBackend backend;

    @BeforeEach
    void open() throws IOException {
        backend = new FaultyBackend();
    }

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void writes_the_whole_run_with_its_check_under_its_name() throws Exception {
        String id = drive();
        List<Long> heard = new ArrayList<>();
        List<Path> files = new RunExport(backend.client("my ecs/..")).write(id, folder, heard::add);
        assertThat(files).extracting(file -> file.getFileName().toString())
                .containsExactly("my_ecs_..-" + id + ".csv", "my_ecs_..-" + id + ".json");
        assertThat(folder.toFile().list()).hasSize(2);
        assertThat(heard).last().isEqualTo(100L);

        List<String> lines = Files.readAllLines(files.getFirst());
        assertThat(lines).hasSize(101).first().asString().startsWith("timestamp_utc,timestamp_epoch_ms,received_utc");
        assertThat(lines.get(1)).matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z,\\d+,.*,sensor-1,temperature,[0-9.]+,0,.*");

        JsonNode json = Json.body(Files.readAllBytes(files.getLast()));
        assertThat(json.path("schema").asString()).isEqualTo("sentori.run/1");
        assertThat(json.path("run").path("status").asString()).isEqualTo("COMPLETED");
        assertThat(json.path("readings").size()).isEqualTo(100).isEqualTo(json.path("count").asInt());
        assertThat(json.path("check").path("sent").asInt()).isEqualTo(100);
        assertThat(json.path("check").path("missing").asInt()).isZero();
    }

    @Test
    void a_run_that_goes_on_is_written_as_it_stands_without_a_check() throws Exception {
        String id = backend.client("ecs").start(new StartRequest(List.of("=cmd"), 60, 5, Meta.EMPTY), "start").id();
        backend.client("ecs")
                .ingest(id, List.of(new NewReading("=cmd|'/c calc'!A1", "a,\"b\"\n", -1.5, Instant.EPOCH,
                        null)), "ingest");
        List<Path> files = new RunExport(backend.client("ecs")).write(id, folder, _ -> {});
        assertThat(Files.readString(files.getFirst()))
                .contains(",'=cmd|'/c calc'!A1,\"a,\"\"b\"\"\n\",-1.5,,");
        assertThat(Json.body(Files.readAllBytes(files.getLast())).path("check").isNull()).isTrue();
    }

    @Test
    void leaves_nothing_behind_when_it_is_cancelled_or_fails() throws Exception {
        String id = drive();
        RunExport export = new RunExport(backend.client("ecs"));
        assertThatThrownBy(() -> export.write(id, folder, _ -> Thread.currentThread().interrupt()))
                .isInstanceOf(InterruptedIOException.class);
        assertThatThrownBy(() -> export.write(id, folder, _ -> {
            throw new IllegalStateException("the screen is gone");
        })).isInstanceOf(IllegalStateException.class);
        backend.suffer(Fault.UNAVAILABLE);
        assertThatThrownBy(() -> export.write(id, folder, _ -> {})).isInstanceOf(BackendException.class);
        assertThat(folder).isEmptyDirectory();
    }

    private String drive() throws BackendException, InterruptedException, IOException {
        try (RunSession session = RunSession.start(List.of(backend.client("ecs")), ORDER,
                new Records(folder.resolveSibling("data-" + folder.getFileName())), (_, _, _) -> {},
                Clock.systemUTC())) {
            session.await();
            Drive drive = session.drives().getFirst();
            return drive.progress().run().id();
        }
    }
}
