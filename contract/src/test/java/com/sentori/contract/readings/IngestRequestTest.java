package com.sentori.contract.readings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.FieldError;
import com.sentori.contract.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IngestRequestTest {
    private static final Instant NOW = Instant.parse("2026-01-15T10:30:00Z");
    private static final NewReading PLAIN = new NewReading("s", "temperature", 1, NOW, null);

    @Test
    void one_reading_is_answered_as_itself() {
        assertThat(parse("{\"sensorId\":\"s\",\"reading\":1}", "run"))
                .isEqualTo(new IngestRequest("run", List.of(PLAIN), true));
        assertThat(parse("{\"sensorId\":\"s\",\"temperature\":1,\"runId\":\"run\"}", null))
                .isEqualTo(new IngestRequest("run", List.of(PLAIN), true));
    }

    @Test
    void lists_and_several_types_are_answered_with_a_count() {
        assertThat(parse("[{\"sensorId\":\"s\",\"reading\":1}]", "run").single()).isFalse();
        assertThat(parse("{\"readings\":[{\"sensorId\":\"s\",\"reading\":1}]}", "run").single()).isFalse();
        IngestRequest two = parse("{\"sensorId\":\"s\",\"temperature\":1,\"humidity\":2}", "run");
        assertThat(two.single()).isFalse();
        assertThat(two.readings()).containsExactly(PLAIN, new NewReading("s", "humidity", 2, NOW, null));
    }

    @Test
    void a_blank_header_names_no_run() {
        assertThat(parse("{\"sensorId\":\"s\",\"reading\":1,\"runId\":\"run\"}", "").runId()).isEqualTo("run");
        faults("{\"sensorId\":\"s\",\"reading\":1}", " ", "null runId");
    }

    @Test
    void names_faults_by_index() {
        faults("[{\"sensorId\":\"s\",\"reading\":1},{\"reading\":\"1\"},5]", "run", "1 sensorId", "1 reading",
                "2 reading");
        faults("{\"reading\":\"1\"}", "run", "null sensorId", "null reading");
        faults("{}", "run", "null sensorId", "null reading");
    }

    @Test
    void stops_looking_after_100_faults_or_so() {
        assertThatThrownBy(() -> parse("[" + "{},".repeat(4_999) + "{}]", "run"))
                .isInstanceOfSatisfying(ContractException.class, refusal -> assertThat(refusal.errors())
                        .hasSizeBetween(100, 110));
    }

    @Test
    void a_query_needs_a_run_or_a_sensor_that_is_not_blank() {
        assertThatThrownBy(() -> ReadingQuery.parse(Map.of("runId", "", "type", "t")::get))
                .isInstanceOf(ContractException.class);
        assertThat(ReadingQuery.parse(Map.of("runId", "ABC", "sensorId", "", "type", "")::get))
                .isEqualTo(new ReadingQuery("abc", null, null, null, null));
    }

    @Test
    void a_query_matches_by_every_condition_inclusively() {
        Reading reading = Reading.of("run", 1, new NewReading("s", "t", 1, NOW, null), NOW.plusSeconds(9));
        assertThat(new ReadingQuery(null, "s", "t", NOW, NOW).matches(reading)).isTrue();
        assertThat(new ReadingQuery(null, null, null, null, null).matches(reading)).isTrue();
        assertThat(new ReadingQuery(null, "S", null, null, null).matches(reading)).isFalse();
        assertThat(new ReadingQuery(null, "s", "T", null, null).matches(reading)).isFalse();
        assertThat(new ReadingQuery(null, "s", null, NOW.plusMillis(1), null).matches(reading)).isFalse();
        assertThat(new ReadingQuery(null, "s", null, null, NOW.minusMillis(1)).matches(reading)).isFalse();
    }

    @Test
    void a_reading_survives_the_way_to_a_client_bit_for_bit() {
        for (double value : new double[]{-0.0, Double.MIN_VALUE, Double.MAX_VALUE, 0.1 + 0.2, 1e22, -273.15}) {
            Reading reading = Reading.of("run", 1, new NewReading("s", "t", value, NOW, 7L), NOW);
            assertThat(Json.read(Json.bytes(reading), Reading.class)).isEqualTo(reading);
        }
    }

    private static void faults(String body, String header, String... faults) {
        assertThatThrownBy(() -> parse(body, header)).isInstanceOfSatisfying(ContractException.class,
                refusal -> assertThat(refusal.errors().stream().map(IngestRequestTest::name)).containsExactly(faults));
    }

    private static String name(FieldError error) {
        return error.index() + " " + error.field();
    }

    private static IngestRequest parse(String body, @Nullable String header) {
        return IngestRequest.parse(body.getBytes(StandardCharsets.UTF_8), header, NOW);
    }
}
