package com.sentori.sandbox.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.sentori.sandbox.metrics.Limits;
import com.sentori.sandbox.metrics.Metric;
import com.sentori.sandbox.metrics.Metrics;
import com.sentori.sandbox.metrics.Window;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it listens to what the process prints")
class FunctionLogsTest {
    private static final Instant NOW = Instant.parse("2026-01-15T10:30:00Z");
    private static final String DOCUMENT = """
            {"_aws":{"Timestamp":1768473000000,"CloudWatchMetrics":[{"Namespace":"IoTPlayground/Sensors",\
            "Dimensions":[["SensorId","User"],["User"]],"Metrics":[{"Name":"SensorReading","Unit":"None"},\
            {"Name":"DataIngested","Unit":"Count","StorageResolution":1}]}]},"SensorId":"sensor-1","User":"alice",\
            "SensorReading":[20.5,21.5],"DataIngested":2}""";

    private final PrintStream before = System.out;
    private final ByteArrayOutputStream rest = new ByteArrayOutputStream();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Metrics metrics = new Metrics(clock, Limits.STANDARD);
    @TempDir
    private Path folder;
    private LogGroups groups;
    private FunctionLogs logs;

    @BeforeEach
    void listen() throws IOException {
        System.setOut(new PrintStream(rest, true, StandardCharsets.UTF_8));
        groups = new LogGroups(folder);
        logs = new FunctionLogs(groups, metrics, clock);
    }

    @AfterEach
    void stop() throws Exception {
        logs.close();
        groups.close();
        System.setOut(before);
    }

    @Test
    void a_document_in_the_embedded_format_becomes_metrics_and_a_line_of_the_log() throws Exception {
        run("lambda_sensor_api", () -> System.out.println(DOCUMENT));

        assertThat(metrics.list(_ -> true)).containsExactlyInAnyOrder(
                metric("SensorReading", Map.of("SensorId", "sensor-1", "User", "alice")),
                metric("SensorReading", Map.of("User", "alice")),
                metric("DataIngested", Map.of("SensorId", "sensor-1", "User", "alice")),
                metric("DataIngested", Map.of("User", "alice")));
        assertThat(sums("SensorReading", 60)).containsExactly(entry(NOW.getEpochSecond(), 42d));
        assertThat(sums("DataIngested", 1)).containsExactly(entry(NOW.getEpochSecond(), 2d));
        assertThat(rest.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(Files.readString(folder.resolve("lambda_sensor_api.log"))).isEqualTo(NOW + " " + DOCUMENT + "\n");
    }

    @Test
    void other_lines_go_where_they_went_before_too() throws Exception {
        run("lambda_run_api", () -> System.out.println("{\"message\":\"grün\"}"));
        System.out.println("of nobody");

        assertThat(rest.toString(StandardCharsets.UTF_8).lines()).containsExactly("{\"message\":\"grün\"}",
                "of nobody");
        assertThat(Files.readString(folder.resolve("lambda_run_api.log"))).isEqualTo(
                NOW + " {\"message\":\"grün\"}\n");
    }

    @Test
    void lines_of_many_threads_stay_whole() {
        IntStream.range(0, 200).parallel().forEach(_ -> run("lambda_sensor_api", () -> {
            System.out.print(DOCUMENT.substring(0, 50));
            System.out.print(DOCUMENT.substring(50));
            System.out.println();
        }));

        assertThat(sums("DataIngested", 60)).containsExactly(entry(NOW.getEpochSecond(), 400d));
    }

    @Test
    void a_document_that_does_not_follow_the_format_gives_no_metric() {
        for (String broken : new String[]{"{\"_aws\":1}", "{\"_aws\":{}}", "{\"_aws\":",
                "{\"_aws\":{\"Timestamp\":\"x\"}}",
                DOCUMENT.replace("[20.5,21.5]", "\"warm\"").replace("\"DataIngested\":2", "\"DataIngested\":null"),
                DOCUMENT.replace("\"User\":\"alice\"", "\"User\":{}"), DOCUMENT.replace("1768473000000", "1"),
                DOCUMENT.replace("Namespace", "Nomspace")}) {
            System.out.println(broken);
        }
        assertThat(metrics.list(_ -> true)).isEmpty();
    }

    @Test
    void a_log_is_read_from_its_oldest_line_on_also_by_who_opens_it_later() throws Exception {
        String line = "x".repeat(100_000);
        run("lambda_run_api", () -> IntStream.range(0, 60).forEach(i -> System.out.println(i + " " + line)));
        groups.close();
        Files.writeString(folder.resolve("lambda_run_api.log"), "2026-01-15T10:3", StandardOpenOption.APPEND);

        groups = new LogGroups(folder);
        LogGroup group = groups.named("/aws/lambda/lambda_run_api").orElseThrow();
        List<String> read = new ArrayList<>();
        group.read(event -> {
            assertThat(event.time()).isEqualTo(NOW);
            return read.add(event.message().split(" ", -1)[0]) && read.size() < 55;
        });
        assertThat(groups.all()).containsExactly(group);
        assertThat(read).isEqualTo(IntStream.range(0, 55).mapToObj(Integer::toString).toList());
    }

    @Test
    void a_log_does_not_grow_without_bound() throws Exception {
        String line = "x".repeat(100_000);
        run("lambda_run_api", () -> IntStream.range(0, 200).forEach(_ -> System.out.println(line)));

        try (var files = Files.list(folder)) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThan(9_000_000);
        }
    }

    private void run(String function, Runnable body) {
        assertThat(logs.during(function, () -> {
            body.run();
            return function;
        })).isEqualTo(function);
    }

    private Map<Long, Double> sums(String name, int period) {
        Map<Long, Double> sums = new TreeMap<>();
        metrics.read(metric(name, Map.of("User", "alice")), null, new Window(0, NOW.getEpochSecond() + 60, period))
                .forEach((time, values) -> sums.put(time, values.sum()));
        return sums;
    }

    private static Metric metric(String name, Map<String, String> dimensions) {
        return Metric.of("IoTPlayground/Sensors", name, dimensions);
    }
}
