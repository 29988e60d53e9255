package com.sentori.console.thresholds;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A limit, or two, on the values of one unit. A value beyond a limit is bad at once; it is good again only when it has come back from the limit by the
 * hysteresis, so that a value which trembles on the limit does not chatter. Any thread.
 *
 * @param id unique among the thresholds of a chart
 * @param name for people
 * @param unit of the values that it judges, as the axis says it
 * @param side on which values are bad
 * @param warn the limit of {@link Severity#WARN}; null for none
 * @param critical the limit of {@link Severity#CRITICAL}; null for none
 * @param hysteresis how far a value has to come back, in units of value; not negative
 */
public record Threshold(String id, String name, String unit, Side side, @Nullable Double warn,
        @Nullable Double critical, double hysteresis) {
    /** On which side of the limits values are bad. */
    public enum Side {
        /** Above them. */
        ABOVE,
        /** Below them. */
        BELOW
    }

    /** Refuses limits that are no numbers, a negative hysteresis, and a warning that comes after the critical limit. */
    public Threshold {
        boolean finite = (warn == null || Double.isFinite(warn)) && (critical == null || Double.isFinite(critical));
        if (!finite || !(hysteresis >= 0) || (warn == null && critical == null)) {
            throw new IllegalArgumentException("A threshold has a finite limit and a hysteresis from 0 on.");
        }
        if (warn != null && critical != null && (side == Side.ABOVE ? warn > critical : warn < critical)) {
            throw new IllegalArgumentException("A value is to be warned of before it is critical.");
        }
    }

    /** How bad a value is, coming from {@code before}. */
    public Severity severity(double value, Severity before) {
        if (beyond(value, critical, before == Severity.CRITICAL)) {
            return Severity.CRITICAL;
        }
        return beyond(value, warn, before != Severity.OK) ? Severity.WARN : Severity.OK;
    }

    private boolean beyond(double value, @Nullable Double limit, boolean already) {
        if (limit == null) {
            return false;
        }
        double back = already ? hysteresis : 0;
        return side == Side.ABOVE ? value > limit - back : value < limit + back;
    }

    /** The limit of a severity; null without one. */
    public @Nullable Double limit(Severity severity) {
        return switch (severity) {
            case OK -> null;
            case WARN -> warn;
            case CRITICAL -> critical;
        };
    }

    /** The same without a limit; empty if that was its only one. */
    public Optional<Threshold> without(Severity severity) {
        Double first = severity == Severity.WARN ? null : warn;
        Double second = severity == Severity.CRITICAL ? null : critical;
        return first == null && second == null
                ? Optional.empty()
                : Optional.of(new Threshold(id, name, unit, side, first, second, hysteresis));
    }

    /** The same with another limit; one that would pass the other limit stops there. */
    public Threshold moved(Severity severity, double limit) {
        boolean first = severity == Severity.WARN;
        Double other = first ? critical : warn;
        double place = other == null
                ? limit
                : (side == Side.ABOVE) == first ? Math.min(limit, other) : Math.max(limit, other);
        return new Threshold(id, name, unit, side, first ? Double.valueOf(place) : warn,
                first ? critical : Double.valueOf(place), hysteresis);
    }
}
