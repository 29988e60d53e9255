package com.sentori.console.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.sentori.console.simulator.SensorPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class ScenariosTest {
    static final List<String> SHIPPED = Scenarios.SHIPPED;
    private static final String GOOD = """
            schema: sentori.scenario/1
            name: test
            groups:
              - name: room
                sensors: 2
                rate: 1
                readings:
                  - type: temperature
                    wave: {shape: sine, low: 1, high: 2, period: 10s}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @FieldSource("SHIPPED")
    void the_shipped_ones_can_be_read_and_keep_to_the_published_schema(String name) throws Exception {
        ScenarioText text = scenarios().named(name);
        assertThat(text.scenario().name()).isEqualTo(name);
        assertThat(schema().validate(text.text(), InputFormat.YAML)).isEmpty();
        SensorPlan plan = new SensorPlan(text.scenario(), text.scenario().duration(), 1);
        assertThat(plan.total()).isPositive();
        for (long seq = 0; seq < plan.count(); seq += 97) {
            assertThat(plan.value(seq)).isFinite();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "rate: 1        | rate: 0        | groups[0]: rate must be at most 100 readings a second and at least one an hour.",
            "sensors: 2     | sensors: many  | groups[0].sensors: this is not what is due here: a whole number.",
            "low: 1         | low: 1, colour: red | groups[0].readings[0].wave.colour: 'colour' is not known here; known are high, low, period.",
            "period: 10s    | period: soon   | groups[0].readings[0].wave.period: 'soon' is no time: write one like 250ms, 30s, 2m or 1h30m.",
            "high: 2        | high: 0        | groups[0].readings[0].wave: high must not be below low.",
            "shape: sine    | shape: heart   | shape must be one of sine, square, ramp, triangle, steps, walk, noise, constant, replay.",
            "scenario/1     | scenario/9     | schema must be sentori.scenario/1.",
            "name: test     | name: ''       | name must be a text of 1 to 60 characters.",
            "groups:        | groups: [      | this is no YAML or JSON"})
    void says_where_a_file_is_wrong_and_what_to_do(String right, String wrong, String sentence) throws Exception {
        Path file = Files.writeString(folder.resolve("bad.yaml"), GOOD.replace(right.strip(), wrong.strip()));
        assertThatThrownBy(() -> scenarios().file(file)).isInstanceOf(ScenarioException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(sentence.strip());
    }

    @Test
    void names_the_line() throws Exception {
        Path file = Files.writeString(folder.resolve("bad.yaml"), GOOD.replace("sensors: 2", "sensors: two"));
        assertThatThrownBy(() -> scenarios().file(file)).hasMessageContaining("bad.yaml line 5");
    }

    @Test
    void says_that_there_is_no_such_file_and_which_there_are() {
        assertThatThrownBy(() -> scenarios().named("nowhere.yaml"))
                .hasMessage("There is no scenario 'nowhere.yaml': name a file, or one of calm, daily, faulty, rush.");
    }

    @Test
    void reads_json_too() throws Exception {
        Path file = Files.writeString(folder.resolve("good.json"),
                """
                        {"schema": "sentori.scenario/1", "name": "test", "duration": 5, "groups": [{"name": "a", "sensors": 1, "rate": 1,
                         "readings": [{"type": "t", "wave": {"shape": "constant", "value": 3}}]}]}""");
        assertThat(scenarios().file(file).scenario().duration()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void replays_a_column_and_goes_on_with_it_when_the_file_is_gone() throws Exception {
        Path csv = Files.writeString(folder.resolve("rows.csv"), "time,value\n1,10.5\n2,11.5\n\n3,12.25\n");
        Path file = Files.writeString(folder.resolve("replay.yaml"),
                GOOD.replace("{shape: sine, low: 1, high: 2, period: 10s}",
                        "{shape: replay, file: rows.csv, column: value}"));
        ScenarioText text = scenarios().file(file);
        SensorPlan plan = new SensorPlan(text.scenario(), Duration.ofSeconds(5), 1);
        assertThat(new double[]{plan.value(0), plan.value(2), plan.value(4), plan.value(6)})
                .containsExactly(10.5, 11.5, 12.25, 10.5);
        Files.writeString(csv, "time,value\n1,99\n");
        ScenarioText kept = scenarios().kept(text.text(), text.recordings());
        assertThat(kept.hash()).isEqualTo(text.hash());
        assertThat(new SensorPlan(kept.scenario(), Duration.ofSeconds(5), 1).value(2)).isEqualTo(11.5);
        assertThat(scenarios().file(file).hash()).isNotEqualTo(text.hash());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "time,other;1,2 | has no column 'value': its first line names time, other.",
            "time,value;1,x | rows.csv line 2: the cell 2 must be a number with a point, like 21.5.",
            "time,value | has no rows below its first line."})
    void says_what_is_wrong_with_a_recording(String csv, String sentence) throws Exception {
        Files.writeString(folder.resolve("rows.csv"), csv.strip().replace(';', '\n'));
        Path file = Files.writeString(folder.resolve("replay.yaml"),
                GOOD.replace("{shape: sine, low: 1, high: 2, period: 10s}",
                        "{shape: replay, file: rows.csv, column: value}"));
        assertThatThrownBy(() -> scenarios().file(file)).isInstanceOf(ScenarioException.class)
                .hasMessageContaining(sentence.strip());
    }

    private Scenarios scenarios() {
        return new Scenarios(new Recordings(folder.resolve("recordings")));
    }

    private static Schema schema() throws Exception {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("..", "docs", "schemas", "scenario-1.json")), InputFormat.JSON);
    }
}
