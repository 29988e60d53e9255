package com.sentori.console.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.BackendException;
import com.sentori.console.backends.Backends;
import com.sentori.console.backends.Connection;
import com.sentori.console.backends.Telemetry;
import com.sentori.console.cli.PublishedSchemas;
import com.sentori.console.dashboards.Library.Entry;
import com.sentori.console.faults.RunningSandbox;
import com.sentori.console.runs.Order;
import com.sentori.console.runs.Records;
import com.sentori.console.runs.RunSession;
import com.sentori.console.simulator.Waveform;
import com.sentori.console.sources.Line;
import com.sentori.console.sources.LogRow;
import com.sentori.contract.json.Json;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every panel of every dashboard, during a twin run on a sandbox: what is shown against what its source answers to the same question. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class EveryPanelIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SENSORS = 5;

    @TempDir
    private static Path folder;
    private static RunningSandbox sandbox;
    private static @Nullable ScrapingPrometheus prometheus;
    private static Backends backends;
    private static RunSession session;
    private static Instant begun;
    private static Instant failed;
    private static final Library LIBRARY = Library.bundled();

    @BeforeAll
    static void run() throws Exception {
        sandbox = RunningSandbox.start(folder);
        if (ScrapingPrometheus.program().isPresent()) {
            prometheus = ScrapingPrometheus.of(URI.create(sandbox.address("ecsManagement")), folder);
        }
        backends = new Backends(sandbox.profiles(), "tester", Clock.systemUTC());
        begun = Instant.now();
        session = RunSession.start(backends.all().stream().map(Connection::client).toList(),
                Order.of(new Order.Form(SENSORS, 2, Waveform.WALK), Duration.ofMinutes(10), 4711, List.of()),
                new Records(folder.resolve("console")), (_, _, _) -> {}, Clock.systemUTC());
        failed = fail();
    }

    @AfterAll
    static void end() throws Exception {
        if (session != null) {
            session.close();
        }
        if (backends != null) {
            backends.close();
        }
        if (prometheus != null) {
            prometheus.close();
        }
        sandbox.close();
    }

    @Test
    void every_panel_for_prometheus_shows_what_prometheus_answers() throws Exception {
        ScrapingPrometheus source = prometheus;
        assumeTrue(source != null, "Prometheus is not installed: package 'prometheus'");
        try (Sources sources = Sources.of(client("ecs"), new Telemetry(source.address(), null), backends::http,
                Clock.systemUTC())) {
            every(Library.PROMETHEUS, sources, Origin.PROMETHEUS);
        }
    }

    @Test
    void every_panel_for_cloudwatch_shows_what_cloudwatch_answers() throws Exception {
        Telemetry telemetry = Telemetry.ofSandbox("", sandbox.address("cloudWatch"));
        try (Sources sources = Sources.of(client("serverless"), telemetry, backends::http, Clock.systemUTC())) {
            every(Library.CLOUDWATCH, sources, Origin.CLOUDWATCH);
        }
    }

    @Test
    void without_both_the_readings_that_the_backend_has_stored_tell_of_sensors_users_and_runs() throws Exception {
        for (String family : List.of(Library.PROMETHEUS, Library.CLOUDWATCH)) {
            String backend = family.equals(Library.PROMETHEUS) ? "ecs" : "serverless";
            try (Sources sources = Sources.of(client(backend), Telemetry.NONE, backends::http, Clock.systemUTC())) {
                for (String uid : List.of("run", "sensor", "user")) {
                    List<Shown> panels = answered(entry(family, uid), sources);
                    assertThat(panels).as(family + " " + uid).allSatisfy(each -> {
                        assertThat(each.content()).as(each.panel().title())
                                .isNotInstanceOf(Content.Undrawn.class)
                                .isNotInstanceOf(Content.Nothing.class);
                        assertThat(each.origin()).isEqualTo(Origin.BACKEND);
                    });
                }
                assertThat(Round.begin(request(entry(family, "backend")), sources, Instant.now()).askAll())
                        .filteredOn(each -> each.panel().title().equals("Latency of requests"))
                        .singleElement()
                        .satisfies(each -> assertThat(each.content()).isInstanceOf(Content.Undrawn.class));
            }
        }
    }

    private static BackendClient client(String name) {
        return backends.byName(name).orElseThrow().client();
    }

    private static Entry entry(String family, String uid) {
        return LIBRARY.find(family + "/" + uid, family).orElseThrow();
    }

    private static Round.Request request(Entry entry) {
        return new Round.Request(entry.dashboard(), LIBRARY.twin(entry, Locale.ENGLISH), Map.of(), "now-5m", "now",
                Locale.ENGLISH,
                ZoneOffset.UTC);
    }

    /** The panels once all that can be drawn of sensors has something to show. */
    private static List<Shown> answered(Entry entry, Sources sources) {
        List<Shown> last = new ArrayList<>();
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(2)).untilAsserted(() -> {
            List<Shown> panels = Round.begin(request(entry), sources, Instant.now())
                    .askAll()
                    .stream()
                    .filter(each -> !each.panel().isRow())
                    .toList();
            last.clear();
            last.addAll(panels);
            assertThat(panels)
                    .extracting(each -> each.panel().title() + ": " + each.content().getClass().getSimpleName())
                    .noneMatch(each -> each.endsWith("Nothing") && !entry.dashboard().uid().equals("backend"));
        });
        return last;
    }

    private static void every(String family, Sources sources, Origin origin) throws Exception {
        int compared = 0;
        int found = 0;
        for (Entry entry : LIBRARY.entries()) {
            if (!entry.family().equals(family)) {
                continue;
            }
            answered(entry, sources);
            // A time that is over gives the same answer twice: CloudWatch's minutes have to be full for that.
            await().atMost(PATIENCE).until(() -> full().isAfter(begun.plusSeconds(60)) && full().isAfter(failed));
            Instant end = full();
            Round.Request request = request(entry)
                    .during(begun.truncatedTo(ChronoUnit.MINUTES).toString(), end.toString());
            Round round = Round.begin(request, sources, Instant.now());
            Map<String, Chosen> chosen = new HashMap<>();
            round.chosen().forEach(each -> chosen.put(each.variable().name(), each));
            List<Layout.Placed> placed = Layout.of(entry.dashboard(), chosen);
            List<Shown> panels = round.askAll();
            PublishedSchemas.check("dashboard-1",
                    Json.MAPPER.writeValueAsString(ShownJson.of(round, entry.id(), panels, List.of())));
            for (int i = 0; i < panels.size(); i++) {
                Shown shown = panels.get(i);
                if (shown.panel().isRow()) {
                    continue;
                }
                String what = entry.id() + " " + shown.panel().title();
                assertThat(shown.content()).as(what).isNotInstanceOf(Content.Undrawn.class);
                assertThat(shown.origin()).as(what).isEqualTo(origin);
                Map<String, Chosen> own = new HashMap<>(chosen);
                own.putAll(placed.get(i).own());
                if (shown.panel().type().equals("logs")) {
                    found += compareLogs(what, shown, own, sources);
                } else {
                    compare(what, shown, raw(shown, own, sources));
                }
                compared += shown.content() instanceof Content.Nothing ? 0 : 1;
            }
        }
        assertThat(compared).as("panels with something to compare").isGreaterThan(20);
        assertThat(found > 0).as("entries of logs").isEqualTo(origin == Origin.CLOUDWATCH);
    }

    /** Asks for a run that there is not: a request that the functions' logs tell of. */
    private static Instant fail() {
        assertThatThrownBy(() -> client("serverless").run("unknown")).isInstanceOf(BackendException.class);
        return Instant.now();
    }

    /** The entries of the source itself, of which the panel shows the newest first. */
    private static int compareLogs(String what, Shown shown, Map<String, Chosen> chosen, Sources sources)
            throws Exception {
        Timing timing = new Timing(shown.from(), shown.to(), shown.step(), Timing.USUAL_SCRAPE);
        Target.CloudWatchLogs query = (Target.CloudWatchLogs) shown.panel().targets().getFirst();
        List<String> groups = new Interpolation(chosen, timing).values(query.groups());
        assertThat(groups).as(what)
                .containsExactlyInAnyOrder("/aws/lambda/lambda_run_api", "/aws/lambda/lambda_sensor_api");
        List<LogRow> rows = sources.logs(groups, query.expression(), timing).rows();
        if (!(shown.content() instanceof Content.Logs logs)) {
            assertThat(shown.content()).as(what).isEqualTo(new Content.Nothing());
            assertThat(rows).as(what).isEmpty();
            return 0;
        }
        assertThat(logs.entries()).as(what)
                .extracting(Content.Entry::at)
                .isEqualTo(rows.stream().map(LogRow::time).toList());
        assertThat(logs.entries()).as(what)
                .extracting(Content.Entry::fields)
                .isEqualTo(rows.stream().map(LogRow::fields).toList());
        assertThat(logs.entries()).as(what).extracting(Content.Entry::level).containsOnly("INFO");
        assertThat(logs.entries()).as(what)
                .extracting(Content.Entry::message)
                .anyMatch(each -> each.startsWith("status=404 method=GET Route=/api/runs/{id} user=tester"));
        return rows.size();
    }

    /** The end of the last minute to which nothing is added any more. */
    private static Instant full() {
        return Instant.now().minusSeconds(10).truncatedTo(ChronoUnit.MINUTES);
    }

    /** The lines of the source itself, in the order of the queries. */
    private static List<Line> raw(Shown shown, Map<String, Chosen> chosen, Sources sources) throws Exception {
        Timing timing = new Timing(shown.from(), shown.to(), shown.step(), Timing.USUAL_SCRAPE);
        Interpolation names = new Interpolation(chosen, timing);
        List<Line> lines = new ArrayList<>();
        List<Target.CloudWatch> metrics = new ArrayList<>();
        for (Target target : shown.panel().targets()) {
            switch (target) {
                case Target.Prometheus query -> lines.addAll(sources.prometheus(query.refId(),
                        names.text(query.expression(), Interpolation.Place.PROMQL), query.instant(), timing).lines());
                case Target.CloudWatch query -> metrics.add(query);
                default -> throw new AssertionError(target);
            }
        }
        if (!metrics.isEmpty()) {
            lines.addAll(sources.cloudWatch(new CloudWatchQueries(names, timing).of(metrics), timing).lines());
        }
        return lines;
    }

    private static void compare(String what, Shown shown, List<Line> lines) {
        switch (shown.content()) {
            case Content.Curves curves -> {
                assertThat(curves.curves()).as(what).hasSameSizeAs(lines);
                for (int i = 0; i < lines.size(); i++) {
                    assertThat(curves.curves().get(i).drawn().times()).as(what).isEqualTo(lines.get(i).times());
                    assertThat(curves.curves().get(i).drawn().values()).as(what).isEqualTo(lines.get(i).values());
                }
            }
            case Content.Figures figures -> {
                boolean sum = shown.panel()
                        .options()
                        .path("reduceOptions")
                        .path("calcs")
                        .path(0)
                        .asString("")
                        .equals("sum");
                assertThat(figures.figures()).as(what).hasSameSizeAs(lines);
                for (int i = 0; i < lines.size(); i++) {
                    double[] there = Arrays.stream(lines.get(i).values()).filter(each -> !Double.isNaN(each)).toArray();
                    double expected = there.length == 0
                            ? Double.NaN
                            : sum ? Arrays.stream(there).sum() : there[there.length - 1];
                    assertThat(figures.figures().get(i).value()).as(what).isEqualTo(Double.valueOf(expected));
                    assertThat(figures.figures().get(i).text()).as(what).isNotBlank();
                }
            }
            case Content.Table table -> {
                assertThat(table.columns()).as(what)
                        .extracting(Content.Column::name)
                        .containsExactly("Sensor", "Points", "Min", "Mean", "Max", "Last *");
                assertThat(table.rows()).as(what).hasSameSizeAs(lines);
                for (int i = 0; i < lines.size(); i++) {
                    double[] values = lines.get(i).values();
                    List<Content.Cell> row = table.rows().get(i);
                    assertThat(row.get(1).value()).as(what).isEqualTo(values.length);
                    assertThat(row.get(2).value()).as(what).isEqualTo(Arrays.stream(values).min().orElseThrow());
                    assertThat(row.get(3).value()).as(what)
                            .isCloseTo(Arrays.stream(values).average().orElseThrow(), within(1e-9));
                    assertThat(row.get(4).value()).as(what).isEqualTo(Arrays.stream(values).max().orElseThrow());
                    assertThat(row.get(5).value()).as(what).isEqualTo(values[values.length - 1]);
                }
            }
            case Content.Nothing _ -> assertThat(lines).as(what).allMatch(line -> line.size() == 0);
            default -> throw new AssertionError(what + ": " + shown.content());
        }
    }
}
