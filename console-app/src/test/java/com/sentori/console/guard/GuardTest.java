package com.sentori.console.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sentori.console.alarms.Alarm;
import com.sentori.console.alarms.AlarmFile;
import com.sentori.console.alarms.Alarms;
import com.sentori.console.backends.BackendClient;
import com.sentori.console.backends.FaultyBackend;
import com.sentori.console.feed.Standing;
import com.sentori.console.rules.Rules;
import com.sentori.console.runs.EndNote;
import com.sentori.console.vitals.Vitality;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.runs.Meta;
import com.sentori.contract.runs.Run;
import com.sentori.contract.runs.StartRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class GuardTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder;
    @AutoClose
    private final FaultyBackend backend = new FaultyBackend();
    private Half half;

    @BeforeEach
    void open() throws Exception {
        BackendClient client = backend.client("ecs");
        half = new Half(client, client.start(new StartRequest(List.of("s"), 600, 1, Meta.EMPTY), "start"));
    }

    @Test
    void ends_a_run_once_a_rule_says_so_also_if_it_said_so_before_anybody_could() throws Exception {
        rules("{id: hot, name: Too hot, watch: {what: values}, critical: 30, stops: true}");
        try (Guard guard = guard()) {
            Ward ward = guard.open(half);
            ward.take(List.of(reading(1, 31.5)));
            AtomicReference<EndNote> ended = new AtomicReference<>();
            ward.stopsBy(ended::set);
            assertThat(ended.get()).isEqualTo(new EndNote.Alarmed("Too hot", "s temperature 31.5 > 30"));
            assertThat(ward.broken()).hasSize(1);
        }
    }

    @Test
    void a_console_that_was_killed_before_it_could_end_the_run_does_so_at_its_next_start() throws Exception {
        rules("{id: hot, watch: {what: values}, critical: 30, stops: true}");
        try (Guard killed = guard()) {
            killed.open(half).take(List.of(reading(1, 31.5)));
        }
        try (Guard next = guard()) {
            AtomicReference<EndNote> ended = new AtomicReference<>();
            next.open(half).stopsBy(ended::set);
            assertThat(ended.get()).isNotNull();
        }
    }

    @Test
    void what_somebody_changes_in_the_file_is_in_force_within_a_moment() throws Exception {
        try (Guard guard = guard().begin()) {
            Ward ward = guard.open(half);
            ward.take(List.of(reading(1, 31.5)));
            assertThat(guard.alarms().view().alarms()).isEmpty();
            rules("{id: hot, watch: {what: values, type: temperature}, critical: 30}");
            await().until(() -> !guard.alarms().rules().isEmpty());
            ward.take(List.of(reading(2, 31.5)));
            assertThat(guard.alarms().view().alarms()).singleElement().satisfies(alarm -> {
                assertThat(alarm.key().sensor()).isEqualTo("s");
                assertThat(alarm.value()).isEqualTo(31.5);
            });
        }
    }

    @Test
    void a_run_that_gives_nothing_is_old_and_its_values_are_not_known() throws Exception {
        rules("{id: old, watch: {what: age}, critical: 0.2}\n  - {id: hot, watch: {what: values}, warn: 30}");
        try (Guard guard = guard().begin()) {
            Ward ward = guard.open(half);
            ward.take(List.of(reading(1, 31.5)));
            half.vitality = Vitality.LOST;
            await().until(() -> ward.broken().size() == 1);
            await().until(() -> guard.alarms().view().stale() == 1);
            assertThat(guard.alarms().view().alarms()).filteredOn(alarm -> alarm.key().rule().equals("hot"))
                    .singleElement()
                    .matches(Alarm::stale);
            half.over = true;
            await().until(() -> guard.alarms().view().alarms().stream().allMatch(Alarm::over));
        }
    }

    @Test
    void readings_that_the_count_of_the_run_leaves_out_are_missing() throws Exception {
        rules("{id: lost, watch: {what: missing}, critical: 0}");
        try (Guard guard = guard().begin()) {
            Ward ward = guard.open(half);
            ward.take(List.of(reading(1, 20), reading(2, 20), reading(5, 20)));
            await().until(() -> ward.broken().size() == 1);
            assertThat(ward.broken().getFirst().figure()).isEqualTo("missing 2 > 0");
        }
    }

    private Guard guard() throws IOException {
        Alarms alarms = new Alarms(CLOCK);
        Rules rules = Rules.in(folder);
        alarms.use(rules.inForce());
        return new Guard(rules, alarms, AlarmFile.restore(alarms, folder), CLOCK);
    }

    private void rules(String rule) throws IOException {
        Files.writeString(folder.resolve(Rules.FILE), "schema: sentori.alarms/1\nrules:\n  - " + rule + "\n");
    }

    private Reading reading(long number, double value) {
        Instant now = CLOCK.instant();
        return new Reading(half.run().id() + "-" + number, half.run().id(), "s", "temperature", value, now, number,
                now);
    }

    /** As fresh as a test wants it. */
    private static final class Half extends DrivenRun {
        private volatile Vitality vitality = Vitality.FRESH;
        private volatile boolean over;

        Half(BackendClient backend, Run run) {
            super(backend, run);
        }

        @Override
        public Standing standing() {
            return new Standing(Standing.Circuit.LIVE, Standing.Transport.PAGES, vitality, 0, null, 0, 0, 0, null);
        }

        @Override
        public boolean isOver() {
            return over;
        }
    }
}
