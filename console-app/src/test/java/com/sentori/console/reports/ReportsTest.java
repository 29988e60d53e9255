package com.sentori.console.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.FaultyBackend;
import com.sentori.console.backends.FaultyBackend.Fault;
import com.sentori.console.journal.Arrivals;
import com.sentori.console.journal.Journal;
import com.sentori.console.journal.SeenRun;
import com.sentori.console.journal.Segment;
import com.sentori.console.reports.Reports.Wanted;
import com.sentori.console.reports.Verdict.Outcome;
import com.sentori.console.reports.Verdict.Subject;
import com.sentori.console.runs.Order;
import com.sentori.console.runs.Records;
import com.sentori.console.runs.RunSession;
import com.sentori.console.runs.Threshold;
import com.sentori.console.simulator.Waveform;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import com.sentori.contract.json.Json;
import com.sentori.contract.json.Timestamps;
import com.sentori.contract.readings.NewReading;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.StartRequest;
import com.sentori.contract.summary.RunDigest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;

class ReportsTest {
    private static final Set<Form> ALL = EnumSet.allOf(Form.class);
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final List<String> PLANTED = List.of("<script>alert(1)</script>", "=cmd|'/c calc'!A1", "+1", "-1+1",
            "@SUM(1)", "\tx", "line\r\nbreak", "]]>-->", "\u202Egnp.exe", "%PDF-1.7 (x) Tj ET", "../../etc/passwd",
            "\"onload=\"x", "&#60;script&#62;", "'><img src=x onerror=alert(1)>", "中文 🚀");

    @TempDir
    private Path folder;
    @TempDir
    private Path data;
    @AutoClose
    private final FaultyBackend ecs = new FaultyBackend();
    @AutoClose
    private final FaultyBackend serverless = new FaultyBackend();

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void all_forms_of_a_twin_run_say_the_same_numbers(String language) throws Exception {
        String id = drive(Threshold.list("p(95)<60000, temperature:max<=0"), ecs.client("ecs"),
                serverless.client("serverless"));
        Reports.Written written = reports(language).write(Wanted.of(id), ALL, folder, _ -> {});
        Report report = written.report();
        assertThat(written.files()).extracting(file -> String.valueOf(file.getFileName()))
                .containsExactly("readings-ecs-" + id + ".csv",
                        "readings-serverless-" + report.halves().getLast().run().id() + ".csv",
                        "report-" + id + ".html",
                        "report-" + id + ".pdf", "report-" + id + ".csv", "report-" + id + ".json");
        assertThat(folder.toFile().list()).hasSize(6);

        JsonNode json = Json.body(Files.readAllBytes(file(".json")));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("..", "docs", "schemas", "report-1.json")), InputFormat.JSON)
                .validate(Files.readString(file(".json")), InputFormat.JSON)).isEmpty();
        assertThat(json.path("verdict").path("outcome").asString()).isEqualTo("FAILED");
        Verdict.Finding first = report.verdict().findings().getFirst();
        assertThat(first.subject()).isEqualTo(Subject.THRESHOLD);
        assertThat(first.text()).isEqualTo("temperature:max<=0");
        assertThat(first.since()).isNotNull();

        Texts texts = new Texts(Locale.of(language));
        Figures figures = new Figures(texts, ZONE);
        Document html = html(file(".html"));
        String pdf = pdf(file(".pdf"));
        List<String> csv = Files.readAllLines(file("report-" + id + ".csv"));
        for (int i = 0; i < 2; i++) {
            JsonNode half = json.path("halves").path(i);
            JsonNode quality = half.path("quality");
            assertThat(quality.path("sent").asInt()).isEqualTo(100);
            String backend = half.path("backend").path("name").asString();
            for (String figure : List.of("sent", "stored", "missing", "duplicated", "different", "late")) {
                long value = quality.path(figure).asLong();
                String label = texts.get("report.figure." + figure);
                assertThat(row(html, label)).as(label).element(i + 1).isEqualTo(figures.count(value));
                assertThat(csv).anySatisfy(line -> assertThat(line)
                        .startsWith(backend + "," + half.path("run").path("id").asString() + "," + figure + ",COUNT,"
                                + value + ","));
            }
            assertThat(squeezed(pdf)).contains(squeezed(texts.get("report.figure.sent") + "100" + "100"))
                    .contains(squeezed(quality.path("storedDigest").asString()));
            JsonNode delay = half.path("latency").path("delay");
            assertThat(delay.path("count").asInt()).isEqualTo(100);
            List<String> latency = row(html, texts.get("report.latency.DELAY"), backend);
            for (String figure : List.of("p50", "p90", "p95", "p99", "p999", "max")) {
                double value = delay.path(figure).asDouble();
                assertThat(latency).contains(figures.tenths(value));
                assertThat(csv).anySatisfy(
                        line -> assertThat(line).contains(",delay." + figure + ",MILLIS,").contains(plain(value)));
            }
            assertThat(squeezed(pdf)).contains(squeezed(String.join("", latency)));
            JsonNode values = half.path("types").path(0);
            List<String> shown = row(html, "temperature", backend);
            for (String figure : List.of("min", "mean", "max", "p50", "p95", "p99")) {
                assertThat(shown).contains(figures.number(values.path(figure).asDouble()));
            }
            assertThat(squeezed(pdf)).contains(squeezed(String.join("", shown)));
            readingsAgree(file("readings-" + backend), half);
        }
        assertThat(json.path("together").path("delay").path("count").asInt()).isEqualTo(200);
        assertThat(json.path("comparisons").size()).isEqualTo(1);
        assertThat(html.getDocumentElement().getAttribute("lang")).isEqualTo(language);
        assertThat(html.getElementsByTagName("svg").getLength()).isEqualTo(5);
    }

    /** What a spreadsheet would make of the readings is what the report says of them. */
    private static void readingsAgree(Path file, JsonNode half) throws IOException {
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.getFirst()).startsWith("timestamp_utc,timestamp_epoch_ms,received_utc,received_epoch_ms,");
        RunDigest digest = new RunDigest();
        double max = Double.NEGATIVE_INFINITY;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Instant taken = Timestamps.parse(cells[0]);
            assertThat(taken.toEpochMilli()).isEqualTo(Long.parseLong(cells[1]));
            double value = Double.parseDouble(cells[6]);
            max = Math.max(max, value);
            digest.add(cells[4], cells[5], Long.valueOf(cells[7]), taken, value);
        }
        assertThat(lines).hasSize(half.path("readings").path("count").asInt() + 1);
        assertThat(max).isEqualTo(half.path("types").path(0).path("max").asDouble());
        assertThat(digest.hex()).isEqualTo(half.path("quality").path("storedDigest").asString())
                .isEqualTo(half.path("quality").path("sentDigest").asString());
    }

    @Test
    void a_run_that_holds_all_has_passed() throws Exception {
        String id = drive(Threshold.list("p(99)<60000,temperature:avg>-1000"), ecs.client("ecs"));
        Report report = report(id);
        assertThat(report.verdict().outcome()).isEqualTo(Outcome.PASSED);
        Half half = report.halves().getFirst();
        assertThat(half.plan().seed()).isEqualTo(7);
        assertThat(half.plan().configurationHash()).hasSize(64);
        assertThat(half.failures()).isEmpty();
        assertThat(half.cost().total()).isNotNull();
        assertThat(report.together()).isNull();
        assertThat(report.comparisons()).isEmpty();
    }

    @Test
    void a_missing_reading_breaks_the_check_and_is_named_by_its_time() throws Exception {
        String id = drive(List.of(), ecs.client("ecs"));
        Reading lost = ecs.readings().getLast();
        ecs.loseLastReading();
        Report report = report(id);
        assertThat(report.verdict().findings().getFirst()).extracting(Verdict.Finding::subject, Verdict.Finding::since)
                .containsExactly(Subject.CHECK, lost.timestamp());
        assertThat(report.halves().getFirst().quality().missing()).isEqualTo(1);
    }

    @Test
    void what_another_client_drove_is_not_measured_here_and_never_0() throws Exception {
        String id = foreign();
        Reports.Written written = reports("en").write(Wanted.of(id), ALL, folder, _ -> {});
        Half half = written.report().halves().getFirst();
        assertThat(half.latency()).isNull();
        assertThat(half.failures()).isNull();
        assertThat(half.quality().sent()).isNull();
        assertThat(half.quality().stored()).isEqualTo(1);
        assertThat(written.report().verdict().outcome()).isEqualTo(Outcome.NO_VERDICT);
        assertThat(row(html(file(".html")), "Sent")).element(1).isEqualTo("not measured here");
        assertThat(Files.readAllLines(file("report-" + id + ".csv")))
                .contains("ecs," + id + ",sent,COUNT,,,,,,")
                .contains("ecs," + id + ",delay.p95,MILLIS,,,,,,");
    }

    @Test
    void says_that_the_backend_did_not_tell_its_digest() throws Exception {
        ecs.suffer(Fault.SUMMARY_REFUSED);
        String id = drive(List.of(), ecs.client("ecs"));
        reports("en").write(Wanted.of(id), ALL, folder, _ -> {});
        assertThat(row(html(file(".html")), "The backend’s own digest")).element(1)
                .isEqualTo("not told by the backend");
    }

    @Test
    void is_made_of_the_journal_alone_when_the_backend_is_away() throws Exception {
        String id = drive(List.of(), ecs.client("ecs"));
        Half from = report(id).halves().getFirst();
        Run run = ecs.client("ecs").run(id);
        try (Journal journal = Journal.open(data, Long.MAX_VALUE, Clock.systemUTC())) {
            journal.keep(new SeenRun("store", "ecs", run));
            journal.write(List.of(segment(id, ecs.readings())), List.of());
            ecs.close();
            serverless.close();
            // Also while the window has it.
            Half seen = report(id).halves().getFirst();
            assertThat(seen.backend().source()).isEqualTo(Half.Source.JOURNAL);
            assertThat(seen.quality()).isEqualTo(from.quality());
            assertThat(seen.types()).isEqualTo(from.types());
            assertThat(seen.latency()).isEqualTo(from.latency());
            assertThat(seen.readings().unseen()).isZero();
        }
    }

    @Test
    void a_journal_with_a_hole_gives_no_check() throws Exception {
        String id = drive(List.of(), ecs.client("ecs"));
        try (Journal journal = Journal.open(data, Long.MAX_VALUE, Clock.systemUTC())) {
            journal.keep(new SeenRun("store", "ecs", ecs.client("ecs").run(id)));
            Segment whole = segment(id, ecs.readings().subList(40, 100));
            journal.write(List.of(new Segment("store", id, 40, whole.last(), "cursor", true, whole.series(),
                    whole.arrivals())), List.of());
        }
        ecs.close();
        serverless.close();
        Report report = report(id);
        assertThat(report.halves().getFirst().readings().unseen()).isEqualTo(40);
        assertThat(report.halves().getFirst().quality().missing()).isNull();
        assertThat(report.verdict().outcome()).isEqualTo(Outcome.NO_VERDICT);
    }

    @Test
    void compares_with_a_baseline() throws Exception {
        String baseline = drive(List.of(), serverless.client("serverless"));
        String id = drive(List.of(), ecs.client("ecs"));
        Reports.Written written = reports("en").write(new Wanted(id, new Baseline(baseline, 1_000), List.of()), ALL,
                folder, _ -> {});
        Report report = written.report();
        assertThat(written.verdict()).isEqualTo("Passed. All 15 things that were judged were held.");
        Comparison comparison = report.comparisons().getFirst();
        assertThat(comparison.baselineRunId()).isEqualTo(baseline);
        Comparison.Difference delay = comparison.differences()
                .stream()
                .filter(one -> one.figure().equals("delay.p95"))
                .findFirst()
                .orElseThrow();
        double value = Objects.requireNonNull(delay.value());
        double other = Objects.requireNonNull(delay.baseline());
        assertThat(report.verdict().findings()).filteredOn(one -> one.text().startsWith("delay.p95<="))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.subject()).isEqualTo(Subject.BASELINE);
                    assertThat(one.measured()).isEqualTo(value);
                });
        assertThat(delay.difference()).isEqualTo(value - other);
        assertThat(delay.ratio()).isEqualTo(value / other);
        assertThat(Files.readString(file("report-" + id + ".csv")))
                .contains("delay.p95,MILLIS," + plain(value) + ",serverless," + baseline + "," + plain(other));
        assertThat(Files.readString(file(".html"))).contains("ecs " + id.substring(28) + " against serverless ");
        assertThat(pdf(file(".pdf"))).contains("ecs " + id.substring(28) + " against serverless ");
    }

    @Test
    void nothing_that_was_planted_runs_or_reckons_or_leaves_the_folder() throws Exception {
        BackendClient client = ecs.client("../<b>ecs</b>");
        Run run = client.start(new StartRequest(PLANTED, 60, 5,
                Meta.of(Json.MAPPER.createObjectNode()
                        .put("client", PLANTED.getFirst())
                        .put("session", PLANTED.get(10))
                        .put("scenario", PLANTED.get(8)))),
                "start");
        client.ingest(run.id(), PLANTED.stream()
                .map(planted -> new NewReading(planted, planted, -1.5, run.startedAt(), null))
                .toList(), "ingest");
        client.finish(run.id(), "FAILED", String.join(" ", PLANTED));
        List<Report.Mark> marks = PLANTED.stream().map(text -> new Report.Mark(run.startedAt(), text)).toList();
        Path out = folder.resolve("out");
        new Reports(List.of(client), data, new Texts(Locale.ENGLISH), ZONE, Clock.systemUTC())
                .write(new Wanted(run.id(), null, marks), ALL, out, _ -> {});

        assertThat(folder.toFile().list()).containsExactly("out");
        assertThat(out.toFile().list()).hasSize(5).allMatch(name -> name.matches("[A-Za-z0-9._-]+"));
        Document html = html(find(out, ".html"));
        NodeList elements = html.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            assertThat(element.getTagName()).isNotIn("script", "img", "b", "iframe", "link", "a");
            for (int j = 0; j < element.getAttributes().getLength(); j++) {
                assertThat(element.getAttributes().item(j).getNodeName()).doesNotStartWith("on")
                        .isNotIn("src", "href", "style");
            }
        }
        String page = Files.readString(find(out, ".html"));
        assertThat(page).contains("default-src 'none'".replace("'", "&#39;"))
                .doesNotContain("<script")
                .doesNotContain("\u202E")
                .contains("\\u{202E}gnp.exe")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        for (Path file : List.of(find(out, "readings-"), find(out, "report-" + run.id() + ".csv"))) {
            for (String cell : cells(Files.readString(file))) {
                assertThat(cell.isEmpty() || "=+@\t\r".indexOf(cell.charAt(0)) < 0).as(cell).isTrue();
                assertThat(!cell.startsWith("-") || cell.matches("-[0-9.E-]+")).as(cell).isTrue();
            }
        }
        try (PDDocument pdf = Loader.loadPDF(find(out, ".pdf").toFile())) {
            assertThat(pdf.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(pdf.getDocumentCatalog().getNames()).isNull();
            assertThat(squeezed(new PDFTextStripper().getText(pdf))).contains("%PDF-1.7(x)TjET").contains("\\u{202E}");
        }
        JsonNode json = Json.body(Files.readAllBytes(find(out, ".json")));
        assertThat(json.path("halves").path(0).path("types").path(0).path("type").asString())
                .isEqualTo(PLANTED.getFirst());
    }

    @Test
    void leaves_nothing_behind_when_it_is_cancelled_or_fails() throws Exception {
        String id = drive(List.of(), ecs.client("ecs"));
        assertThatThrownBy(
                () -> reports("en").write(Wanted.of(id), ALL, folder, _ -> Thread.currentThread().interrupt()))
                .isInstanceOf(InterruptedIOException.class);
        assertThatThrownBy(() -> reports("en").write(Wanted.of(id), ALL, folder, _ -> {
            throw new IllegalStateException("the screen is gone");
        })).isInstanceOf(IllegalStateException.class);
        ecs.suffer(Fault.UNAVAILABLE);
        assertThatThrownBy(() -> reports("en").write(Wanted.of(id), ALL, folder, _ -> {}))
                .isInstanceOf(BackendException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void takes_the_operators_own_prices_and_says_so_if_they_are_none() throws Exception {
        String id = drive(List.of(), ecs.client("ecs"));
        Files.writeString(data.resolve("prices.json"), """
                {"schema": "sentori.prices/1", "date": "2027-01-01", "currency": "EUR", "region": "here", "items": [
                {"backend": "ecs", "name": "rack", "unit": "readings", "price": 2, "per": 1, "basis": "COUNTED",
                "perReading": 1}]}""");
        Cost cost = report(id).halves().getFirst().cost();
        assertThat(cost.total()).isEqualTo(200);
        assertThat(cost.currency()).isEqualTo("EUR");
        Files.writeString(data.resolve("prices.json"), "{}");
        assertThatThrownBy(() -> report(id)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no price file");
    }

    private Reports reports(String language) {
        return new Reports(List.of(ecs.client("ecs"), serverless.client("serverless")), data,
                new Texts(Locale.of(language)), ZONE, Clock.systemUTC());
    }

    private Report report(String id) throws Exception {
        return reports("en").write(Wanted.of(id), Set.of(), folder, _ -> {}).report();
    }

    private String drive(List<Threshold> thresholds, BackendClient... on) throws Exception {
        Order order = Order.of(new Order.Form(5, 20, Waveform.SINE), Duration.ofSeconds(1), 7, thresholds);
        try (RunSession session = RunSession.start(List.of(on), order, new Records(data), (_, _, _) -> {},
                Clock.systemUTC())) {
            session.await();
            return session.drives().getFirst().progress().run().id();
        }
    }

    private String foreign() throws BackendException {
        BackendClient client = ecs.client("ecs");
        String id = client.start(new StartRequest(List.of("a"), 60, 5, Meta.EMPTY), "start").id();
        client.ingest(id, List.of(new NewReading("a", "temperature", -1.5, Instant.EPOCH, null)), "ingest");
        client.finish(id, "SUCCESS", null);
        return id;
    }

    private static Segment segment(String id, List<Reading> readings) {
        Arrivals arrivals = new Arrivals();
        List<Segment.Name> names = new ArrayList<>();
        for (Reading reading : readings) {
            Segment.Name name = new Segment.Name(reading.sensorId(), reading.type());
            if (!names.contains(name)) {
                names.add(name);
            }
            arrivals.add(names.indexOf(name), reading.timestamp().toEpochMilli(), reading.value(), reading.position(),
                    Objects.requireNonNull(reading.seq()), reading.receivedAt().toEpochMilli());
        }
        return new Segment("store", id, 0, readings.getLast().position(), "cursor", true, names, arrivals);
    }

    private Path file(String part) throws IOException {
        return find(folder, part);
    }

    private static Path find(Path in, String part) throws IOException {
        try (var files = Files.list(in)) {
            return files.filter(file -> String.valueOf(file.getFileName()).contains(part)).findFirst().orElseThrow();
        }
    }

    /** Whatever is not well-formed is no page of ours. */
    private static Document html(Path file) throws Exception {
        String page = Files.readString(file).replaceFirst("<!DOCTYPE html>", "");
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> row(Document html, String... begin) {
        NodeList rows = html.getElementsByTagName("tr");
        return IntStream.range(0, rows.getLength())
                .mapToObj(i -> cells((Element) rows.item(i)))
                .filter(cells -> cells.size() >= begin.length
                        && cells.subList(0, begin.length).equals(Arrays.asList(begin)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> cells(Element row) {
        return IntStream.range(0, row.getChildNodes().getLength())
                .mapToObj(i -> row.getChildNodes().item(i).getTextContent())
                .toList();
    }

    private static String pdf(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** Without blanks: where lines break, and which blank a language puts into its figures, is no matter of numbers. */
    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00A0\\u202F\\u2009]", "");
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }

    private static List<String> cells(String csv) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                cells.add(cell.toString().replaceFirst("\r$", ""));
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        return cells;
    }
}
