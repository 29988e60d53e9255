package com.sentori.sandbox.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.sentori.sandbox.logs.LogGroups;
import com.sentori.sandbox.metrics.Limits;
import com.sentori.sandbox.metrics.Metrics;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.DimensionFilter;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.InvalidNextTokenException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterValueException;
import software.amazon.awssdk.services.cloudwatch.model.MessageData;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/** The AWS SDK for Java, unmodified, against the endpoint. */
class SdkClientsIT {
    private static final String NAMESPACE = "Test/Sensors";
    private static final Dimension SENSOR = Dimension.builder().name("SensorId").value("sensor-1 ü").build();
    private static final StaticCredentialsProvider ANYONE = StaticCredentialsProvider
            .create(AwsBasicCredentials.create("sandbox", "sandbox"));

    private final Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(2, ChronoUnit.HOURS);
    @TempDir
    private Path folder;
    private CloudWatchServer server;
    private CloudWatchClient client;

    @BeforeEach
    void start() throws Exception {
        server = new CloudWatchServer(new Metrics(Clock.systemUTC(), Limits.STANDARD),
                new LogGroups(folder), 0, Clock.systemUTC());
        client = CloudWatchClient.builder()
                .endpointOverride(endpoint())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(ANYONE)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void gives_back_what_was_put_by_periods() {
        put(datum(10, 0), datum(20, 30), datum(40, 60), datum(2, 600));

        assertThat(read(stat("m", "Sum", 60)).values()).containsExactly(2d, 40d, 30d);
        assertThat(read(stat("m", "Sum", 60)).timestamps()).containsExactly(hour.plusSeconds(600), hour.plusSeconds(60),
                hour);
        assertThat(read(stat("m", "Average", 300)).values()).containsExactly(2d, 70 / 3d);
        assertThat(read(stat("m", "Minimum", 3600)).values()).containsExactly(2d);
        assertThat(read(stat("m", "Maximum", 3600)).values()).containsExactly(40d);
        assertThat(read(stat("m", "SampleCount", 3600)).values()).containsExactly(4d);
        assertThat(read(stat("m", "SampleCount", 3600)).statusCode()).isEqualTo(StatusCode.COMPLETE);
    }

    @Test
    void a_large_request_comes_compressed_and_is_taken_whole() {
        client.putMetricData(put -> put.namespace(NAMESPACE)
                .metricData(IntStream.range(0, 1_000)
                        .mapToObj(i -> datum(i, i % 60).toBuilder().metricName("Reading with a long name").build())
                        .toList()));

        MetricDataQuery all = stat("m", "SampleCount", 60)
                .copy(query -> query.metricStat(stat -> stat.period(60)
                        .stat("SampleCount")
                        .metric(metric -> metric
                                .namespace(NAMESPACE)
                                .metricName("Reading with a long name")
                                .dimensions(SENSOR))));
        assertThat(read(all).values()).containsExactly(1_000d);
    }

    @Test
    void percentiles_come_from_values_and_counts_and_not_from_statistics() {
        put(datum(0, 0).toBuilder()
                .value(null)
                .values(DoubleStream.iterate(1, i -> i <= 100, i -> i + 1).boxed().toList())
                .counts(DoubleStream.generate(() -> 10).limit(100).boxed().toList())
                .build());
        put(datum(0, 600).toBuilder()
                .value(null)
                .statisticValues(set -> set.sampleCount(3d).sum(9d).minimum(1d).maximum(5d))
                .build());

        assertThat(read(stat("m", "p99", 60)).values()).singleElement()
                .satisfies(p99 -> assertThat(p99).isCloseTo(99,
                        within(1d)));
        assertThat(read(stat("m", "p50", 60)).values()).singleElement()
                .satisfies(p50 -> assertThat(p50).isCloseTo(50,
                        within(0.6)));
        assertThat(read(stat("m", "Average", 60)).values()).containsExactly(3d, 50.5);
    }

    @Test
    void high_resolution_is_kept_by_the_second() {
        put(datum(1, 1).toBuilder().storageResolution(1).build(), datum(2, 2).toBuilder().storageResolution(1).build());

        assertThat(read(stat("m", "Sum", 1)).timestamps()).containsExactly(hour.plusSeconds(2), hour.plusSeconds(1));
        assertThat(read(stat("m", "Sum", 60)).values()).containsExactly(3d);
    }

    @Test
    void a_page_ends_at_its_datapoints_and_the_next_goes_on() {
        put(IntStream.range(0, 10).mapToObj(i -> datum(i, i * 60)).toArray(MetricDatum[]::new));

        List<Double> values = new ArrayList<>();
        List<StatusCode> codes = new ArrayList<>();
        client.getMetricDataPaginator(get -> get.startTime(hour)
                .endTime(hour.plusSeconds(3600))
                .scanBy(ScanBy.TIMESTAMP_ASCENDING)
                .maxDatapoints(4)
                .metricDataQueries(stat("m", "Sum", 60)))
                .stream()
                .flatMap(page -> page.metricDataResults().stream())
                .forEach(result -> {
                    values.addAll(result.values());
                    codes.add(result.statusCode());
                });

        assertThat(values).containsExactly(0d, 1d, 2d, 3d, 4d, 5d, 6d, 7d, 8d, 9d);
        assertThat(codes).containsExactly(StatusCode.PARTIAL_DATA, StatusCode.PARTIAL_DATA, StatusCode.COMPLETE);
    }

    @Test
    void expressions_are_calculated_and_labelled() {
        put(datum(10, 0), datum(30, 60));
        GetMetricDataResponse answer = client.getMetricData(get -> get.startTime(hour)
                .endTime(hour.plusSeconds(180))
                .scanBy(ScanBy.TIMESTAMP_ASCENDING)
                .metricDataQueries(stat("m", "Sum", 60).copy(query -> query.returnData(false)),
                        expression("rate", "RATE(m)"), expression("filled", "FILL(m, 0) * 2"),
                        MetricDataQuery.builder()
                                .id("found")
                                .expression("SEARCH('{" + NAMESPACE + ",SensorId} MetricName=\"Reading\"', 'Sum', 60)")
                                .label("${PROP('Dim.SensorId')} ${MAX}")
                                .build()));

        assertThat(answer.metricDataResults()).extracting(MetricDataResult::id)
                .containsExactly("rate", "filled",
                        "found");
        assertThat(answer.metricDataResults()).extracting(MetricDataResult::label)
                .containsExactly("rate", "filled",
                        "sensor-1 ü 30");
        assertThat(answer.metricDataResults()).extracting(MetricDataResult::values)
                .containsExactly(List.of(20 / 60d),
                        List.of(20d, 60d, 0d), List.of(10d, 30d));
    }

    @Test
    void an_expression_that_is_not_known_is_refused_with_a_sentence() {
        assertThatExceptionOfType(CloudWatchException.class)
                .isThrownBy(() -> read(expression("e", "ANOMALY_DETECTION_BAND(METRICS())")))
                .satisfies(fault -> {
                    assertThat(fault.awsErrorDetails().errorCode()).isEqualTo("ValidationError");
                    assertThat(fault.statusCode()).isEqualTo(400);
                })
                .withMessageContaining("ANOMALY_DETECTION_BAND is not known");
    }

    @Test
    void metrics_are_listed_in_pages_by_what_they_have() {
        client.putMetricData(put -> put.namespace(NAMESPACE)
                .metricData(IntStream.range(0, 1_000)
                        .mapToObj(i -> MetricDatum.builder()
                                .metricName("Many")
                                .value(1d)
                                .dimensions(Dimension.builder().name("SensorId").value("sensor-" + i).build())
                                .build())
                        .toList()));
        put(datum(1, 0));

        GetMetricDataResponse found = client.getMetricData(get -> get.startTime(Instant.now().minusSeconds(120))
                .endTime(Instant.now().plusSeconds(1))
                .metricDataQueries(expression("all", "SEARCH('{" + NAMESPACE + ",SensorId} Many', 'Sum', 60)")));
        assertThat(found.metricDataResults()).hasSize(500).extracting(MetricDataResult::id).containsOnly("all");
        assertThat(found.messages()).singleElement().extracting(MessageData::code).isEqualTo("MaxMetricsExceeded");
        assertThat(client.listMetricsPaginator(list -> list.namespace(NAMESPACE).metricName("Many")).metrics())
                .hasSize(1_000)
                .doesNotHaveDuplicates();
        assertThat(client
                .listMetrics(
                        list -> list.dimensions(DimensionFilter.builder().name("SensorId").value("sensor-7").build()))
                .metrics()).containsExactly(
                        Metric.builder()
                                .namespace(NAMESPACE)
                                .metricName("Many")
                                .dimensions(Dimension.builder().name("SensorId").value("sensor-7").build())
                                .build());
        assertThat(client.listMetrics(list -> list.namespace("Other")).metrics()).isEmpty();
        assertThat(client.listMetrics(list -> list.namespace("Other")).nextToken()).isNull();
        assertThatExceptionOfType(InvalidNextTokenException.class)
                .isThrownBy(() -> client.listMetrics(list -> list.nextToken("made up")));
    }

    @Test
    void statistics_of_one_metric_come_with_their_unit() {
        put(datum(10, 0).toBuilder().unit(StandardUnit.MILLISECONDS).build(), datum(30, 0));

        List<Datapoint> points = client
                .getMetricStatistics(get -> get.namespace(NAMESPACE)
                        .metricName("Reading")
                        .dimensions(SENSOR)
                        .startTime(hour)
                        .endTime(hour.plusSeconds(3600))
                        .period(3600)
                        .statistics(Statistic.AVERAGE, Statistic.MAXIMUM)
                        .extendedStatistics("p90"))
                .datapoints();

        assertThat(points).extracting(Datapoint::unit).containsExactly(StandardUnit.MILLISECONDS, StandardUnit.NONE);
        assertThat(points).extracting(Datapoint::average).containsExactly(10d, 30d);
        assertThat(points).extracting(Datapoint::sum).containsOnlyNulls();
        assertThat(points.getFirst().extendedStatistics()).containsEntry("p90", 10d);
    }

    @Test
    void refuses_what_cloudwatch_refuses() {
        assertThatExceptionOfType(InvalidParameterValueException.class)
                .isThrownBy(() -> put(datum(Double.NaN, 0)));
        assertThatExceptionOfType(InvalidParameterValueException.class)
                .isThrownBy(() -> put(datum(1, -15 * 86_400)))
                .withMessageContaining("two weeks");
        assertThatExceptionOfType(InvalidParameterValueException.class)
                .isThrownBy(() -> put(datum(1, Math.toIntExact(Duration.ofHours(6).toSeconds()))));
        assertThatExceptionOfType(InvalidParameterValueException.class)
                .isThrownBy(() -> put(IntStream.range(0, 1_001).mapToObj(i -> datum(i, 0)).toArray(MetricDatum[]::new)))
                .withMessageContaining("1000");
        assertThatExceptionOfType(InvalidParameterValueException.class).isThrownBy(() -> put(datum(1, 0).toBuilder()
                .dimensions(IntStream.range(0, 31)
                        .mapToObj(i -> Dimension.builder().name("d" + i).value("v").build())
                        .toList())
                .build()));
        assertThatExceptionOfType(InvalidParameterCombinationException.class)
                .isThrownBy(() -> put(datum(1, 0).toBuilder().values(1d).build()));
        assertThatExceptionOfType(InvalidParameterValueException.class)
                .isThrownBy(() -> client.putMetricData(put -> put.namespace("AWS/Lambda").metricData(datum(1, 0))));
        assertThat(client.listMetrics().metrics()).isEmpty();
    }

    @Test
    void an_operation_that_is_not_there_is_named() {
        assertThatExceptionOfType(CloudWatchException.class).isThrownBy(() -> client.listDashboards())
                .withMessageContaining("ListDashboards");
    }

    @Test
    void the_asynchronous_client_works_as_well() {
        try (CloudWatchAsyncClient async = CloudWatchAsyncClient.builder()
                .endpointOverride(endpoint())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(ANYONE)
                .httpClientBuilder(NettyNioAsyncHttpClient.builder())
                .build()) {
            async.putMetricData(put -> put.namespace(NAMESPACE).metricData(datum(5, 0))).join();
            GetMetricDataResponse answer = async.getMetricData(get -> get.startTime(hour)
                    .endTime(hour.plusSeconds(60))
                    .metricDataQueries(stat("m", "Sum", 60))).join();
            assertThat(answer.metricDataResults().getFirst().values()).containsExactly(5d);
        }
    }

    private URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    private void put(MetricDatum... data) {
        client.putMetricData(put -> put.namespace(NAMESPACE).metricData(data));
    }

    private MetricDataResult read(MetricDataQuery query) {
        return client.getMetricData(
                get -> get.startTime(hour).endTime(hour.plusSeconds(3600)).metricDataQueries(query))
                .metricDataResults()
                .getFirst();
    }

    private MetricDatum datum(double value, int second) {
        return MetricDatum.builder()
                .metricName("Reading")
                .dimensions(SENSOR)
                .timestamp(hour.plusSeconds(second))
                .value(value)
                .build();
    }

    private static MetricDataQuery stat(String id, String statistic, int period) {
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(stat -> stat.stat(statistic)
                        .period(period)
                        .metric(metric -> metric.namespace(NAMESPACE).metricName("Reading").dimensions(SENSOR)))
                .build();
    }

    private static MetricDataQuery expression(String id, String expression) {
        return MetricDataQuery.builder().id(id).expression(expression).build();
    }
}
