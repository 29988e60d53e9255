package com.sentori.contract.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Storing readings: the forms of a body, its run, its bounds, and all or nothing. */
abstract class IngestKit extends Topic {
    private static final String READING = "{\"sensorId\":\"sensor-1\",\"reading\":21.5}";

    @Test
    void answers_one_reading_as_it_was_stored() {
        String run = started();
        Instant before = serverTime();
        Answer stored = ingest(run,
                """
                        {"sensorId":"sensor-1","reading":21.5,"type":"voltage","timestamp":"2026-01-15T10:30:00.123Z","seq":7}""")
                .is(201);
        Instant after = serverTime();

        stored.that(List.copyOf(stored.json().propertyNames()))
                .containsExactlyInAnyOrder("id", "runId", "sensorId", "type", "reading", "timestamp", "seq",
                        "receivedAt");
        stored.text("/id").isNotBlank();
        stored.text("/runId").isEqualTo(run);
        stored.text("/sensorId").isEqualTo("sensor-1");
        stored.text("/type").isEqualTo("voltage");
        stored.node("/reading").hasToString("21.5");
        stored.text("/timestamp").isEqualTo("2026-01-15T10:30:00.123Z");
        stored.number("/seq").isEqualTo(7);
        stored.text("/receivedAt").matches(INSTANT);
        assertThat(Instant.parse(stored.textAt("/receivedAt"))).as(stored::toString).isBetween(before, after);
        assertThat(readings(run)).as(stored::toString).containsExactly(stored.json());
        Answer found = get(DATA + "?runId=" + run).is(200);
        assertThat(found.at("/items/0")).as(found::toString).isEqualTo(stored.json());
    }

    @Test
    void fills_in_type_timestamp_and_seq() {
        Answer stored = ingest(started(), READING).is(201);
        stored.text("/type").isEqualTo("temperature");
        stored.text("/timestamp").isEqualTo(stored.textAt("/receivedAt"));
        stored.node("/seq").hasToString("null");
        ingest(stored.textAt("/runId"),
                "{\"sensorId\":\"s\",\"reading\":1,\"type\":null,\"timestamp\":null,\"seq\":null,\"extra\":{}}").is(201)
                .text("/type")
                .isEqualTo("temperature");
    }

    @Test
    void takes_a_list_and_readings_and_answers_a_count() {
        String run = started();
        ingest(run, "[" + READING + "," + READING + "]").is(201).node("").hasToString("{\"accepted\":2}");
        ingest(run, "[" + READING + "]").is(201).node("").hasToString("{\"accepted\":1}");
        ingest(run, "{\"readings\":[" + READING + "]}").is(201).node("").hasToString("{\"accepted\":1}");
        assertThat(readings(run)).hasSize(4);
    }

    @Test
    void takes_readings_by_the_name_of_their_type() {
        String run = started();
        Answer one = ingest(run, "{\"sensorId\":\"s\",\"humidity\":40.5}").is(201);
        one.text("/type").isEqualTo("humidity");
        one.node("/reading").hasToString("40.5");
        ingest(run, "{\"sensorId\":\"s\",\"temperature\":20.5,\"humidity\":41.5,\"pressure\":1013.5,\"seq\":3}").is(201)
                .node("")
                .hasToString("{\"accepted\":3}");
        ingest(run, "{\"sensorId\":\"s\",\"reading\":1.5,\"type\":\"wind\",\"pressure\":1000.5}").is(201)
                .node("")
                .hasToString("{\"accepted\":2}");

        List<JsonNode> stored = readings(run);
        List<String> values = stored.stream()
                .map(reading -> reading.path("type").asString() + "=" + reading.path("reading"))
                .toList();
        assertThat(values.subList(0, 1)).containsExactly("humidity=40.5");
        assertThat(values.subList(1, 4)).containsExactlyInAnyOrder("temperature=20.5", "humidity=41.5",
                "pressure=1013.5");
        assertThat(values.subList(4, 6)).containsExactlyInAnyOrder("wind=1.5", "pressure=1000.5");
        assertThat(stored.subList(1, 4)).allSatisfy(reading -> assertThat(reading.path("seq").asInt()).isEqualTo(3));
        assertThat(stored.stream().map(reading -> reading.path("id").asString())).doesNotHaveDuplicates();
    }

    @Test
    void takes_the_run_from_the_header_or_the_body() {
        String run = started();
        String withRun = "{\"sensorId\":\"s\",\"reading\":1,\"runId\":\"" + run + "\"}";
        post(DATA, withRun).is(201).text("/runId").isEqualTo(run);
        post(DATA, withRun, "X-Run-Id", run).is(201);
        post(DATA, "[" + withRun + "," + READING + "]").is(201);
        post(DATA, "{\"runId\":\"" + run + "\",\"readings\":[" + READING + "]}").is(201);
        post("/sensors/data", READING, "X-Run-Id", run).is(201);
        assertThat(readings(run)).hasSize(6);
    }

    @Test
    void wants_exactly_one_run() {
        String run = started();
        String other = started();
        String withRun = "{\"sensorId\":\"s\",\"reading\":1,\"runId\":\"" + run + "\"}";
        post(DATA, READING).isInvalid("runId");
        post(DATA, "[" + READING + "]").isInvalid("runId");
        post(DATA, withRun, "X-Run-Id", other).isInvalid("runId");
        post(DATA, "{\"runId\":\"" + run + "\",\"readings\":[" + READING + "]}", "X-Run-Id", other)
                .isInvalid("runId");
        Answer mixed = post(DATA, "[" + withRun + "," + withRun.replace(run, other) + "]").isInvalid("runId");
        mixed.number("/errors/0/index").isEqualTo(1);
        post(DATA, "{\"sensorId\":\"s\",\"reading\":1,\"runId\":7}").isInvalid("runId");
        assertThat(readings(run)).isEmpty();
        assertThat(readings(other)).isEmpty();
    }

    @Test
    void refuses_an_unknown_run() {
        for (String unknown : List.of(UUID.randomUUID().toString(), "no-uuid", "'; DROP TABLE runs; --")) {
            ingest(unknown, READING).isRefused(404, "RUN_NOT_FOUND");
            post(DATA, "{\"sensorId\":\"s\",\"reading\":1,\"runId\":" + quoted(unknown) + "}")
                    .isRefused(404, "RUN_NOT_FOUND");
        }
    }

    @Test
    void refuses_an_ended_run() {
        for (String status : List.of("SUCCESS", "FAILED", "INTERRUPTED")) {
            String run = started();
            finish(run, "{\"status\":\"" + status + "\"}").is(200);
            ingest(run, READING).isRefused(409, "RUN_NOT_RUNNING");
            ingest(run, "[" + READING + "," + READING + "]").isRefused(409, "RUN_NOT_RUNNING");
            assertThat(readings(run)).isEmpty();
        }
    }

    @Test
    void stores_all_or_nothing_and_names_the_faults_by_index() {
        String run = started();
        Answer refused = ingest(run, """
                [{"sensorId":"a","reading":1},
                 {"sensorId":"","reading":2},
                 {"sensorId":"c","reading":"3"},
                 {"reading":4},
                 {"sensorId":"e","reading":5,"seq":-1,"type":""},
                 7]""").isRefused(400, "VALIDATION_FAILED");
        refused.that(refused.at("/errors")
                .values()
                .stream()
                .map(error -> error.path("index").asInt() + " " + error.path("field").asString())
                .toList())
                .containsExactlyInAnyOrder("1 sensorId", "2 reading", "3 sensorId", "4 seq", "4 type", "5 reading");
        assertThat(readings(run)).isEmpty();
    }

    @Test
    void takes_5000_readings_in_one_request_and_no_more() {
        String run = started();
        ingest(run, batch("s", 0, 5_000)).is(201).number("/accepted").isEqualTo(5_000);
        ingest(run, batch("s", 0, 5_001)).isInvalid("readings");
        String three = "{\"sensorId\":\"s\",\"temperature\":1,\"humidity\":2,\"pressure\":3}";
        ingest(run, IntStream.range(0, 1_667).mapToObj(i -> three).toList().toString()).isInvalid("readings");
        List<JsonNode> stored = readings(run);
        assertThat(stored).extracting(reading -> reading.path("seq").asInt())
                .containsExactlyElementsOf(IntStream.range(0, 5_000).boxed().toList());
        assertThat(stored.stream().map(reading -> reading.path("id").asString())).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"readings\":[]}", "{\"readings\":{}}", "{\"readings\":\"none\"}"})
    void refuses_a_list_that_is_empty_or_none(String body) {
        ingest(started(), body).isInvalid("readings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"text\"", "null", "true"})
    void refuses_what_is_no_reading(String body) {
        ingest(started(), body).isRefused(400, "MALFORMED_JSON");
    }

    @Test
    void an_empty_body_lacks_everything() {
        ingest(started(), "").isInvalid("sensorId");
        ingest(started(), "{}").isInvalid("sensorId").isInvalid("reading");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"sensorId|null", "sensorId|\"\"", "sensorId|7", "sensorId|[\"s\"]",
            "reading|null", "reading|\"21.5\"", "reading|true", "reading|[]", "reading|1e400", "reading|-1e400",
            "reading|1e999999999", "type|\"\"", "type|7", "seq|-1", "seq|1.5", "seq|\"1\"", "seq|9007199254740992",
            "seq|1e400", "timestamp|7", "timestamp|\"\"", "timestamp|\"yesterday\"", "timestamp|true",
            "humidity|\"40\"", "pressure|1e400"})
    void refuses_a_member_of_another_kind(String field, String value) {
        String run = started();
        String rest = List.of("sensorId:\"s\"", "reading:1")
                .stream()
                .filter(member -> !member.startsWith(field + ":"))
                .map(member -> "," + "\"" + member.replaceFirst(":", "\":"))
                .reduce("", String::concat);
        ingest(run, "{\"" + field + "\":" + value + rest + "}").isInvalid(field);
        assertThat(readings(run)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "+1", "01", ".5", "0x10", "1."})
    void refuses_what_is_no_number_of_json(String number) {
        ingest(started(), "{\"sensorId\":\"s\",\"reading\":" + number + "}").isRefused(400, "MALFORMED_JSON");
    }

    @Test
    void refuses_an_integer_too_long_for_a_double() {
        ingest(started(), "{\"sensorId\":\"s\",\"reading\":" + "9".repeat(400) + "}").isInvalid("reading");
        ingest(started(), "{\"sensorId\":\"s\",\"reading\":" + "9".repeat(5_000) + "}").isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.0", "5e-324", "-5e-324", "2.2250738585072014E-308", "1.7976931348623157e308",
            "-1.7976931348623157e308", "0.1", "0.30000000000000004", "9007199254740993",
            "123456789012345678901234567890",
            "1e22", "1e23", "3.141592653589793", "-273.15", "1E+2", "4.35", "2.0e0"})
    void keeps_every_bit_of_a_value(String value) {
        String run = started();
        double sent = Double.parseDouble(value);
        ingest(run, "{\"sensorId\":\"s\",\"reading\":" + value + "}").is(201)
                .node("/reading")
                .matches(node -> bits(node) == Double.doubleToLongBits(sent));
        ingest(run, "[{\"sensorId\":\"s\",\"reading\":" + value + "}]").is(201);
        assertThat(readings(run)).hasSize(2)
                .allSatisfy(reading -> assertThat(bits(reading.path("reading"))).isEqualTo(
                        Double.doubleToLongBits(sent)));
        get(DATA + "?runId=" + run).is(200)
                .node("/items/0/reading")
                .matches(node -> bits(node) == Double.doubleToLongBits(sent));
    }

    @Test
    void keeps_seq_from_0_to_2_to_the_53_minus_1() {
        String run = started();
        for (String seq : List.of("0", "9007199254740991")) {
            ingest(run, "{\"sensorId\":\"s\",\"reading\":1,\"seq\":" + seq + "}").is(201).node("/seq").hasToString(seq);
        }
        assertThat(texts(readings(run), "seq")).containsExactly("0", "9007199254740991");
    }

    @Test
    void takes_sensors_that_were_not_announced() {
        String run = start("{\"sensorIds\":[\"sensor-1\"]}").is(201).textAt("/id");
        ingest(run, "{\"sensorId\":\"sensor-2\",\"reading\":1}").is(201);
    }

    @Test
    void keeps_duplicates() {
        String run = started();
        String same = "{\"sensorId\":\"s\",\"reading\":1,\"seq\":1,\"timestamp\":\"2026-01-15T10:30:00.000Z\"}";
        ingest(run, same).is(201);
        ingest(run, same).is(201);
        ingest(run, "[" + same + "," + same + "]").is(201);
        List<JsonNode> stored = readings(run);
        assertThat(stored).hasSize(4);
        assertThat(stored.stream().map(reading -> reading.path("id").asString())).doesNotHaveDuplicates();
    }

    private static long bits(JsonNode number) {
        return Double.doubleToLongBits(Double.parseDouble(number.toString()));
    }
}
