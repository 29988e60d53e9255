package com.sentori.console.alarms;

import com.sentori.console.thresholds.Severity;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known of a source: up to where its readings were judged, its conditions, and which rules it broke. Not thread-safe. */
final class Watched {
    private final Map<Key, Condition> conditions = new HashMap<>();
    private final Map<String, Raised> broken = new LinkedHashMap<>();
    private long place;

    /** The place of the last reading that was judged. */
    long place() {
        return place;
    }

    void place(long now) {
        place = now;
    }

    Map<Key, Condition> conditions() {
        return conditions;
    }

    /** The first critical alarm of each rule. */
    Collection<Raised> broken() {
        return broken.values();
    }

    void raised(Raised raised) {
        if (raised.severity() == Severity.CRITICAL) {
            broken.putIfAbsent(raised.rule().id(), raised);
        }
    }

    Kept kept(Source source) {
        return new Kept(source, place, List.copyOf(broken.values()),
                conditions.entrySet()
                        .stream()
                        .filter(each -> each.getValue().isNews())
                        .map(each -> each.getValue().kept(each.getKey()))
                        .toList());
    }

    /** What is kept of it. */
    record Kept(Source source, long place, List<Raised> broken, List<Condition.Kept> conditions) {
        Kept {
            broken = List.copyOf(broken);
            conditions = List.copyOf(conditions);
        }
    }
}
