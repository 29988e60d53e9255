package com.sentori.contract.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The summary of a run, against figures that are reckoned here. */
abstract class SummaryKit extends Topic {
    private static final Instant T0 = Instant.parse("2026-01-15T10:30:00Z");

    @Test
    void sums_up_each_sensor_and_type() {
        String run = started();
        ingest(run,
                "[" + reading("b", "t", 3, 0) + "," + reading("a", "t", 1, 1_000) + "," + reading("b", "t", 1, 4_000)
                        + "," + reading("b", "u", -0.5, 0) + "," + reading("b", "t", 2, 4_500) + "]")
                .is(201);
        Answer summary = summary(run);

        summary.text("/runId").isEqualTo(run);
        summary.that(summary.textsAt("/series", "sensorId")).containsExactly("a", "b", "b");
        summary.that(summary.textsAt("/series", "type")).containsExactly("t", "t", "u");
        JsonNode b = summary.at("/series/1");
        assertThat(b.path("count").asInt()).isEqualTo(3);
        assertThat(b.path("first").asString()).isEqualTo("2026-01-15T10:30:00.000Z");
        assertThat(b.path("last").asString()).isEqualTo("2026-01-15T10:30:04.500Z");
        assertThat(b.path("firstReading").asDouble()).isEqualTo(3);
        assertThat(b.path("lastReading").asDouble()).isEqualTo(2);
        assertThat(b.path("min").asDouble()).isEqualTo(1);
        assertThat(b.path("max").asDouble()).isEqualTo(3);
        assertThat(b.path("mean").asDouble()).isEqualTo(2, within(1e-12));
        assertThat(b.path("stddev").asDouble()).isEqualTo(Math.sqrt(2.0 / 3), within(1e-12));
        assertThat(b.path("p50").asDouble()).isEqualTo(2);
        assertThat(b.path("p95").asDouble()).isEqualTo(3);
        assertThat(b.path("p99").asDouble()).isEqualTo(3);
        assertThat(b.path("longestGapMs").asInt()).isEqualTo(4_000);
        JsonNode single = summary.at("/series/2");
        assertThat(single.path("stddev").asDouble()).isEqualTo(0);
        assertThat(single.path("longestGapMs").asInt()).isEqualTo(0);
        summary.number("/totals/count").isEqualTo(5);
        summary.text("/totals/first").isEqualTo("2026-01-15T10:30:00.000Z");
        summary.text("/totals/last").isEqualTo("2026-01-15T10:30:04.500Z");
        summary.node("/truncated").hasToString("false");
        summary.node("/complete").hasToString("false");
    }

    @Test
    void a_run_without_readings_has_an_empty_summary() {
        Answer summary = summary(started());
        summary.node("/series").hasToString("[]");
        summary.number("/totals/count").isEqualTo(0);
        summary.text("/totals/first").isNull();
        summary.text("/digest").isEqualTo("0".repeat(32));
    }

    @Test
    void goes_with_the_run_until_it_ends() {
        String run = started();
        ingest(run, "s", 0, 10);
        summary(run).number("/totals/count").isEqualTo(10);
        ingest(run, "s", 10, 30);
        summary(run).number("/totals/count").isEqualTo(30);
        finish(run, "{}").is(200);
        Answer last = summary(run);
        last.number("/totals/count").isEqualTo(30);
        last.node("/complete").hasToString("true");
        assertThat(summary(run).json()).isEqualTo(last.json());
    }

    @Test
    void quantiles_of_many_readings_are_within_1_percent_of_rank() {
        String run = started();
        List<Integer> values = new ArrayList<>(IntStream.range(0, 20_000).boxed().toList());
        Collections.shuffle(values, new Random(5));
        for (List<Integer> some : List.of(values.subList(0, 5_000), values.subList(5_000, 10_000),
                values.subList(10_000, 15_000), values.subList(15_000, 20_000))) {
            ingest(run,
                    some.stream().map(value -> "{\"sensorId\":\"s\",\"reading\":" + value + "}").toList().toString())
                    .is(201);
        }
        JsonNode series = summary(run).at("/series/0");
        assertThat(series.path("count").asInt()).isEqualTo(20_000);
        assertThat(series.path("p50").asDouble()).isEqualTo(10_000, within(200.0));
        assertThat(series.path("p95").asDouble()).isEqualTo(19_000, within(200.0));
        assertThat(series.path("p99").asDouble()).isEqualTo(19_800, within(200.0));
        assertThat(series.path("mean").asDouble()).isEqualTo(9_999.5, within(1e-6));
    }

    @Test
    void the_digest_is_of_the_readings_and_not_of_their_order() throws Exception {
        List<String> readings = new ArrayList<>(
                List.of("{\"sensorId\":\"ä\",\"reading\":-0.0,\"seq\":7,\"timestamp\":\"2026-01-15T10:30:00Z\"}",
                        "{\"sensorId\":\"b\",\"type\":\"u\",\"reading\":1e300,\"timestamp\":\"2026-01-15T10:30:01Z\"}",
                        "{\"sensorId\":\"b\",\"type\":\"u\",\"reading\":1e300,\"timestamp\":\"2026-01-15T10:30:01Z\"}"));
        String one = started();
        ingest(one, readings.toString()).is(201);
        Collections.reverse(readings);
        String other = started();
        for (String reading : readings) {
            ingest(other, reading).is(201);
        }
        String fewer = started();
        ingest(fewer, readings.subList(1, 3).toString()).is(201);

        long[] sum = new long[2];
        add(sum, "ä", "temperature", 7, T0.toEpochMilli(), -0.0);
        add(sum, "b", "u", -1, T0.toEpochMilli() + 1_000, 1e300);
        add(sum, "b", "u", -1, T0.toEpochMilli() + 1_000, 1e300);
        summary(one).text("/digest").isEqualTo(String.format("%016x%016x", sum[0], sum[1]));
        summary(other).text("/digest").isEqualTo(summary(one).textAt("/digest"));
        summary(fewer).text("/digest").isNotEqualTo(summary(one).textAt("/digest"));
    }

    @Test
    void values_at_the_ends_of_the_range_have_a_mean() {
        String run = started();
        ingest(run, "[{\"sensorId\":\"s\",\"reading\":1.7e308},{\"sensorId\":\"s\",\"reading\":-1.7e308}]").is(201);
        Answer summary = summary(run);
        assertThat(summary.at("/series/0/mean").asDouble()).isEqualTo(0);
        summary.node("/series/0/stddev").matches(node -> node.isNull() || Double.isFinite(node.asDouble()));
    }

    @Test
    void more_than_3000_series_are_left_out_but_counted() {
        String run = started();
        ingest(run, IntStream.range(0, 3_005)
                .mapToObj(i -> "{\"sensorId\":\"s" + i + "\",\"reading\":1}")
                .toList()
                .toString()).is(201);
        Answer summary = summary(run);
        summary.that(summary.at("/series").size()).isEqualTo(3_000);
        summary.node("/truncated").hasToString("true");
        summary.number("/totals/count").isEqualTo(3_005);
    }

    @Test
    void an_unknown_run_has_no_summary() {
        get("/api/runs/" + UUID.randomUUID() + "/summary").isRefused(404, "RUN_NOT_FOUND");
        get("/api/runs/no-uuid/summary").isRefused(404, "RUN_NOT_FOUND");
    }

    private Answer summary(String run) {
        return get("/api/runs/" + run + "/summary").is(200);
    }

    private static String reading(String sensor, String type, double value, long millis) {
        return "{\"sensorId\":\"" + sensor + "\",\"type\":\"" + type + "\",\"reading\":" + value + ",\"timestamp\":\""
                + T0.plusMillis(millis) + "\"}";
    }

    private static void add(long[] sum, String sensor, String type, long seq, long millis, double value)
            throws Exception {
        byte[] id = sensor.getBytes(StandardCharsets.UTF_8);
        byte[] kind = type.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(32 + id.length + kind.length)
                .putInt(id.length)
                .put(id)
                .putInt(kind.length)
                .put(kind)
                .putLong(seq)
                .putLong(millis)
                .putLong(Double.doubleToLongBits(value));
        ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        sum[0] += hash.getLong();
        sum[1] += hash.getLong();
    }
}
