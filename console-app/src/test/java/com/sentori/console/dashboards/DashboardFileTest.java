package com.sentori.console.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentori.console.dashboards.Library.Entry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DashboardFileTest {
    @Test
    void every_dashboard_of_the_program_is_there_for_both_sources_and_each_panel_can_be_drawn() {
        List<Entry> all = Library.bundled().entries();
        assertThat(all).extracting(Entry::id)
                .contains("prometheus/run", "prometheus/sensor", "prometheus/user", "prometheus/backend",
                        "cloudwatch/run", "cloudwatch/sensor", "cloudwatch/user", "cloudwatch/backend");
        for (Entry entry : all) {
            assertThat(entry.dashboard().panels()).isNotEmpty();
            for (Panel panel : entry.dashboard().panels()) {
                assertThat(Composer.refusal(panel)).as(entry.id() + " " + panel.title()).isEmpty();
                assertThat(panel.targets()).as(entry.id() + " " + panel.title())
                        .noneMatch(Target.Unknown.class::isInstance);
            }
            assertThat(entry.dashboard().variables()).noneMatch(each -> each.kind() == Variable.Kind.UNKNOWN);
        }
    }

    @Test
    void a_dashboard_of_one_source_finds_itself_for_the_other() {
        Library library = Library.bundled();
        Entry cloud = library.find("cloudwatch/run", Library.PROMETHEUS).orElseThrow();
        assertThat(library.twin(cloud, Locale.ENGLISH))
                .isEqualTo(library.find("run", Library.PROMETHEUS).map(Entry::dashboard).orElseThrow());
        assertThat(library.twin(library.find("run", Library.PROMETHEUS).orElseThrow(), Locale.ENGLISH)).isNull();
    }

    @Test
    void stored_readings_can_tell_all_that_dashboards_ask_of_sensors_users_and_runs() {
        Interpolation names = new Interpolation(Map.of(), timing());
        for (String uid : List.of("run", "sensor", "user")) {
            for (Panel panel : Library.bundled().find("prometheus/" + uid, "").orElseThrow().dashboard().panels()) {
                for (Target target : panel.targets()) {
                    String expression = names.text(((Target.Prometheus) target).expression(),
                            Interpolation.Place.PROMQL);
                    assertThat(StoredExpression.read(expression)).as(uid + " " + panel.title() + " " + expression)
                            .isPresent();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"not json|is no JSON", "[]|has no panels", "{\"title\": \"x\"}|has no panels",
            "{\"apiVersion\": \"dashboard.grafana.app/v2beta1\", \"spec\": {\"elements\": {}}}|schema v2 (dashboard.grafana.app/v2beta1)"})
    void says_what_is_wrong_with_a_file(String json, String sentence) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(DashboardException.class)
                .hasMessageContaining("mine.json")
                .hasMessageContaining(sentence);
    }

    @Test
    void names_what_it_cannot_draw() throws DashboardException {
        Dashboard dashboard = read(
                """
                        {"panels": [{"id": 1, "type": "heatmap", "title": "Heat"},
                          {"id": 2, "type": "timeseries", "transformations": [{"id": "calculateField"}]},
                          {"id": 3, "type": "timeseries", "targets": [{"refId": "A", "datasource": {"type": "loki"}, "expr": "x"}]}]}""");
        assertThat(Composer.refusal(dashboard.panels().get(0)))
                .isEqualTo(Optional.of(new Content.Undrawn(Content.Undrawn.Reason.PANEL, "heatmap")));
        assertThat(Composer.refusal(dashboard.panels().get(1)))
                .isEqualTo(Optional.of(new Content.Undrawn(Content.Undrawn.Reason.TRANSFORMATION, "calculateField")));
        assertThat(dashboard.panels().get(2).targets())
                .containsExactly(new Target.Unknown("A", new Datasource("loki", "")));
    }

    @Test
    void unfolds_rows_and_repeats_panels_for_each_value() throws DashboardException {
        Dashboard dashboard = read(
                """
                        {"templating": {"list": [{"name": "run", "type": "custom", "query": "a,b,c", "multi": true, "includeAll": true,
                            "current": {"value": ["$__all"]}}]},
                         "panels": [{"id": 1, "type": "row", "collapsed": true, "gridPos": {"x": 0, "y": 0, "w": 24, "h": 1},
                            "panels": [{"id": 2, "type": "stat", "gridPos": {"x": 0, "y": 1, "w": 24, "h": 4}}]},
                          {"id": 3, "type": "stat", "repeat": "run", "maxPerRow": 2, "gridPos": {"x": 0, "y": 1, "w": 24, "h": 5}},
                          {"id": 4, "type": "stat", "gridPos": {"x": 0, "y": 6, "w": 24, "h": 3}}]}""");
        Map<String, Chosen> chosen = new Variables(new Sources(null, null, null, null), timing()).choose(dashboard,
                Map.of());
        assertThat(Objects.requireNonNull(chosen.get("run")).values()).containsExactly("a", "b", "c");
        assertThat(Layout.of(dashboard, chosen)).extracting(each -> each.panel().id() + "@" + each.panel().grid().x()
                + "," + each.panel().grid().y() + " " + each.panel().grid().width())
                .containsExactly("1@0,0 24", "2@0,1 24", "3@0,5 12", "3@12,5 12", "3@0,10 12", "4@0,15 24");
    }

    private static Timing timing() {
        Instant now = Instant.parse("2026-01-15T10:00:00Z");
        return Timing.of(now.minusSeconds(60), now, 100, Duration.ofSeconds(1), Timing.USUAL_SCRAPE);
    }

    private static Dashboard read(String json) throws DashboardException {
        return DashboardFile.read(json.getBytes(StandardCharsets.UTF_8), "mine.json");
    }
}
