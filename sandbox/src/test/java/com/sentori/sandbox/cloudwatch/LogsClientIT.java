package com.sentori.sandbox.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.sentori.sandbox.logs.FunctionLogs;
import com.sentori.sandbox.logs.LogGroups;
import com.sentori.sandbox.metrics.Limits;
import com.sentori.sandbox.metrics.Metrics;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.CloudWatchLogsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.MalformedQueryException;
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryStatus;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResultField;

/** The AWS SDK's client of CloudWatch Logs, unmodified, against the endpoint. */
@ResourceLock(Resources.SYSTEM_OUT)
class LogsClientIT {
    private static final String RUNS = "/aws/lambda/lambda_run_api";
    private static final String SENSORS = "/aws/lambda/lambda_sensor_api";

    private final Instant begun = Instant.now();
    @TempDir
    private Path folder;
    private LogGroups groups;
    private FunctionLogs logs;
    private CloudWatchServer server;
    private CloudWatchLogsClient client;

    @BeforeEach
    void start() throws Exception {
        Clock clock = Clock.systemUTC();
        Metrics metrics = new Metrics(clock, Limits.STANDARD);
        groups = new LogGroups(folder);
        logs = new FunctionLogs(groups, metrics, clock);
        server = new CloudWatchServer(metrics, groups, 0, clock);
        client = CloudWatchLogsClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + server.port()))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("sandbox", "sandbox")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        server.close();
        logs.close();
        groups.close();
    }

    @Test
    void finds_what_functions_wrote_in_all_groups_the_newest_first() {
        write("lambda_run_api", "{\"_aws\":{},\"status\":404,\"user\":\"alice ü\"}");
        write("lambda_sensor_api", "{\"_aws\":{},\"status\":503,\"user\":\"bob\"}");
        write("lambda_sensor_api", "{\"_aws\":{},\"status\":201}");

        GetQueryResultsResponse found = ask("fields @timestamp, user, @log | filter status >= 400 | limit 100",
                List.of(RUNS, SENSORS));

        assertThat(found.results()).hasSize(2);
        assertThat(found.results().getFirst()).extracting(ResultField::field)
                .containsExactly("@timestamp", "user", "@log", "@ptr");
        assertThat(found.results()).extracting(row -> row.get(1).value()).containsExactly("bob", "alice ü");
        assertThat(found.results().getFirst().getFirst().value())
                .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}");
        assertThat(found.results().getFirst().get(2).value()).isEqualTo("000000000000:" + SENSORS);
        assertThat(found.statistics().recordsMatched()).isEqualTo(2);
        assertThat(found.statistics().recordsScanned()).isEqualTo(3);
    }

    @Test
    void a_time_and_a_limit_bound_what_is_found() {
        IntStream.range(0, 30).forEach(i -> write("lambda_run_api", "{\"_aws\":{},\"n\":" + i + "}"));

        String id = client.startQuery(start -> start.logGroupName(RUNS)
                .queryString("fields n | sort n asc")
                .startTime(begun.getEpochSecond())
                .endTime(Instant.now().getEpochSecond())
                .limit(3)).queryId();
        assertThat(results(id).results()).extracting(row -> row.getFirst().value()).containsExactly("0", "1", "2");
        assertThat(results(id).statistics().recordsMatched()).isEqualTo(30);

        String before = client.startQuery(start -> start.logGroupNames(RUNS)
                .queryString("fields n")
                .startTime(0L)
                .endTime(begun.getEpochSecond() - 10)).queryId();
        assertThat(results(before).results()).isEmpty();
    }

    @Test
    void lists_its_groups_which_are_known_by_their_arn_too() {
        write("lambda_run_api", "one");
        write("lambda_sensor_api", "two");

        List<LogGroup> listed = client.describeLogGroupsPaginator(list -> list.logGroupNamePrefix("/aws/lambda/")
                .limit(1)).logGroups().stream().toList();

        assertThat(listed).extracting(LogGroup::logGroupName).containsExactly(RUNS, SENSORS);
        assertThat(client.describeLogGroups(list -> list.logGroupNamePrefix("/ecs")).logGroups()).isEmpty();
        for (String arn : List.of(listed.getLast().arn(), listed.getLast().logGroupArn())) {
            String id = client.startQuery(start -> start.logGroupIdentifiers(arn)
                    .queryString("fields @message")
                    .startTime(begun.getEpochSecond())
                    .endTime(begun.getEpochSecond() + 60)).queryId();
            assertThat(results(id).results()).extracting(row -> row.getFirst().value()).containsExactly("two");
        }
    }

    @Test
    void refuses_what_cannot_be_asked_by_the_names_of_the_service() {
        write("lambda_run_api", "one");

        assertThatExceptionOfType(MalformedQueryException.class)
                .isThrownBy(() -> ask("stats count(*) by bin(5m)", List.of(RUNS)))
                .satisfies(fault -> assertThat(fault.awsErrorDetails().errorMessage()).contains("stats is not known"));
        assertThatExceptionOfType(ResourceNotFoundException.class)
                .isThrownBy(() -> ask("fields @message", List.of("/aws/lambda/nothing")));
        assertThatExceptionOfType(InvalidParameterException.class)
                .isThrownBy(() -> ask("fields @message", List.of()));
        assertThatExceptionOfType(ResourceNotFoundException.class)
                .isThrownBy(() -> client.getQueryResults(get -> get.queryId("none")));
        assertThatExceptionOfType(CloudWatchLogsException.class)
                .isThrownBy(() -> client.describeLogStreams(list -> list.logGroupName(RUNS)))
                .satisfies(fault -> assertThat(fault.statusCode()).isEqualTo(404));
    }

    @Test
    void a_query_can_be_stopped_and_the_last_ones_are_kept() {
        String line = "{\"_aws\":{},\"words\":\"" + "x".repeat(1_000) + "\"}";
        IntStream.range(0, 2_000).forEach(_ -> write("lambda_run_api", line));

        List<String> ids = IntStream.range(0, 20).mapToObj(_ -> start("fields words", List.of(RUNS))).toList();
        boolean stopped = client.stopQuery(stop -> stop.queryId(ids.getLast())).success();

        assertThat(results(ids.getLast()).status())
                .isEqualTo(stopped ? QueryStatus.CANCELLED : QueryStatus.COMPLETE);
        ids.subList(0, 19).forEach(id -> assertThat(results(id).status()).isEqualTo(QueryStatus.COMPLETE));
        assertThat(results(ids.getFirst()).results()).hasSizeLessThan(2_000);
        IntStream.range(0, 30).forEach(_ -> ask("limit 1", List.of(RUNS)));
        assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(() -> results(ids.getFirst()));
    }

    private void write(String function, String line) {
        logs.during(function, () -> {
            System.out.println(line);
            return function;
        });
    }

    private String start(String query, List<String> names) {
        return client.startQuery(start -> start.logGroupNames(names)
                .queryString(query)
                .startTime(begun.getEpochSecond())
                .endTime(begun.getEpochSecond() + 3_600)).queryId();
    }

    private GetQueryResultsResponse ask(String query, List<String> names) {
        return results(start(query, names));
    }

    private GetQueryResultsResponse results(String id) {
        return await().until(() -> client.getQueryResults(get -> get.queryId(id)),
                found -> found.status() != QueryStatus.RUNNING);
    }
}
