package com.sentori.console.alarms;

import com.sentori.console.rules.Rule;
import com.sentori.console.rules.Watch;
import com.sentori.console.thresholds.Severity;
import com.sentori.console.thresholds.Threshold.Side;
import java.time.Instant;
import java.util.Locale;

/**
 * An alarm was raised, or got worse.
 *
 * @param key which
 * @param rule that says so
 * @param severity as it is now
 * @param value that it was raised by
 * @param at when what is bad began, by the clock of the figures
 * @param shelved whether it is to keep quiet: it neither rings nor ends a run
 */
public record Raised(Key key, Rule rule, Severity severity, double value, Instant at, boolean shelved) {
    /** Whether it ends the run that it is of. */
    public boolean stopsRun() {
        return rule.stops() && severity == Severity.CRITICAL && !shelved;
    }

    /** What was measured and where its limit is, for scripts and logs: {@code sensor-3 temperature 41.2 > 40}. */
    public String figure() {
        return what() + " " + number(value) + rule.watch().shownUnit() + limit();
    }

    /** What was watched and where its limit is, whatever was measured: {@code sensor-3 temperature > 40}. */
    public String watched() {
        return what() + limit();
    }

    private String limit() {
        Double limit = rule.limits().limit(severity);
        return (rule.limits().side() == Side.ABOVE ? " > " : " < ") + (limit == null ? "" : number(limit));
    }

    private String what() {
        return switch (rule.watch()) {
            case Watch.Values _ -> key.sensor() + " " + key.type();
            case Watch.Age() -> "age";
            case Watch.Latency(var percentile) -> "p(" + number(percentile) + ")";
            case Watch.Errors() -> "errors";
            case Watch.Missing() -> "missing";
        };
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.3f", value).replaceFirst("0+$", "");
    }
}
