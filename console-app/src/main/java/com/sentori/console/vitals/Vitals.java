package com.sentori.console.vitals;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * How fresh a source is, by what was heard of it. Silence of one heartbeat makes it late, of two lost; a link that is known to be broken is late at once and
 * lost when it is not back soon. Any thread.
 */
public final class Vitals {
    /** So long may a broken link take to come back before it counts as lost. */
    public static final Duration GRACE = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Instant begun;
    private Duration heartbeat;
    private @Nullable Instant heardAt;
    private @Nullable Instant changedAt;
    private @Nullable Instant brokenAt;

    /**
     * Of a source of which nothing was heard yet.
     *
     * @param heartbeat the longest that a living source keeps silent
     */
    public Vitals(InstantSource clock, Duration heartbeat) {
        this.clock = clock;
        this.begun = clock.instant();
        this.heartbeat = heartbeat;
    }

    /** From now on a living source keeps silent for so long at most. */
    public synchronized void expect(Duration longest) {
        heartbeat = longest;
    }

    /** A sign of life without news. */
    public synchronized void heard() {
        heardAt = clock.instant();
        brokenAt = null;
    }

    /** News, which is a sign of life too. */
    public synchronized void changed() {
        heard();
        changedAt = heardAt;
    }

    /** The link is broken; saying so again does not make it younger. */
    public synchronized void broken() {
        if (brokenAt == null) {
            brokenAt = clock.instant();
        }
    }

    /** How fresh it is. */
    public synchronized Vitality state() {
        Duration silence = silence();
        Instant broken = brokenAt;
        if (silence.compareTo(heartbeat.multipliedBy(2)) > 0 || (broken != null && isPast(broken, GRACE))) {
            return Vitality.LOST;
        }
        if (broken != null || heardAt == null || silence.compareTo(heartbeat) > 0) {
            return Vitality.LATE;
        }
        Instant changed = changedAt;
        return changed == null || isPast(changed, heartbeat) ? Vitality.HELD : Vitality.FRESH;
    }

    /** Since the last sign of life, or since the beginning. */
    public synchronized Duration silence() {
        return Duration.between(heardAt == null ? begun : heardAt, clock.instant());
    }

    private boolean isPast(Instant since, Duration time) {
        return Duration.between(since, clock.instant()).compareTo(time) > 0;
    }
}
