package com.sentori.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import com.sentori.contract.auth.AuthMode;
import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.contract.errors.FieldError;
import com.sentori.contract.errors.Problem;
import com.sentori.contract.http.Route;
import com.sentori.contract.http.ServerSettings;
import com.sentori.contract.idempotency.Answers;
import com.sentori.contract.info.Auth;
import com.sentori.contract.info.Info;
import com.sentori.contract.info.InfoRoutes;
import com.sentori.contract.info.Limits;
import com.sentori.contract.json.Json;
import com.sentori.contract.pages.Page;
import com.sentori.contract.readings.Accepted;
import com.sentori.contract.readings.NewReading;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.readings.ReadingRoutes;
import com.sentori.contract.readings.Readings;
import com.sentori.contract.readings.TailPage;
import com.sentori.contract.reports.Report;
import com.sentori.contract.reports.ReportRoutes;
import com.sentori.contract.reports.StreamedDelivery;
import com.sentori.contract.runs.Capacity;
import com.sentori.contract.runs.EndReason;
import com.sentori.contract.runs.Ending;
import com.sentori.contract.runs.Interrupted;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.RunParams;
import com.sentori.contract.runs.RunRoutes;
import com.sentori.contract.runs.RunStatus;
import com.sentori.contract.runs.Runs;
import com.sentori.contract.stream.RunStreams;
import com.sentori.contract.summary.RunMeter;
import com.sentori.contract.summary.Summaries;
import com.sentori.contract.summary.Summary;
import com.sentori.contract.summary.SummaryRoutes;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;

/** Holds the OpenAPI document against the code: routes, codes, and what records look like on the wire. */
class OpenApiTest {
    private static final JsonNode DOCUMENT = read();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(Dialects.getDraft202012(),
            registry -> registry.schemas(Map.of("https://contract.invalid/openapi", DOCUMENT.toString())));
    private static final Instant NOW = Instant.parse("2026-01-15T10:30:00Z");
    private static final AuthMode.Jwt JWT = AuthMode.Jwt.of("https://issuer.example", "sentori",
            "https://issuer.example/keys", null, null, null);
    private static final String ID = "0b0e7c3e-3f0a-4a8e-9d67-0a3c4b5d6e7f";

    @Test
    void is_a_document_of_openapi_3_1() {
        assertThat(DOCUMENT.path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(DOCUMENT.at("/info/title").asString()).isNotBlank();
        assertThat(DOCUMENT.at("/info/version").asString()).isNotBlank();
        assertThat(DOCUMENT.findValuesAsString("operationId")).doesNotHaveDuplicates().hasSize(routes().size());
    }

    @Test
    void has_every_call_and_no_other() {
        Set<String> served = routes().stream()
                .map(route -> route.method() + " " + route.template())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(calls().toList()).containsExactlyInAnyOrderElementsOf(served);
    }

    @Test
    void every_reference_leads_somewhere() {
        assertThat(DOCUMENT.findValuesAsString("$ref")).isNotEmpty().allSatisfy(reference -> {
            assertThat(reference).startsWith("#/components/");
            assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
        });
    }

    @Test
    void every_call_tells_its_refusals() {
        DOCUMENT.path("paths").properties().forEach(path -> path.getValue().properties().forEach(call -> {
            if (!call.getKey().equals("parameters")) {
                Set<String> due = new TreeSet<>(Set.of("400", "403"));
                if (call.getKey().equals("post")) {
                    due.addAll(Set.of("413", "415"));
                }
                if (path.getKey().contains("{id}")) {
                    due.add("404");
                }
                assertThat(call.getValue().path("responses").propertyNames()).as(path.getKey()).containsAll(due);
            }
        }));
    }

    @Test
    void every_call_for_callers_of_a_role_tells_that_it_wants_a_token() {
        assertThat(routes()).allSatisfy(route -> {
            JsonNode call = DOCUMENT.path("paths").path(route.template()).path(route.method().toLowerCase(Locale.ROOT));
            if (route.role() == null) {
                assertThat(call.path("security").isEmpty() && call.has("security")).as(route.template()).isTrue();
                assertThat(call.path("responses").propertyNames()).doesNotContain("401", "429");
            } else {
                assertThat(call.has("security")).as(route.template()).isFalse();
                assertThat(call.path("responses").propertyNames()).as(route.template()).contains("401", "429");
            }
        });
        assertThat(DOCUMENT.path("security")).hasToString("[{},{\"bearer\":[]}]");
        assertThat(DOCUMENT.at("/components/securitySchemes/bearer/scheme").asString()).isEqualTo("bearer");
    }

    @Test
    void has_every_code_and_no_other() {
        List<String> codes = Arrays.stream(ErrorCode.values()).map(Enum::name).toList();
        assertThat(DOCUMENT.at("/components/schemas/ErrorCode/enum").values().stream().map(JsonNode::asString).toList())
                .containsExactlyInAnyOrderElementsOf(codes);
        String refusals = DOCUMENT.at("/components/responses").toString() + DOCUMENT.path("paths");
        assertThat(codes).allSatisfy(
                code -> assertThat(refusals).contains("`" + code + "`"));
    }

    static Stream<Arguments> answers() {
        Run running = new Run(ID, "alice", RunStatus.RUNNING, NOW, null, null, null,
                new RunParams(ID, List.of("sensor-1"), 60, 5), new Meta("{\"seed\":1.10}"), null);
        Reading reading = Reading.of(ID, 1, new NewReading("s", "temperature", -0.0, NOW, 7L), NOW);
        Reading plain = Reading.of(ID, 2, new NewReading("🎉".repeat(128), "t", Double.MIN_VALUE, NOW, null), NOW);
        return Stream.of(
                Arguments.of("Capacity", Capacity.of(7, 5)),
                Arguments.of("Run", running),
                Arguments.of("Run", running.ended(new Ending(RunStatus.FAILED, EndReason.CLIENT_FAILED, NOW, "broken"))
                        .withGrafanaUrl("https://grafana.example/d/run?var-run=" + ID)),
                Arguments.of("RunPage", new Page<>(List.of(running), 1, "next")),
                Arguments.of("RunPage", new Page<>(List.of(), 0, null)),
                Arguments.of("Interrupted", Interrupted.of(2, NOW)),
                Arguments.of("Reading", reading),
                Arguments.of("Reading", plain),
                Arguments.of("Accepted", new Accepted(3)),
                Arguments.of("ReadingPage", new Page<>(List.of(reading, plain), 2, null)),
                Arguments.of("TailPage", new TailPage(List.of(reading), "cursor", false, NOW)),
                Arguments.of("Summary", summary(reading, plain)), Arguments.of("Summary", summary()),
                Arguments.of("Info", new Info("ecs", "1", "instance", "local", NOW, Auth.OPEN,
                        Limits.of(5, Duration.ofMinutes(2)), List.of(), null)),
                Arguments.of("Auth",
                        new Auth(JWT.wireName(), JWT.issuer(), JWT.clientId())),
                Arguments.of("RateProblem", Problem.of(ContractException.rateLimited(Duration.ofSeconds(3)))),
                Arguments.of("Problem", Problem.of(ContractException.runNotFound(ID))),
                Arguments.of("Problem", Problem.of(ContractException.invalid(
                        List.of(FieldError.of("duration", "is bad"), new FieldError(3, "seq", "is bad"))))),
                Arguments.of("LimitProblem", Problem.of(ContractException.of(ErrorCode.RUN_LIMIT_REACHED, "5 of 5",
                        Map.of("currentRunning", 5, "maxAllowed", 5)))));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void describes_what_records_look_like_on_the_wire(String schema, Object answer) {
        JsonNode json = Json.MAPPER.readTree(Json.bytes(answer));
        assertThat(schema(schema).validate(json)).as(json::toString).isEmpty();
        JsonNode properties = DOCUMENT.at("/components/schemas/" + schema + "/properties");
        if (!schema.endsWith("Problem")) {
            assertThat(json.propertyNames()).containsExactlyInAnyOrderElementsOf(properties.propertyNames());
        }
    }

    @Test
    void the_schemas_are_not_blind() {
        JsonNode run = Json.MAPPER.readTree("{\"id\":\"" + ID + "\"}");
        assertThat(schema("Run").validate(run)).isNotEmpty();
        assertThat(schema("Accepted").validate(Json.MAPPER.readTree("{\"accepted\":1,\"more\":2}"))).isNotEmpty();
        assertThat(schema("Time").validate(Json.MAPPER.readTree("\"2026-01-15T10:30:00Z\""))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"StartRequest|{}", "StartRequest|{\"params\":{\"duration\":9},\"x\":1}",
            "StartRequest|{\"sensorIds\":[\"a\"],\"duration\":null,\"meta\":{}}", "FinishRequest|{}",
            "FinishRequest|{\"status\":\"SUCCESS\",\"message\":\"fine\",\"x\":[]}", "FinishRequest|{\"status\":null}",
            "IngestRequest|{\"sensorId\":\"s\",\"reading\":1}", "IngestRequest|[{\"sensorId\":\"s\",\"humidity\":1.5}]",
            "IngestRequest|{\"readings\":[{\"sensorId\":\"s\",\"reading\":1,\"seq\":0}],\"runId\":\"r\"}"})
    void describes_requests(String schema, String request) {
        assertThat(schema(schema).validate(Json.MAPPER.readTree(request))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"StartRequest|{\"duration\":0}",
            "StartRequest|{\"params\":{\"interval\":1.5}}",
            "StartRequest|{\"sensorIds\":[\"a\",\"a\"]}", "StartRequest|[]", "FinishRequest|{\"status\":\"RUNNING\"}",
            "IngestRequest|{\"reading\":1}", "IngestRequest|[]", "IngestRequest|{\"sensorId\":\"\",\"reading\":1}",
            "IngestRequest|{\"sensorId\":\"s\",\"reading\":\"1\"}", "IngestRequest|{\"sensorId\":\"s\",\"seq\":-1}"})
    void describes_what_requests_may_not_be(String schema, String request) {
        assertThat(schema(schema).validate(Json.MAPPER.readTree(request))).isNotEmpty();
    }

    private static Schema schema(String name) {
        return SCHEMAS.getSchema(SchemaLocation.of("https://contract.invalid/openapi#/components/schemas/" + name));
    }

    private static Stream<String> calls() {
        return DOCUMENT.path("paths")
                .properties()
                .stream()
                .flatMap(path -> path.getValue()
                        .propertyNames()
                        .stream()
                        .filter(method -> !method.equals("parameters"))
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }

    private static List<Route> routes() {
        ServerSettings settings = new ServerSettings("ecs", "1", "local", true, null, List.of(), 5,
                Duration.ofMinutes(2), null, Set.of());
        Runs runs = unused(Runs.class);
        Answers answers = unused(Answers.class);
        Summaries summaries = new Summaries(runs, unused(Readings.class), Duration.ZERO);
        Clock clock = Clock.systemUTC();
        return Stream.of(RunRoutes.of(runs, answers, settings, clock),
                ReadingRoutes.of(runs, unused(Readings.class), answers, settings, clock),
                new RunStreams(runs, unused(Readings.class), run -> run, clock).routes(), SummaryRoutes.of(summaries),
                ReportRoutes.of(runs, run -> run, new StreamedDelivery(new Report(unused(Readings.class), null))),
                InfoRoutes.of(settings, () -> "instance", clock)).flatMap(List::stream).toList();
    }

    private static Summary summary(Reading... readings) {
        RunMeter meter = new RunMeter();
        Stream.of(readings).forEach(meter::add);
        return meter.summary(ID, true);
    }

    /** A store for routes that nobody calls. */
    private static <T> T unused(Class<T> store) {
        return store
                .cast(Proxy.newProxyInstance(store.getClassLoader(), new Class<?>[]{store}, (proxy, method, args) -> {
                    throw new UnsupportedOperationException(method.getName());
                }));
    }

    private static JsonNode read() {
        try (InputStream document = Objects.requireNonNull(OpenApiTest.class.getResourceAsStream("openapi.yaml"))) {
            return Json.MAPPER.valueToTree(new Load(LoadSettings.builder().build()).loadFromInputStream(document));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
