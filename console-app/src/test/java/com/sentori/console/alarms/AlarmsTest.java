package com.sentori.console.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sentori.console.alarms.Entry.What;
import com.sentori.console.rules.Rule;
import com.sentori.console.rules.Watch;
import com.sentori.console.thresholds.Severity;
import com.sentori.console.thresholds.Threshold;
import com.sentori.console.thresholds.Threshold.Side;
import com.sentori.contract.readings.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit sets the folder
class AlarmsTest {
    private static final Source RUN = new Source("ecs", "run");
    private static final Rule HOT = new Rule(new Watch.Values("t", ""),
            new Threshold("hot", "hot", "t", Side.ABOVE, 30.0, 40.0, 1), Duration.ZERO, 1, "Open the door.", true);
    private static final Key KEY = new Key("hot", RUN, "s", "t");

    @TempDir
    private Path folder;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Alarms alarms = new Alarms(() -> now);
    private long place;

    private List<Raised> value(String sensor, double value) {
        now = now.plusSeconds(1);
        place++;
        return alarms.take(RUN, List.of(new Reading("run-" + place, "run", sensor, "t", value, now, null, now)));
    }

    private Alarm only() {
        return alarms.view().alarms().getFirst();
    }

    @Test
    void keeps_the_highest_severity_until_somebody_has_seen_it_and_says_who_when_and_why() {
        alarms.use(List.of(HOT));
        assertThat(value("s", 35)).singleElement().satisfies(raised -> {
            assertThat(raised.severity()).isEqualTo(Severity.WARN);
            assertThat(raised.stopsRun()).isFalse();
            assertThat(raised.figure()).isEqualTo("s t 35 > 30");
        });
        assertThat(value("s", 41.25)).singleElement().satisfies(raised -> assertThat(raised.stopsRun()).isTrue());
        value("s", 20);
        assertThat(only().active()).isEqualTo(Severity.OK);
        assertThat(only().latched()).isEqualTo(Severity.CRITICAL);
        assertThat(only().worst()).isEqualTo(41.25);
        assertThat(alarms.acknowledge(KEY, "ada", " door was shut ")).isTrue();
        assertThat(alarms.view().alarms()).isEmpty();
        assertThat(alarms.view().log()).extracting(Entry::what)
                .containsExactly(What.RAISED, What.RAISED, What.CLEARED, What.ACKNOWLEDGED);
        assertThat(alarms.view().log().getLast()).extracting(Entry::who, Entry::comment, Entry::at)
                .containsExactly("ada", "door was shut", now);
        assertThat(alarms.broken(RUN)).singleElement()
                .satisfies(broken -> assertThat(broken.figure()).isEqualTo("s t 41.25 > 40"));
    }

    @Test
    void one_that_keeps_quiet_neither_rings_nor_ends_a_run_and_rings_when_its_time_is_over() {
        alarms.use(List.of(HOT));
        value("s", 35);
        assertThat(alarms.news()).hasSize(1);
        alarms.shelve(KEY, Duration.ofMinutes(10), "ada");
        assertThat(value("s", 45)).singleElement().satisfies(raised -> assertThat(raised.stopsRun()).isFalse());
        assertThat(alarms.news()).isEmpty();
        now = now.plusSeconds(601);
        alarms.tick();
        assertThat(alarms.news()).singleElement()
                .satisfies(raised -> assertThat(raised.severity()).isEqualTo(Severity.CRITICAL));
        assertThat(alarms.view().shelves()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> alarms.shelve(KEY, Duration.ofDays(2), "ada"));
        assertThatIllegalArgumentException().isThrownBy(() -> alarms.shelve(KEY, Duration.ZERO, "ada"));
    }

    @Test
    void nothing_known_is_never_good() {
        alarms.use(List.of(HOT));
        value("s", 45);
        value("calm", 1);
        alarms.silence(RUN, true, Duration.ofSeconds(10));
        assertThat(only().active()).isEqualTo(Severity.CRITICAL);
        assertThat(only().stale()).isTrue();
        assertThat(alarms.view().watched()).isEqualTo(2);
        assertThat(alarms.view().stale()).isEqualTo(2);
        value("s", 45);
        assertThat(only().stale()).isFalse();
        assertThat(alarms.view().stale()).isEqualTo(1);
    }

    @Test
    void what_has_ended_waits_only_to_be_seen() {
        alarms.use(List.of(HOT));
        value("s", 45);
        value("seen", 45);
        alarms.acknowledge(new Key("hot", RUN, "seen", "t"), "ada", "");
        alarms.end(RUN);
        assertThat(only().key()).isEqualTo(KEY);
        assertThat(only().over()).isTrue();
        assertThat(alarms.view().alarms()).hasSize(1);
        alarms.acknowledge(KEY, "ada", "");
        assertThat(alarms.view().alarms()).isEmpty();
    }

    @Test
    void a_rule_that_is_changed_judges_anew_and_one_that_is_gone_leaves_what_it_raised() {
        alarms.use(List.of(HOT));
        value("s", 45);
        alarms.use(List.of(HOT.with(new Threshold("hot", "hot", "t", Side.ABOVE, 50.0, 60.0, 1))));
        value("s", 45);
        assertThat(only().active()).isEqualTo(Severity.OK);
        assertThat(only().latched()).isEqualTo(Severity.CRITICAL);
        alarms.use(List.of());
        assertThat(only().over()).isTrue();
    }

    @Test
    void figures_of_a_whole_run_are_judged_by_rules_in_force_alone() {
        Rule slow = new Rule(new Watch.Latency(95), new Threshold("slow", "slow", "ms", Side.ABOVE, null, 200.0, 0),
                Duration.ofSeconds(2), 1, "", false);
        assertThat(alarms.figure(RUN, slow, 900)).isEmpty();
        alarms.use(List.of(slow));
        assertThat(alarms.figure(RUN, slow, 900)).isEmpty();
        now = now.plusSeconds(2);
        assertThat(alarms.figure(RUN, slow, 912.5)).singleElement()
                .satisfies(raised -> assertThat(raised.figure()).isEqualTo("p(95) 912.5 ms > 200"));
    }

    @Test
    void memory_is_bounded_and_says_so() {
        alarms.use(List.of(HOT));
        for (int i = 0; i < Alarms.MOST + 20; i++) {
            value("s" + i, 45);
        }
        assertThat(alarms.view().alarms()).hasSize(Alarms.MOST);
        assertThat(alarms.view().unlisted()).isEqualTo(20);
        assertThat(alarms.view().log()).hasSizeLessThanOrEqualTo(Alarms.MOST_ENTRIES);
        List<Reading> crowd = new ArrayList<>();
        for (int i = 0; i < Alarms.MOST_WATCHED; i++) {
            place++;
            crowd.add(new Reading("run-" + place, "run", "c" + i, "t", 1, now, null, now));
        }
        alarms.take(RUN, crowd);
        assertThat(alarms.view().watched()).isEqualTo(Alarms.MOST_WATCHED);
        assertThat(alarms.view().unwatched()).isEqualTo(Alarms.MOST + 20);
        for (int i = 0; i < 2 * Alarms.MOST_SOURCES; i++) {
            alarms.begin(new Source("ecs", "run-" + i));
        }
        assertThat(alarms.state().watched()).hasSizeLessThanOrEqualTo(Alarms.MOST_SOURCES);
    }

    @Test
    void alarms_are_there_at_the_next_start_and_a_damaged_file_is_set_aside() throws Exception {
        alarms.use(List.of(HOT));
        AlarmFile file = AlarmFile.restore(alarms, folder);
        value("s", 45);
        alarms.mute(Duration.ofHours(1));
        file.write();

        Alarms next = new Alarms(() -> now);
        next.use(List.of(HOT));
        AlarmFile.restore(next, folder);
        assertThat(next.view().alarms()).containsExactly(only().stale(true));
        assertThat(next.view().mutedUntil()).isEqualTo(now.plus(Duration.ofHours(1)));
        assertThat(next.broken(RUN)).isEqualTo(alarms.broken(RUN));

        Path kept = folder.resolve("alarms-state.json");
        Files.writeString(kept, "{");
        assertThatIOException().isThrownBy(() -> AlarmFile.restore(new Alarms(() -> now), folder));
        assertThat(kept).doesNotExist();
        assertThat(folder.resolve("alarms-state-damaged.json")).hasContent("{");
    }
}
