package com.sentori.console.dashboards;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A panel as it is to be seen.
 *
 * @param panel with the values of variables in its title
 * @param content what it shows
 * @param origin where that came from
 * @param from begin of its time
 * @param to end of its time
 * @param step how far apart its points are
 * @param at when it was answered, by the source's clock
 * @param completeUntil what ends later may still change; null where nobody knows
 * @param notes what the source said besides, and what was left out
 */
public record Shown(Panel panel, Content content, Origin origin, Instant from, Instant to, Duration step, Instant at,
        @Nullable Instant completeUntil, List<String> notes) {
    /** Takes a copy. */
    public Shown {
        notes = notes.stream().distinct().toList();
    }
}
