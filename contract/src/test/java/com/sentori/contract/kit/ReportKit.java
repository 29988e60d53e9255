package com.sentori.contract.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sentori.contract.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Runs to take away: the archive of reports, and a whole run as lines of JSON. */
abstract class ReportKit extends Topic {
    private static final String DOWNLOAD = "/api/reports/download";
    /** So many readings of {@link #incompressible} make an archive of more than one part. */
    private static final int LARGE = 100_000;
    private static final int BATCH = 5_000;

    @Test
    void an_archive_holds_the_run_its_readings_and_its_summary() {
        String run = started();
        ingest(run, "[{\"sensorId\":\"=1+1\",\"reading\":-0.5,\"seq\":7,\"timestamp\":\"2026-01-15T10:30:00Z\"},"
                + "{\"sensorId\":\"a,\\\"b\\\"\",\"type\":\"t\",\"reading\":1e300}]").is(201);
        Answer ended = finish(run, "{}").is(200);
        Answer answer = get(DOWNLOAD + "?runId=" + run).isDownload();

        answer.header("Content-Type").isEqualTo("application/zip");
        answer.header("Content-Disposition").contains("simulation-reports.zip");
        Map<String, String> files = unzipped(answer);
        assertThat(files).hasSize(3);
        assertThat(Json.MAPPER.readTree(file(files, run, "run.json"))).isEqualTo(ended.json());
        assertThat(Json.MAPPER.readTree(file(files, run, "summary.json")))
                .isEqualTo(get("/api/runs/" + run + "/summary").is(200).json());
        List<String> lines = file(files, run, "readings.csv").lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).startsWith("timestamp_utc,timestamp_epoch_ms");
        assertThat(lines.get(1)).startsWith("2026-01-15T10:30:00.000Z,1768473000000,")
                .contains(",'=1+1,temperature,-0.5,7,");
        assertThat(lines.get(2)).contains(",\"a,\"\"b\"\"\",t,1.0E300,,");
    }

    @Test
    void several_runs_are_named_and_come_in_folders_of_their_own() {
        String one = ended();
        String two = ended();
        Map<String, String> files = unzipped(get(DOWNLOAD + "?runId=" + one + "&runId=" + two).isDownload());
        assertThat(files.keySet()).filteredOn(name -> name.contains(one)).hasSize(3);
        assertThat(files.keySet()).filteredOn(name -> name.contains(two)).hasSize(3);
        assertThat(files).hasSize(6);
    }

    @Test
    void without_a_name_the_newest_ended_runs_come() {
        String run = ended();
        String running = started();
        Answer answer = get(DOWNLOAD).isDownload();
        Map<String, String> files = unzipped(answer);
        assertThat(files.keySet()).anyMatch(name -> name.contains(run)).noneMatch(name -> name.contains(running));
        answer.header("X-Truncated").isIn(null, "true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/html", "application/zip", "*/*", "application/pdf;q=0.1"})
    void whatever_is_accepted_it_is_an_archive(String accepted) {
        get(DOWNLOAD + "?runId=" + ended(), "Accept", accepted).isDownload()
                .header("Content-Type")
                .isEqualTo("application/zip");
    }

    @Test
    void a_run_that_is_unknown_or_has_not_ended_has_no_report() {
        get(DOWNLOAD + "?runId=" + UUID.randomUUID()).isRefused(404, "RUN_NOT_FOUND");
        get(DOWNLOAD + "?runId=" + ended() + "&runId=no-uuid").isRefused(404, "RUN_NOT_FOUND");
        String running = started();
        get(DOWNLOAD + "?runId=" + running).isRefused(404, "RUN_NOT_FOUND");
        String ended = ended();
        Answer answer = get(DOWNLOAD + "?runId=" + running + "&runId=" + ended).isDownload();
        answer.header("X-Truncated").isEqualTo("true");
        assertThat(unzipped(answer)).hasSize(3);
    }

    @Test
    void a_long_run_comes_whole() {
        String run = started();
        ingest(run, "s", 0, 5_000);
        ingest(run, "s", 5_000, 10_000);
        ingest(run, "s", 10_000, 12_345);
        finish(run, "{}").is(200);
        String csv = file(unzipped(get(DOWNLOAD + "?runId=" + run).isDownload()), run, "readings.csv");
        assertThat(csv.lines()).hasSize(12_346);
    }

    /** {@code ecs} streams it; {@code serverless} builds it in steps and sends to it. */
    @Test
    void a_report_that_is_larger_than_an_answer_comes_whole_to_all_who_want_it_at_once() {
        String run = endedLarge();
        List<Answer> archives = Backend.atOnce(3, () -> fetched(DOWNLOAD + "?runId=" + run));
        Answer archive = archives.getFirst();
        assertThat(archives).allSatisfy(one -> assertThat(one.body()).isEqualTo(archive.body()));
        archive.header("Content-Disposition").contains("simulation-reports.zip");
        assertThat(archive.body().length).isGreaterThan(4 * 1024 * 1024);
        Map<String, String> files = unzipped(archive);
        assertThat(files).hasSize(3);
        assertThat(Json.MAPPER.readTree(file(files, run, "summary.json")))
                .isEqualTo(get("/api/runs/" + run + "/summary").is(200).json());
        Iterator<String> lines = file(files, run, "readings.csv").lines().skip(1).iterator();
        String after = "";
        int seen = 0;
        while (seen < LARGE) {
            Answer page = tail(run, "?limit=10000" + after).is(200);
            for (JsonNode item : page.at("/items").values()) {
                assertThat(lines.next()).contains("," + item.path("type").asString() + ",")
                        .contains("," + Double.toString(item.path("reading").doubleValue()) + ","
                                + item.path("seq").asLong() + "," + item.path("id").asString() + ",");
                seen++;
            }
            after = "&after=" + Backend.encoded(page.textAt("/cursor"));
        }
        assertThat(lines.hasNext()).isFalse();
        // It is there now: nothing is built a second time.
        assertThat(get(DOWNLOAD + "?runId=" + run).status()).isNotEqualTo(202);
    }

    /** A run whose report no single answer holds. */
    private String endedLarge() {
        String run = started();
        Random random = new Random(11);
        for (int from = 0; from < LARGE; from += BATCH) {
            ingest(run, incompressible(random, from, from + BATCH)).is(201);
        }
        finish(run, "{}").is(200);
        return run;
    }

    /** Asks until the archive is there, and goes to where it is. */
    private Answer fetched(String path) {
        AtomicReference<Answer> last = new AtomicReference<>(get(path));
        await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(100)).until(() -> {
            Answer answer = last.get();
            if (answer.status() == 202) {
                answer.header("Retry-After").matches("[0-9]+");
                answer.header("Location").startsWith(DOWNLOAD);
                last.set(get(Objects.requireNonNull(answer.headerValue("Location"))));
            }
            return last.get().status() != 202;
        });
        Answer answer = last.get();
        return answer.status() == 303
                ? get(Objects.requireNonNull(answer.headerValue("Location"))).isDownload()
                : answer.isDownload();
    }

    private static String incompressible(Random random, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "{\"sensorId\":\"s\",\"type\":\"" + letters(random) + "\",\"reading\":"
                        + random.nextDouble() + ",\"seq\":" + i + "}")
                .toList()
                .toString();
    }

    private static String letters(Random random) {
        byte[] bytes = new byte[45];
        random.nextBytes(bytes);
        return "t" + Base64.getUrlEncoder().encodeToString(bytes);
    }

    @Test
    void a_run_comes_as_lines_of_json_where_that_is_announced() {
        String run = started();
        ingest(run, "s", 0, 2_500);
        Answer answer = get("/api/runs/" + run + "/readings", "Accept", "application/x-ndjson").isDownload();
        boolean announced = get("/api/info").at("/features")
                .values()
                .stream()
                .map(JsonNode::asString)
                .anyMatch("ndjson"::equals);
        if (!announced) {
            answer.header("Content-Type").isEqualTo("application/json");
            return;
        }
        answer.header("Content-Type").isEqualTo("application/x-ndjson");
        List<JsonNode> lines = answer.bodyText().lines().map(line -> Json.MAPPER.readTree(line)).toList();
        assertThat(lines).isEqualTo(readings(run));
    }

    private String ended() {
        String run = started();
        ingest(run, "s", 0, 3);
        finish(run, "{}").is(200);
        return run;
    }

    private static String file(Map<String, String> files, String run, String name) {
        return files.entrySet()
                .stream()
                .filter(file -> file.getKey().contains(run) && file.getKey().endsWith("/" + name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " of " + run + " is not among " + files.keySet()));
    }

    private static Map<String, String> unzipped(Answer answer) {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
