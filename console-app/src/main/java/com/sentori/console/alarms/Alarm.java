package com.sentori.console.alarms;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.sentori.console.rules.Rule;
import com.sentori.console.thresholds.Severity;
import com.sentori.console.thresholds.Threshold.Side;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alarm: it stays, with the highest severity that it had, until somebody has acknowledged it and what it is about is good again. Times are UTC.
 *
 * @param key which
 * @param rule as it was when it was raised, or changed since
 * @param active how bad it is now, as far as is known
 * @param latched the highest severity since it was raised, or since it was acknowledged
 * @param value the newest figure
 * @param worst the worst figure since it was raised
 * @param since when what was bad began, by the clock of the figures
 * @param acknowledgement by whom; null if by nobody yet
 * @param stale whether nothing is known of how it is now: then it is as it was last, and never good
 * @param over whether nothing more will be known: the run has ended, or the rule is gone
 */
public record Alarm(Key key, Rule rule, Severity active, Severity latched, double value, double worst, Instant since,
        @Nullable Acknowledgement acknowledgement, boolean stale, boolean over) {
    static Alarm raised(Key key, Rule rule, Severity severity, double value, Instant since) {
        return new Alarm(key, rule, severity, severity, value, value, since, null, false, false);
    }

    /** What has come of it since; one that got worse than what was acknowledged is not acknowledged any more. */
    Alarm measured(Rule now, Severity severity, double figure, Instant at) {
        double worse = (now.limits().side() == Side.ABOVE) == figure > worst ? figure : worst;
        if (acknowledgement == null) {
            Severity highest = severity.compareTo(latched) > 0 ? severity : latched;
            return new Alarm(key, now, severity, highest, figure, worse, since, null, false, false);
        }
        return severity.compareTo(latched) > 0
                ? raised(key, now, severity, figure, at)
                : new Alarm(key, now, severity, severity, figure, worse, since, acknowledgement, false, false);
    }

    Alarm acknowledged(Acknowledgement by) {
        return new Alarm(key, rule, active, active, value, worst, since, by, stale, over);
    }

    Alarm stale(boolean now) {
        return new Alarm(key, rule, active, latched, value, worst, since, acknowledgement, now, over);
    }

    Alarm over(boolean now) {
        return new Alarm(key, rule, active, latched, value, worst, since, acknowledgement, stale, now);
    }

    /** Whether it waits for somebody. */
    @JsonIgnore
    public boolean isWaiting() {
        return acknowledgement == null;
    }

    /** Whether nobody needs it any more. */
    @JsonIgnore
    boolean isDone() {
        return acknowledgement != null && (active == Severity.OK || over);
    }
}
