package com.sentori.console.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.rules.Rule;
import com.sentori.console.rules.RuleException;
import com.sentori.console.rules.RuleText;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class AlertFormTest {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private static List<Rule> rules(String... rules) throws RuleException {
        return RuleText.read("{schema: sentori.alarms/1, rules: [" + String.join(",", rules) + "]}", "rules");
    }

    private static JsonNode first(String text) {
        return new YAMLMapper().readTree(text).path("groups").get(0).path("rules").get(0);
    }

    @Test
    void says_in_promql_what_a_rule_says() throws RuleException {
        String text = AlertForm.PROMETHEUS.write(rules(
                "{id: hot, name: 'Too hot {{', watch: {what: values, type: temperature, sensor: 'a\"b'}, warn: 30, critical: 40.5, hysteresis: 1, count: 3, delay: 7s, guidance: Open the door}"),
                EVERY);
        JsonNode critical = first(text);
        assertThat(critical.path("alert").asString()).isEqualTo("Too hot {{");
        assertThat(critical.path("expr").asString()).isEqualTo(
                "sensor_data_value{sensor_id=\"a\\\"b\", type=\"temperature\"} > 40.5 or sensor_data_value{sensor_id=\"a\\\"b\", type=\"temperature\"} > 39.5"
                        + " and ignoring (alertname, alertstate, rule, severity) ALERTS{rule=\"hot\", severity=\"critical\"}");
        assertThat(critical.path("for").asString()).isEqualTo("10s");
        assertThat(critical.path("labels").path("severity").asString()).isEqualTo("critical");
        assertThat(critical.path("annotations").path("summary").asString()).isEqualTo(
                "Too hot {{ \"{{\" }}: {{ $labels.type }} of sensor {{ $labels.sensor_id }} in run {{ $labels.run }} is above 40.5.");
        assertThat(critical.path("annotations").path("description").asString()).isEqualTo("Open the door");
    }

    @Test
    void names_at_the_head_what_is_left_out_and_what_is_different() throws RuleException {
        String text = AlertForm.PROMETHEUS.write(rules("{id: slow, watch: {what: latency}, critical: 100}",
                "{id: young, watch: {what: age}, side: below, warn: 1}", "{id: old, watch: {what: age}, warn: 2.5}"),
                EVERY);
        assertThat(text).contains("# Left out: slow. The console that drives the run measures it",
                "# Left out: young. ", "acknowledged", "Shelving");
        assertThat(first(text).path("alert").asString()).isEqualTo("old");
        assertThat(first(text).path("expr").asString()).isEqualTo(
                "sum by (user, run) (sensor_data_ingested_total) == bool sum by (user, run) (sensor_data_ingested_total offset 2500ms) > 0");
    }

    @Test
    void tells_rules_of_the_same_name_apart() throws RuleException {
        String text = AlertForm.GRAFANA.write(rules("{id: a, name: Hot, watch: {what: values}, warn: 1}",
                "{id: b, name: Hot, watch: {what: values}, warn: 2}"), EVERY);
        assertThat(text).contains("title: \"Hot (a), warning\"", "title: \"Hot (b), warning\"");
    }

    @Test
    void gives_grafana_the_hysteresis_as_the_limit_at_which_an_alert_ends() throws RuleException {
        String text = AlertForm.GRAFANA.write(
                rules("{id: cold, watch: {what: values, sensor: a$b}, side: below, critical: -5, hysteresis: 2, count: 3}"),
                EVERY);
        JsonNode rule = first(text);
        assertThat(rule.path("uid").asString()).matches("[0-9a-f-]{36}");
        assertThat(rule.path("for").asString()).isEqualTo("20s");
        assertThat(rule.path("data").get(0).path("model").path("expr").asString())
                .isEqualTo("sensor_data_value{sensor_id=\"a$$b\"}");
        assertThat(rule.path("data").get(2).path("model").path("conditions").get(0)).hasToString(
                "{\"evaluator\":{\"type\":\"lt\",\"params\":[-5.0]},\"unloadEvaluator\":{\"type\":\"gte\",\"params\":[-3.0]}}");
    }
}
