package com.sentori.console.alarms;

import com.sentori.console.thresholds.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How alarms stand at a moment.
 *
 * @param alarms those that are not done, the first raised first
 * @param shelves until when alarms keep quiet
 * @param log what became of alarms, the oldest first
 * @param mutedUntil until when nothing sounds; null if it does
 * @param watched things that are watched, each by one rule
 * @param stale of those, how many of which nothing is known at the moment
 * @param unlisted alarms that were raised and found no room in the list
 * @param unwatched judgements that found no room for what they are about
 */
public record AlarmView(List<Alarm> alarms, Map<Key, Instant> shelves, List<Entry> log, @Nullable Instant mutedUntil,
        int watched, int stale, long unlisted, long unwatched) {
    /** Whether an alarm keeps quiet. */
    public boolean isShelved(Alarm alarm) {
        return shelves.containsKey(alarm.key());
    }

    /** How many wait for somebody, and do not keep quiet, of a severity. */
    public long waiting(Severity severity) {
        return alarms.stream()
                .filter(alarm -> alarm.isWaiting() && alarm.latched() == severity && !isShelved(alarm))
                .count();
    }
}
