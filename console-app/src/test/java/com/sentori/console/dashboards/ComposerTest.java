package com.sentori.console.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentori.console.dashboards.Content.Cell;
import com.sentori.console.dashboards.Content.Column;
import com.sentori.console.dashboards.Content.Curve;
import com.sentori.console.dashboards.Content.Figure;
import com.sentori.console.dashboards.Content.Limit;
import com.sentori.console.sources.Frame;
import com.sentori.console.sources.Line;
import com.sentori.console.sources.LogRow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComposerTest {
    private static final long[] TIMES = {1_000, 2_000, 3_000};

    @Test
    void draws_lines_of_a_unit_in_one_step_with_thresholds_overrides_and_calculations() throws Exception {
        Content.Curves content = (Content.Curves) of(
                """
                        "type": "timeseries", "targets": [{"refId": "A", "expr": "x", "legendFormat": "{{sensor_id}}"}],
                        "options": {"legend": {"calcs": ["max"]}},
                        "fieldConfig": {"defaults": {"unit": "ms", "min": 0, "custom": {"thresholdsStyle": {"mode": "line"}},
                            "thresholds": {"mode": "absolute", "steps": [{"color": "green", "value": null}, {"color": "red", "value": 2000}]}},
                          "overrides": [{"matcher": {"id": "byName", "options": "s2"}, "properties": [
                              {"id": "displayName", "value": "Sensor ${__field.labels.sensor_id}"},
                              {"id": "color", "value": {"mode": "fixed", "fixedColor": "dark-purple"}}]},
                            {"matcher": {"id": "byRegexp", "options": "/^hid/"}, "properties": [
                              {"id": "custom.hideFrom", "value": {"viz": true}}]}]}""",
                line("s1", 100, 4_000, Double.NaN),
                line("s2", 1, 2, 3), line("hidden", 1, 1, 1));
        assertThat(content.curves()).extracting(Curve::label).containsExactly("s1", "Sensor s2");
        assertThat(content.curves()).extracting(Curve::unit).containsOnly("s");
        assertThat(content.curves()).extracting(Curve::size).containsOnly(1_000.0);
        assertThat(content.curves()).extracting(Curve::colour).containsExactly(0, 3);
        assertThat(content.curves().getFirst().figures()).containsExactly("4 s");
        assertThat(content.curves().getFirst().from()).isEqualTo(0);
        assertThat(content.limits()).containsExactly(new Limit(2, "s", Tone.BAD, true));
    }

    @Test
    void stacks_lines_that_are_to_be_stacked() throws Exception {
        Content.Curves content = (Content.Curves) of("""
                "type": "timeseries", "targets": [{"refId": "A", "expr": "x", "legendFormat": "{{sensor_id}}"}],
                "fieldConfig": {"defaults": {"custom": {"stacking": {"mode": "normal"}}}}""", line("s1", 1, 2, 3),
                line("s2", 10, Double.NaN, 30));
        assertThat(content.curves().get(1).drawn().values()).containsExactly(11, Double.NaN, 33);
        assertThat(content.curves().get(1).source().values()).containsExactly(10, Double.NaN, 30);
    }

    @Test
    void reduces_lines_to_figures_with_mappings_and_the_tone_of_their_thresholds() throws Exception {
        Content.Figures content = (Content.Figures) of(
                """
                        "type": "stat", "targets": [{"refId": "A", "expr": "x", "legendFormat": "{{sensor_id}}"}],
                        "options": {"reduceOptions": {"calcs": ["lastNotNull"]}},
                        "fieldConfig": {"defaults": {"unit": "percentunit", "decimals": 1,
                            "mappings": [{"type": "value", "options": {"1": {"text": "full", "color": "red"}}},
                              {"type": "special", "options": {"match": "null+nan", "result": {"text": "silent"}}}],
                            "thresholds": {"mode": "percentage", "steps": [{"color": "green", "value": null}, {"color": "orange", "value": 80}]}}}""",
                line("s1", 0.1, 0.5, Double.NaN), line("s2", 0.1, 0.5, 0.85), line("s3", 1, 1, 1), line("s4",
                        Double.NaN, Double.NaN, Double.NaN));
        assertThat(content.figures()).extracting(Figure::text).containsExactly("50.0%", "85.0%", "full", "silent");
        assertThat(content.figures()).extracting(Figure::tone)
                .containsExactly(Tone.GOOD, Tone.WARN, Tone.BAD, Tone.NEUTRAL);
        assertThat(content.figures()).extracting(Figure::share).containsExactly(0.5, 0.85, 1.0, 0.0);
        assertThat(content.figures()).extracting(Figure::label).containsExactly("s1", "s2", "s3", "s4");
    }

    @Test
    void makes_a_row_of_each_line_and_merges_organizes_and_sorts_them() throws Exception {
        Content.Table content = (Content.Table) of(
                """
                        "type": "table", "targets": [{"refId": "A", "expr": "x", "instant": true, "format": "table"}],
                        "transformations": [{"id": "merge"}, {"id": "organize", "options": {"excludeByName": {"Time": true, "__name__": true},
                            "renameByName": {"sensor_id": "Sensor"}, "indexByName": {"Value": 1, "sensor_id": 0}}}],
                        "options": {"sortBy": [{"displayName": "Value", "desc": true}]},
                        "fieldConfig": {"defaults": {"unit": "celsius"}}""",
                line("s1", 1), line("s2", 3));
        assertThat(content.columns()).containsExactly(new Column("Sensor", false), new Column("Value", true));
        assertThat(content.rows()).extracting(row -> row.stream().map(Cell::text).toList())
                .containsExactly(List.of("s2", "3 °C"), List.of("s1", "1 °C"));
    }

    @Test
    void reduces_lines_to_rows_under_the_names_that_grafana_gives() throws Exception {
        Content.Table content = (Content.Table) of(
                """
                        "type": "table", "targets": [{"refId": "A", "expr": "x", "legendFormat": "{{sensor_id}}"}],
                        "transformations": [{"id": "reduce", "options": {"reducers": ["count", "mean", "lastNotNull"]}}],
                        "fieldConfig": {"defaults": {"decimals": 2}, "overrides": [
                          {"matcher": {"id": "byName", "options": "Field"}, "properties": [{"id": "displayName", "value": "Sensor"}]},
                          {"matcher": {"id": "byName", "options": "Count"}, "properties": [{"id": "decimals", "value": 0}]}]}""",
                line("s1", 1, 2, 3));
        assertThat(content.columns()).extracting(Column::name).containsExactly("Sensor", "Count", "Mean", "Last *");
        assertThat(content.rows().getFirst()).extracting(Cell::text).containsExactly("s1", "3", "2.00", "3.00");
    }

    private static final LogRow REFUSED = row("2026-01-15T10:30:00.250Z", "level", "WARN", "status", "404", "Route",
            "/api/runs/{id}", "token", "abc", "note", "sent Bearer abcdefgh");
    private static final LogRow FAILED = row("2026-01-15T10:30:01Z", "@message", "ERROR the table is away\n  at once",
            "status", "503");

    @Test
    void makes_entries_of_logs_the_newest_first_with_level_and_without_secrets() throws Exception {
        Content.Logs content = (Content.Logs) logs("\"type\": \"logs\", \"options\": {\"showTime\": true}", REFUSED,
                FAILED);

        assertThat(content.entries()).extracting(Content.Entry::time)
                .containsExactly("2026-01-15 10:30:01.000", "2026-01-15 10:30:00.250");
        assertThat(content.entries()).extracting(Content.Entry::level).containsExactly("ERROR", "WARN");
        assertThat(content.entries()).extracting(Content.Entry::tone).containsExactly(Tone.BAD, Tone.WARN);
        assertThat(content.entries()).extracting(Content.Entry::message)
                .containsExactly("ERROR the table is away\n  at once", "WARN");
        assertThat(content.entries().getLast().fields()).containsEntry("token", "[hidden]")
                .containsEntry("note", "sent Bearer [hidden]");
        assertThat(content.times()).isTrue();
        assertThat(content.details()).isFalse();
    }

    @Test
    void writes_entries_of_logs_a_line_each() throws Exception {
        String panel = "\"type\": \"logs\", \"title\": \"Log\"";
        Shown shown = new Shown(panel(panel), logs(panel, REFUSED, FAILED), Origin.CLOUDWATCH, Instant.EPOCH,
                Instant.EPOCH, Duration.ZERO, Instant.EPOCH, null, List.of());

        assertThat(ShownText.of(shown, Locale.ENGLISH)).containsExactly(
                "2026-01-15 10:30:01.000 ERROR ERROR the table is away at once",
                "2026-01-15 10:30:00.250 WARN WARN");
    }

    @Test
    void shows_chosen_fields_of_logs_in_the_order_that_the_panel_wants() throws Exception {
        Content.Logs content = (Content.Logs) logs(
                "\"type\": \"logs\", \"options\": {\"sortOrder\": \"Ascending\", \"wrapLogMessage\": true, "
                        + "\"enableLogDetails\": true, \"displayedFields\": [\"status\", \"Route\"]}",
                FAILED, REFUSED);

        assertThat(content.entries()).extracting(Content.Entry::message)
                .containsExactly("status=404 Route=/api/runs/{id}", "status=503");
        assertThat(content.wrapped() && content.details()).isTrue();
    }

    @Test
    void makes_a_table_of_logs_whose_numbers_are_numbers() throws Exception {
        Content.Table content = (Content.Table) logs(
                "\"type\": \"table\", \"transformations\": [{\"id\": \"organize\", "
                        + "\"options\": {\"excludeByName\": {\"note\": true, \"@message\": true, \"token\": true, \"level\": true}}}]",
                REFUSED, FAILED);

        assertThat(content.columns()).containsExactly(new Column("Time", false), new Column("status", true),
                new Column("Route", false));
        assertThat(content.rows().getFirst()).extracting(Cell::text)
                .containsExactly("2026-01-15 10:30:00", "404", "/api/runs/{id}");
    }

    @Test
    void refuses_what_is_not_done_with_logs_by_name() throws Exception {
        assertThat(Composer.refusal(panel("\"type\": \"logs\", \"transformations\": [{\"id\": \"merge\"}]")))
                .contains(new Content.Undrawn(Content.Undrawn.Reason.TRANSFORMATION, "merge"));
        assertThat(Composer
                .refusal(panel("\"type\": \"table\", \"targets\": [{\"refId\": \"A\", \"datasource\": {\"type\": "
                        + "\"cloudwatch\"}, \"queryMode\": \"Logs\"}], \"transformations\": [{\"id\": \"reduce\"}]")))
                .contains(new Content.Undrawn(Content.Undrawn.Reason.TRANSFORMATION, "reduce"));
        assertThat(logs("\"type\": \"logs\"")).isEqualTo(new Content.Nothing());
    }

    private static LogRow row(String time, String... fields) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return new LogRow(Instant.parse(time), all);
    }

    private static Content logs(String panel, LogRow... rows) throws DashboardException {
        Target target = new Target.CloudWatchLogs("A", Datasource.NONE, "", List.of("g"), "fields @message");
        return new Composer(new Wording(Locale.ENGLISH, ZoneOffset.UTC)).of(panel(panel), List.of(new Answer(target,
                "", "", new Frame(List.of(), null, Instant.EPOCH, false, List.of()), List.of(rows))));
    }

    @Test
    void says_when_there_is_nothing() throws Exception {
        assertThat(of("\"type\": \"timeseries\", \"targets\": [{\"refId\": \"A\", \"expr\": \"x\"}]"))
                .isEqualTo(new Content.Nothing());
        assertThat(of("\"type\": \"stat\", \"targets\": [{\"refId\": \"A\", \"expr\": \"x\"}]"))
                .isEqualTo(new Content.Nothing());
    }

    private static Line line(String sensor, double... values) {
        return new Line("A", "x", Map.of("sensor_id", sensor), Arrays.copyOf(TIMES, values.length), values,
                Duration.ZERO);
    }

    private static Panel panel(String panel) throws DashboardException {
        return DashboardFile
                .read(("{\"panels\": [{\"id\": 1, " + panel + "}]}").getBytes(StandardCharsets.UTF_8), "test")
                .panels()
                .getFirst();
    }

    private static Content of(String panel, Line... lines) throws DashboardException {
        Panel read = panel(panel);
        Frame frame = new Frame(List.of(lines), null, Instant.EPOCH, false, List.of());
        Target target = read.targets().getFirst();
        String legend = target instanceof Target.Prometheus query ? query.legend() : "";
        return new Composer(new Wording(Locale.ENGLISH, ZoneOffset.UTC)).of(read,
                List.of(new Answer(target, "x", legend, frame)));
    }
}
