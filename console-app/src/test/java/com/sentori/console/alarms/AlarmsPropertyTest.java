package com.sentori.console.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sentori.console.alarms.Story.Outcome;
import com.sentori.console.thresholds.Severity;
import com.sentori.contract.json.Json;
import com.sentori.contract.readings.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random series, with people and restarts among them, against a model that remembers nothing. A story that fails is cut to its shortest beginning that does. */
class AlarmsPropertyTest {
    private static final int STORIES = 8_000;
    private static final Source SOURCE = new Source("ecs", "run");
    private static final Key KEY = new Key("r", SOURCE, "s", "t");

    @Test
    void alarms_latch_delay_count_shelve_and_survive_restarts_as_the_model_says() {
        Map<Severity, Integer> latched = new EnumMap<>(Severity.class);
        for (long seed = 0; seed < STORIES; seed++) {
            Story story = Story.of(seed);
            Played played = new Played(story);
            for (int step = 0; step < story.steps().size(); step++) {
                played.play(step);
                Outcome expected = story.after(step);
                if (!Objects.equals(played.outcome(), expected)
                        || (expected != null && played.isShelved() != story.isShelved(step))) {
                    fail("Story %d, step %d of %s:%n%s%nexpected %s%nbut was  %s, shelved %s", seed, step, story.rule(),
                            story.steps().subList(0, step + 1), expected, played.outcome(), played.isShelved());
                }
                if (expected != null) {
                    latched.merge(expected.latched(), 1, Integer::sum);
                }
            }
            played.rangAsOftenAsItWasRaisedAloud();
        }
        // The stories are about something.
        assertThat(latched.get(Severity.WARN)).isGreaterThan(STORIES);
        assertThat(latched.get(Severity.CRITICAL)).isGreaterThan(STORIES);
    }

    private static final class Played {
        private final Story story;
        private Instant now = Instant.EPOCH;
        private Alarms alarms;
        private long place;
        private int rang;
        private int aloud;

        Played(Story story) {
            this.story = story;
            this.alarms = started();
        }

        private Alarms started() {
            Alarms fresh = new Alarms(() -> now);
            fresh.use(List.of(story.rule()));
            return fresh;
        }

        void play(int step) {
            now = Instant.EPOCH.plusMillis(story.at(step));
            switch (story.steps().get(step)) {
                case Story.Value(_, double value) -> {
                    List<Reading> readings = new ArrayList<>();
                    if (place > 0) {
                        // One that was judged already comes again, as after a new start.
                        readings.add(reading(place, 1_000_000));
                    }
                    place++;
                    readings.add(reading(place, value));
                    alarms.take(SOURCE, readings).forEach(raised -> aloud += raised.shelved() ? 0 : 1);
                    rang += alarms.news().size();
                }
                case Story.Acknowledge _ -> alarms.acknowledge(KEY, "me", "seen");
                case Story.Shelve(_, var length) -> alarms.shelve(KEY, length, "me");
                case Story.Unshelve _ -> {
                    alarms.unshelve(KEY, "me");
                    alarms.news();
                }
                case Story.Tick(_, boolean lost) -> {
                    alarms.silence(SOURCE, lost, Story.EXPECTED);
                    alarms.tick();
                    alarms.news();
                }
                case Story.Restart _ -> {
                    AlarmState kept = Json.read(Json.bytes(alarms.state()), AlarmState.class);
                    alarms = started();
                    alarms.restore(kept);
                    alarms.begin(SOURCE);
                }
            }
        }

        private Reading reading(long at, double value) {
            return new Reading("run-" + at, "run", "s", "t", value, now, null, now);
        }

        @Nullable
        Outcome outcome() {
            return alarms.view()
                    .alarms()
                    .stream()
                    .map(alarm -> new Outcome(alarm.active(), alarm.latched(), !alarm.isWaiting(), alarm.stale()))
                    .findFirst()
                    .orElse(null);
        }

        boolean isShelved() {
            return alarms.view().shelves().containsKey(KEY);
        }

        void rangAsOftenAsItWasRaisedAloud() {
            assertThat(rang).isEqualTo(aloud);
        }
    }
}
