package com.sentori.console.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sentori.console.dashboards.Library.Entry;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class WordsTest {
    /** What is not said in any language: labels, figures' names, no words at all. */
    private static final String NO_WORDS = "(\\{\\{\\w+}}|\\$\\{PROP\\('[\\w.]+'\\)}| |p\\d\\d|\\dxx|)*";
    static final List<Locale> OTHERS = Words.OTHERS;

    @ParameterizedTest
    @FieldSource("OTHERS")
    void all_that_dashboards_of_the_program_say_is_said_in_the_language_and_nothing_else_is_kept(Locale language) {
        Set<String> said = new TreeSet<>();
        for (Entry each : Library.bundled().entries()) {
            said(each.dashboard()).filter(word -> !word.matches(NO_WORDS)).forEach(said::add);
        }
        Set<String> kept = new TreeSet<>(Words.in(language).all().keySet());
        assertThat(kept).containsAll(said);
        kept.removeAll(said);
        Set<String> grafana = Stream.of(Reducer.values())
                .map(each -> Tables.heading(each.name()))
                .flatMap(each -> Stream.of(each, each.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toCollection(TreeSet::new));
        grafana.addAll(Set.of("Time", "Value", "Field", "lastNotNull", "firstNotNull", "sum", "diff"));
        assertThat(grafana).containsAll(kept);
        assertThat(Words.in(language).all().values()).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @FieldSource("OTHERS")
    void what_sources_are_asked_is_the_same_in_every_language(Locale language) {
        for (Entry each : Library.bundled().entries()) {
            Dashboard own = each.dashboard();
            Dashboard other = each.in(language);
            assertThat(other).as(each.id()).isNotEqualTo(own);
            assertThat(other.variables()).extracting(Variable::name, Variable::query, Variable::options)
                    .isEqualTo(own.variables()
                            .stream()
                            .map(one -> tuple(one.name(), one.query(), one.options()))
                            .toList());
            assertThat(other.panels().stream().map(WordsTest::asked).toList()).as(each.id())
                    .isEqualTo(own.panels().stream().map(WordsTest::asked).toList());
        }
    }

    @Test
    void a_language_that_is_not_known_has_the_words_of_the_files() {
        Entry run = Library.bundled().find("run", Library.PROMETHEUS).orElseThrow();
        assertThat(run.in(Locale.GERMAN)).isSameAs(run.dashboard());
        assertThat(Words.in(Locale.GERMAN).of("Sensors")).isEqualTo("Sensors");
        assertThat(Words.in(Locale.CANADA_FRENCH).of("Sensors")).isEqualTo("Capteurs");
    }

    private static List<Object> asked(Panel panel) {
        return panel.targets().stream().<Object>map(target -> switch (target) {
            case Target.Prometheus query -> List.of(query.expression(), query.instant(), query.interval());
            case Target.CloudWatch query -> List.of(query.id(), query.metric(), query.expression(), query.dimensions());
            case Target.CloudWatchLogs query -> query;
            case Target.Unknown none -> none;
        }).toList();
    }

    private static Stream<String> said(Dashboard dashboard) {
        Stream<String> head = Stream.concat(Stream.of(dashboard.title(), dashboard.description()),
                dashboard.variables().stream().map(Variable::label));
        return Stream.concat(head, dashboard.panels().stream().flatMap(WordsTest::said));
    }

    private static Stream<String> said(Panel panel) {
        Stream<String> lines = panel.targets().stream().map(target -> switch (target) {
            case Target.Prometheus query -> query.legend();
            case Target.CloudWatch query -> query.label();
            case Target.CloudWatchLogs _,Target.Unknown _ -> "";
        });
        Stream<String> columns = panel.fields()
                .overrides()
                .stream()
                .flatMap(each -> each.properties().stream())
                .filter(each -> each.id().equals("displayName"))
                .map(each -> each.value().asString(""));
        return Stream.of(Stream.of(panel.title(), panel.description()), lines, columns).flatMap(each -> each);
    }
}
