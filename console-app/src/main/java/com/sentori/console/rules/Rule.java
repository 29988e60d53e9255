package com.sentori.console.rules;

import com.sentori.console.thresholds.Severity;
import com.sentori.console.thresholds.Threshold;
import java.time.Duration;
import java.util.List;

/**
 * A rule: where what is watched is bad, and what follows. Any thread.
 *
 * @param watch what is watched
 * @param limits where it is bad; its id and name are the rule's, its unit is that of what is watched
 * @param delay for how long it must be bad before it counts
 * @param count so many times in a row it must be bad before it counts, from 1
 * @param guidance what to do then, for people; empty without
 * @param stops whether the run ends when the critical limit counts
 */
public record Rule(Watch watch, Threshold limits, Duration delay, int count, String guidance, boolean stops) {
    /** The most rules. */
    public static final int MOST = 100;
    /** The longest delay. */
    public static final Duration LONGEST = Duration.ofHours(24);
    static final int MOST_COUNT = 10_000;

    /** Refuses what makes no sense; the message is for developers, {@link Draft} has the sentences for people. */
    public Rule {
        if (delay.isNegative() || delay.compareTo(LONGEST) > 0 || count < 1 || count > MOST_COUNT
                || (stops && limits.critical() == null) || !limits.unit().equals(watch.unit())) {
            throw new IllegalArgumentException("Not a rule: " + limits.id());
        }
    }

    /** A limit as it is set on a chart: it counts at once. */
    public static Rule of(Threshold limits) {
        return new Rule(new Watch.Values(limits.unit(), ""), limits, Duration.ZERO, 1, "", false);
    }

    /** Its id, unique among the rules. */
    public String id() {
        return limits.id();
    }

    /** Its name for people. */
    public String name() {
        return limits.name();
    }

    /** The same with other limits. */
    public Rule with(Threshold other) {
        return watch instanceof Watch.Values(var type, var sensor) && !type.equals(other.unit())
                ? new Rule(new Watch.Values(other.unit(), sensor), other, delay, count, guidance, endsRun(other))
                : new Rule(watch, other, delay, count, guidance, endsRun(other));
    }

    private boolean endsRun(Threshold other) {
        return stops && other.limit(Severity.CRITICAL) != null;
    }

    /** The limits that charts draw: those of values. */
    public static List<Threshold> drawn(List<Rule> rules) {
        return rules.stream().filter(rule -> rule.watch instanceof Watch.Values).map(Rule::limits).toList();
    }
}
