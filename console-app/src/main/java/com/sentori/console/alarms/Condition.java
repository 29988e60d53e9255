package com.sentori.console.alarms;

import com.sentori.console.rules.Rule;
import com.sentori.console.thresholds.Severity;

/** How bad a figure is by a rule: with its hysteresis, and bad only once it was so for long enough and often enough in a row. Not thread-safe. */
final class Condition {
    private final Rule rule;
    private Severity raw;
    private Severity active;
    private Streak warned = Streak.NONE;
    private Streak critical = Streak.NONE;
    private long at = Long.MIN_VALUE;
    private long heardAt;
    private boolean stale;

    /** Of which nothing is known but how bad it counts. */
    Condition(Rule rule, Severity active, long now) {
        this.rule = rule;
        this.raw = active;
        this.active = active;
        this.heardAt = now;
    }

    /** As it was kept. */
    Condition(Rule rule, Kept kept, long now) {
        this(rule, kept.active, now);
        raw = kept.raw;
        warned = kept.warned;
        critical = kept.critical;
        at = kept.at;
    }

    /**
     * Takes a figure.
     *
     * @param time of the figure, epoch milliseconds; one that comes late counts as one of now
     * @param now by this machine's clock
     * @return how bad it counts
     */
    Severity measure(long time, double value, long now) {
        at = Math.max(at, time);
        heardAt = now;
        stale = false;
        raw = rule.limits().severity(value, raw);
        warned = warned.next(raw != Severity.OK, at);
        critical = critical.next(raw == Severity.CRITICAL, at);
        if (raw == Severity.CRITICAL && (critical.isRipe(rule, at) || active == Severity.CRITICAL)) {
            active = Severity.CRITICAL;
        } else if (raw != Severity.OK && (warned.isRipe(rule, at) || active != Severity.OK)) {
            active = Severity.WARN;
        } else {
            active = Severity.OK;
        }
        return active;
    }

    /** Nothing is known any more: what it is stays, and what was about to become bad begins anew. Whether that is news. */
    boolean goStale() {
        warned = Streak.NONE;
        critical = Streak.NONE;
        boolean news = !stale;
        stale = true;
        return news;
    }

    Rule rule() {
        return rule;
    }

    Severity active() {
        return active;
    }

    boolean isStale() {
        return stale;
    }

    /** When the last figure came, by this machine's clock, epoch milliseconds. */
    long heardAt() {
        return heardAt;
    }

    /** Since when it has been as bad as it counts, by the clock of the figures, epoch milliseconds. */
    long since() {
        Streak streak = active == Severity.CRITICAL ? critical : warned;
        return streak.inRow() == 0 ? at : streak.since();
    }

    /** Whether it has to be kept. */
    boolean isNews() {
        return raw != Severity.OK || active != Severity.OK;
    }

    Kept kept(Key key) {
        return new Kept(key, raw, active, warned, critical, at);
    }

    /** All that there is of it. */
    record Kept(Key key, Severity raw, Severity active, Streak warned, Streak critical, long at) {}
}
