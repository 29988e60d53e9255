package com.sentori.console.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.sentori.console.rules.RuleFault.Why;
import com.sentori.console.thresholds.Threshold;
import com.sentori.console.thresholds.Threshold.Side;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class RulesTest {
    private static final String GOOD = """
            schema: sentori.alarms/1
            rules:
              - id: hot
                name: Boiler too hot
                watch: {what: values, type: temperature, sensor: boiler-1}
                warn: 80
                critical: 90
                hysteresis: 2
                delay: 10s
                count: 3
                guidance: Close valve 3.
                stops: true
              - id: slow
                watch: {what: latency, percentile: 99.9}
                critical: 500
              - id: silent
                watch: {what: age}
                side: above
                warn: 30
              - id: failing
                watch: {what: errors}
                critical: 5
              - id: lost
                watch: {what: missing}
                warn: 0
              - id: cold
                watch: {what: values}
                side: below
                warn: -5.5
            """;

    @TempDir
    private Path folder;

    @Test
    void a_file_says_what_is_watched_and_comes_back_as_it_was() throws Exception {
        List<Rule> rules = RuleText.read(GOOD, "alarms.yaml");
        assertThat(rules).hasSize(6);
        assertThat(rules.getFirst()).isEqualTo(new Rule(new Watch.Values("temperature", "boiler-1"),
                new Threshold("hot", "Boiler too hot", "temperature", Side.ABOVE, 80.0, 90.0, 2),
                Duration.ofSeconds(10), 3, "Close valve 3.", true));
        assertThat(rules.get(1).watch()).isEqualTo(new Watch.Latency(99.9));
        assertThat(rules.get(1).name()).isEqualTo("slow");
        assertThat(rules.getLast().limits().side()).isEqualTo(Side.BELOW);
        assertThat(RuleText.read(RuleText.write(rules), "again")).isEqualTo(rules);
        assertThat(RuleText.read(RuleText.write(List.of()), "none")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "yes", "007", "1e3", "a: b", "# no comment", "- dash", "'quoted'", "~",
            "température 20 °C"})
    void any_name_comes_back_as_it_was_written(String name) throws Exception {
        Rule rule = new Rule(new Watch.Values(name, name),
                new Threshold("id", name, name, Side.BELOW, 1.5e-7, null, 0), Duration.ofMillis(1_500), 1,
                name + "\n  then: " + name, false);
        assertThat(RuleText.read(RuleText.write(List.of(rule)), "again")).containsExactly(rule);
    }

    @Test
    void what_is_written_and_what_can_be_read_keeps_to_the_published_schema() throws Exception {
        Schema schema = schema();
        assertThat(schema.validate(GOOD, InputFormat.YAML)).isEmpty();
        assertThat(schema.validate(RuleText.write(RuleText.read(GOOD, "")), InputFormat.YAML)).isEmpty();
        assertThat(schema.validate(GOOD.replace("count: 3", "count: 0"), InputFormat.YAML)).isNotEmpty();
        assertThat(schema.validate(GOOD.replace("what: age", "what: mood"), InputFormat.YAML)).isNotEmpty();
        assertThat(schema.validate(GOOD.replace("hysteresis", "hysterics"), InputFormat.YAML)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "count: 3        | count: 0        | alarms.yaml line 10, rules[0].count: count must be 1 to 10000.",
            "count: 3        | count: many     | alarms.yaml line 10, rules[0].count: a whole number is due here.",
            "delay: 10s      | delay: soon     | alarms.yaml line 9, rules[0].delay: delay must be a time of at most 24h, like 10s or 2m.",
            "what: age       | what: mood      | alarms.yaml line 17, rules[2].watch.what: what must be one of values, age, latency, errors, missing.",
            "side: below     | side: under     | alarms.yaml line 28, rules[5].side: side must be above or below.",
            "hysteresis: 2   | hysterics: 2    | alarms.yaml line 8, rules[0].hysterics: 'hysterics' is not known here; known are count, critical, delay, guidance, hysteresis, id, name, side, stops, warn, watch.",
            "id: slow        | id: hot         | alarms.yaml line 13, rules[1].id: the id 'hot' is another rule's already.",
            "warn: 80        | warn: 95        | alarms.yaml line 6, rules[0].warn: warn must come before critical.",
            "alarms/1        | alarms/7        | alarms.yaml line 1, schema: schema must be sentori.alarms/1.",
            "percentile: 99.9 | percentile: 0  | alarms.yaml line 14, rules[1].watch.percentile: percentile must be over 0 and at most 100, and only latency has one.",
            "what: errors    | what: errors, sensor: a | alarms.yaml line 21, rules[3].watch: type and sensor must have at most 64 characters, and only values have them.",
            "critical: 500   | warn: 500, stops: true | alarms.yaml line 15",
            "id: lost        | id: lo st       | alarms.yaml line 23, rules[4].id: id must be 1 to 64 of A-Z a-z 0-9 . _ -.",
            "stops: true     | stops: true }   | alarms.yaml line 12"})
    void a_fault_is_said_in_one_sentence_that_names_line_and_member(String good, String bad, String sentence) {
        assertThatThrownBy(() -> RuleText.read(GOOD.replace(good, bad), "alarms.yaml"))
                .isInstanceOf(RuleException.class)
                .hasMessageStartingWith(sentence)
                .hasMessageEndingWith(".")
                .message()
                .doesNotContain("\n", "com.sentori");
    }

    @Test
    void the_last_good_file_stays_in_force_and_nothing_that_somebody_wrote_is_lost() throws Exception {
        Path file = folder.resolve(Rules.FILE);
        Files.writeString(file, GOOD);
        Rules rules = Rules.in(folder);
        assertThat(rules.inForce()).hasSize(6);

        String wrong = GOOD.replace("count: 3", "count: 0");
        Files.writeString(file, wrong);
        rules.look();
        assertThat(rules.inForce()).hasSize(6);
        assertThat(Objects.requireNonNull(rules.fault()).why()).isEqualTo(Why.COUNT);
        assertThat(file).hasContent(wrong);

        Path aside = rules.edit(all -> all.subList(0, 2));
        assertThat(Objects.requireNonNull(aside)).hasContent(wrong);
        assertThat(rules.fault()).isNull();
        assertThat(Rules.in(folder).inForce()).hasSize(2).isEqualTo(rules.inForce());

        Files.delete(file);
        rules.look();
        assertThat(rules.inForce()).hasSize(2);
        assertThat(Objects.requireNonNull(rules.fault()).sentence()).isEqualTo(
                "alarms.yaml is not there any more: put it back, or save a rule, which writes it anew.");
    }

    @Test
    void a_change_of_the_window_does_not_undo_one_that_somebody_made_in_the_file() throws Exception {
        Path file = folder.resolve(Rules.FILE);
        Files.writeString(file, GOOD);
        Rules rules = Rules.in(folder);
        Files.writeString(file, GOOD.replace("id: slow", "id: slower"));
        Rule added = Rule.of(new Threshold("new", "new", "humidity", Side.ABOVE, 1.0, null, 0));
        rules.edit(all -> {
            List<Rule> next = new ArrayList<>(all);
            next.add(added);
            return next;
        });
        assertThat(rules.inForce()).extracting(Rule::id)
                .containsExactly("hot", "slower", "silent", "failing", "lost", "cold", "new");
    }

    @Test
    void nothing_else_lies_about_after_an_edit() throws Exception {
        Rules rules = Rules.in(folder);
        assertThat(rules.inForce()).isEmpty();
        rules.edit(_ -> List.of(Rule.of(new Threshold("a", "a", "", Side.ABOVE, 1.0, null, 0))));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve(Rules.FILE));
        }
    }

    private static Schema schema() throws Exception {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("..", "docs", "schemas", "alarms-1.json")), InputFormat.JSON);
    }
}
