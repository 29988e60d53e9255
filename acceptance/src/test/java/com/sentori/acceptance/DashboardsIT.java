package com.sentori.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sentori.acceptance.parts.Boards;
import com.sentori.acceptance.parts.CloudWatchPanel;
import com.sentori.acceptance.parts.RunningPrometheus;
import com.sentori.acceptance.parts.RunningSandbox;
import com.sentori.contract.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.DimensionFilter;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryStatus;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResultField;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every query of every dashboard and every alert, asked of a real source during a run on a real backend: each must be answered with values. */
class DashboardsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String USER = "alice";
    private static final int SENSORS = 12;
    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.*), (\\w+)\\)");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;
    private static RunningSandbox sandbox;
    private static final Map<String, String> RUNS = new HashMap<>();
    private static final ScheduledExecutorService SENSING = Executors.newScheduledThreadPool(2);

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        sandbox = RunningSandbox.on(folder.resolve("sandbox"));
        for (String backend : List.of("ecs", "serverless")) {
            URI address = sandbox.address(backend);
            String run = Json.MAPPER.readTree(post(address, "/api/runs/start", "{\"duration\":600}", "-").body())
                    .path("id")
                    .asString();
            RUNS.put(backend, run);
            AtomicInteger turn = new AtomicInteger();
            var _ = SENSING.scheduleWithFixedDelay(() -> sense(address, run, 20 + turn.getAndIncrement() % 7), 0, 500,
                    TimeUnit.MILLISECONDS);
        }
    }

    @AfterAll
    static void stop() {
        SENSING.shutdownNow();
        SENSING.close();
        sandbox.close();
    }

    /** Readings of all sensors; one of them is called so that CloudWatch does not take it. */
    private static void sense(URI backend, String run, double value) {
        String readings = IntStream.range(0, SENSORS)
                .mapToObj(sensor -> "{\"sensorId\":\"sensor-" + sensor + "\",\"reading\":" + value + "}")
                .collect(Collectors.joining(",", "[", ",{\"sensorId\":\"\u00e9\",\"reading\":1}]"));
        try {
            post(backend, "/api/sensors/data", readings, run);
            for (String path : List.of("/api/runs/can-start", "/api/runs/unknown")) {
                HTTP.send(HttpRequest.newBuilder(backend.resolve(path)).build(), BodyHandlers.discarding());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void prometheus_answers_every_expression_and_knows_every_choice() throws IOException {
        assumeTrue(RunningPrometheus.isInstalled(), "Prometheus is missing: install the package 'prometheus'");
        Map<String, String> values = Map.of("user", USER, "run", RUNS.get("ecs"), "sensor", ".*", "type",
                "temperature", "instance", ".*", "__rate_interval", "10s", "__range", "900s");
        try (RunningPrometheus prometheus = RunningPrometheus
                .scraping(sandbox.address("ecsManagement"), Files.createDirectory(folder.resolve("prometheus")))) {
            for (JsonNode board : Boards.of("prometheus")) {
                for (JsonNode variable : Boards.variables(board)) {
                    Matcher query = LABEL_VALUES
                            .matcher(Boards.filled(variable.path("query").path("query").asString(), values));
                    assertThat(query.matches()).as(String.valueOf(variable)).isTrue();
                    await().atMost(PATIENCE)
                            .untilAsserted(() -> assertThat(prometheus.data("label/" + query.group(2) + "/values",
                                    Map.of("match[]", query.group(1)))).isNotEmpty());
                }
                for (JsonNode panel : Boards.panels(board)) {
                    assertThat(panel.path("targets")).as(Boards.name(board, panel)).isNotEmpty();
                    for (JsonNode target : panel.path("targets")) {
                        String expression = Boards.filled(target.path("expr").asString(), values);
                        await(Boards.name(board, panel) + ": " + expression).atMost(PATIENCE)
                                .until(() -> hasFigure(prometheus, expression, target.path("instant").asBoolean()));
                    }
                }
            }
            // A group's first turn comes at any time within its interval.
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                            prometheus.data("rules", Map.of()).path("groups").get(0).path("rules"))
                            .hasSizeGreaterThan(5)
                            .allSatisfy(rule -> assertThat(rule.path("health").asString()).as(String.valueOf(rule))
                                    .isEqualTo("ok")));
        }
    }

    private static boolean hasFigure(RunningPrometheus prometheus, String expression, boolean instant) {
        Instant now = Instant.now();
        JsonNode series = instant
                ? prometheus.data("query", Map.of("query", expression)).path("result")
                : prometheus.data("query_range", Map.of("query", expression, "start", now.minusSeconds(60).toString(),
                        "end", now.toString(), "step", "1")).path("result");
        return series.valueStream()
                .flatMap(one -> instant ? one.path("value").valueStream().skip(1) : values(one.path("values")))
                .anyMatch(value -> Double.isFinite(Double.parseDouble(value.asString())));
    }

    private static Stream<JsonNode> values(JsonNode values) {
        return values.valueStream().map(each -> each.get(1));
    }

    @Test
    void cloudwatch_answers_every_query_and_knows_every_choice() {
        Map<String, String> all = Map.of("user", USER, "run", RUNS.get("serverless"), "sensor", "*", "type",
                "temperature", "function", "*", "table", "*", "api", "sentori-serverless");
        // One of each: what was an array must not become a number.
        Map<String, String> single = new HashMap<>(all);
        single.putAll(Map.of("sensor", "sensor-3", "function", "lambda_sensor_api", "table", "SensorData"));
        try (CloudWatchClient client = sandbox.cloudWatch(); CloudWatchLogsClient logs = sandbox.logs()) {
            for (JsonNode board : Boards.of("cloudwatch")) {
                for (JsonNode variable : Boards.variables(board)) {
                    await(String.valueOf(variable)).atMost(PATIENCE)
                            .untilAsserted(() -> assertThat(isOfLogs(variable.path("query"))
                                    ? groups(logs, variable)
                                    : choices(client, variable, all)).isNotEmpty());
                }
                for (JsonNode panel : Boards.panels(board)) {
                    if (isOfLogs(panel.path("targets").get(0))) {
                        search(logs, board, panel);
                        continue;
                    }
                    for (Map<String, String> values : List.of(all, single)) {
                        List<MetricDataQuery> queries = new CloudWatchPanel(
                                panel.path("targets").valueStream().toList(),
                                values).queries();
                        await(Boards.name(board, panel) + ": " + queries).atMost(PATIENCE)
                                .untilAsserted(() -> assertThat(answered(client, queries)).containsAll(
                                        queries.stream()
                                                .filter(MetricDataQuery::returnData)
                                                .map(MetricDataQuery::id)
                                                .toList()));
                    }
                }
            }
        }
    }

    private static boolean isOfLogs(JsonNode query) {
        return query.path("queryType").asString().equals("logGroups")
                || query.path("queryMode").asString().equals("Logs");
    }

    /** The values of a variable, which are ARNs in Grafana. */
    private static List<String> groups(CloudWatchLogsClient client, JsonNode variable) {
        String regex = variable.path("regex").asString();
        Pattern kept = Pattern.compile(regex.substring(1, regex.length() - 1));
        return client.describeLogGroups(
                list -> list.logGroupNamePrefix(variable.path("query").path("logGroupPrefix").asString()))
                .logGroups()
                .stream()
                .map(LogGroup::arn)
                .filter(arn -> kept.matcher(arn).find())
                .toList();
    }

    /** What the panel searches for is found in the groups that its variable stands for. */
    private static void search(CloudWatchLogsClient client, JsonNode board, JsonNode panel) {
        JsonNode target = panel.path("targets").get(0);
        String name = target.path("logGroups").get(0).path("arn").asString().substring(1);
        JsonNode variable = Boards.variables(board)
                .stream()
                .filter(each -> each.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
        // As Grafana's datasource sends them.
        List<String> groups = groups(client, variable).stream().map(arn -> arn.replaceFirst("\\*$", "")).toList();
        assertThat(groups).hasSize(2);
        await(Boards.name(board, panel)).atMost(PATIENCE).untilAsserted(() -> {
            Instant now = Instant.now();
            String id = client.startQuery(start -> start.logGroupIdentifiers(groups)
                    .queryString(target.path("expression").asString())
                    .startTime(now.getEpochSecond() - 600)
                    .endTime(now.getEpochSecond() + 1)).queryId();
            GetQueryResultsResponse found = await().until(() -> client.getQueryResults(get -> get.queryId(id)),
                    answer -> answer.status() == QueryStatus.COMPLETE);
            assertThat(found.results()).isNotEmpty()
                    .allSatisfy(row -> assertThat(row).extracting(ResultField::field)
                            .contains("@timestamp", "status", "method", "Route", "user"));
        });
    }

    @Test
    void cloudwatch_answers_what_alerts_ask() throws IOException {
        JsonNode rules = new YAMLMapper()
                .readTree(Files.readString(Boards.PROVISIONING.resolve("alerting").resolve("cloudwatch.yaml")))
                .path("groups")
                .get(0)
                .path("rules");
        assertThat(rules).hasSizeGreaterThan(3);
        try (CloudWatchClient client = sandbox.cloudWatch()) {
            for (JsonNode rule : rules) {
                List<MetricDataQuery> queries = new CloudWatchPanel(List.of(rule.path("data").get(0).path("model")),
                        Map.of()).queries();
                if (rule.path("uid").asString().equals("sentori-tables-throttled")) {
                    // Nothing is throttled here, and of that DynamoDB publishes nothing: what is asked must only be well said.
                    assertThat(client.getMetricData(get -> get.metricDataQueries(queries)
                            .startTime(Instant.now().minusSeconds(600))
                            .endTime(Instant.now())).messages()).isEmpty();
                } else {
                    await(rule.path("uid").asString()).atMost(PATIENCE)
                            .untilAsserted(() -> assertThat(answered(client, queries)).isNotEmpty());
                }
            }
        }
    }

    /** The values of a variable, as Grafana finds them. */
    private static List<String> choices(CloudWatchClient client, JsonNode variable, Map<String, String> values) {
        JsonNode query = variable.path("query");
        List<DimensionFilter> filters = new ArrayList<>();
        query.path("dimensionFilters")
                .forEachEntry((name, value) -> filters.add(DimensionFilter.builder()
                        .name(name)
                        .value(Boards.filled(value.asString(), values))
                        .build()));
        String dimension = query.path("dimensionKey").asString();
        String regex = variable.path("regex").asString();
        Pattern kept = Pattern.compile(regex.isEmpty() ? "" : regex.substring(1, regex.length() - 1));
        return client.listMetricsPaginator(list -> list.namespace(query.path("namespace").asString())
                .metricName(query.path("metricName").asString())
                .dimensions(filters))
                .metrics()
                .stream()
                .flatMap(metric -> metric.dimensions().stream())
                .filter(each -> each.name().equals(dimension))
                .map(Dimension::value)
                .filter(value -> kept.matcher(value).find())
                .distinct()
                .toList();
    }

    /** Ids of the queries that were answered with a figure. */
    private static List<String> answered(CloudWatchClient client, List<MetricDataQuery> queries) {
        Instant now = Instant.now();
        return client
                .getMetricDataPaginator(get -> get.metricDataQueries(queries)
                        .startTime(now.minusSeconds(600))
                        .endTime(now.plusSeconds(60)))
                .metricDataResults()
                .stream()
                .filter(result -> result.values().stream().anyMatch(Double::isFinite))
                .map(MetricDataResult::id)
                .distinct()
                .toList();
    }

    private static HttpResponse<String> post(URI backend, String path, String body, String run)
            throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(backend.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("X-User", USER)
                .header("X-Run-Id", run)
                .POST(BodyPublishers.ofString(body))
                .build(), BodyHandlers.ofString());
    }
}
