package com.sentori.console.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.sentori.console.rules.RuleFault.Why;
import com.sentori.console.simulator.TypedDuration;
import com.sentori.console.thresholds.Threshold;
import com.sentori.console.thresholds.Threshold.Side;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A rule as people write it, in a file or a form: whatever is not said is null, and nothing was looked at yet.
 *
 * @param id of the rule
 * @param name for people; null for the id
 * @param watch what is watched
 * @param side {@code above} or {@code below}; null for above
 * @param warn the limit to be warned of
 * @param critical the critical limit
 * @param hysteresis how far a value has to come back; null for 0
 * @param delay as people type it, {@code 10s}; null for none
 * @param count in a row; null for 1
 * @param guidance what to do; null for nothing
 * @param stops whether the run ends; null for not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Draft(@Nullable String id, @Nullable String name, @Nullable Watched watch, @Nullable String side,
        @Nullable Double warn, @Nullable Double critical, @Nullable Double hysteresis, @Nullable String delay,
        @Nullable Integer count, @Nullable String guidance, @Nullable Boolean stops) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_GUIDANCE = 1_000;
    private static final int LONGEST_TEXT = 64;

    /**
     * What is watched, as it is written.
     *
     * @param what {@code values}, {@code age}, {@code latency}, {@code errors}, {@code missing}
     * @param type of values; null for all
     * @param sensor of values; null for each
     * @param percentile of latencies; null for 95
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Watched(@Nullable String what, @Nullable String type, @Nullable String sensor,
            @Nullable Double percentile) {
        private static Watched of(Watch watch) {
            return switch (watch) {
                case Watch.Values(var type, var sensor) ->
                    new Watched("values", type.isEmpty() ? null : type, sensor.isEmpty() ? null : sensor, null);
                case Watch.Age() -> new Watched("age", null, null, null);
                case Watch.Latency(var percentile) -> new Watched("latency", null, null, percentile);
                case Watch.Errors() -> new Watched("errors", null, null, null);
                case Watch.Missing() -> new Watched("missing", null, null, null);
            };
        }

        private Watch watch() throws RuleException {
            boolean values = "values".equals(what);
            require(values || (type == null && sensor == null), "watch", Why.TEXT);
            require("latency".equals(what) || percentile == null, "watch", Why.PERCENTILE);
            return switch (Objects.requireNonNullElse(what, "")) {
                case "values" -> new Watch.Values(text(type, "type"), text(sensor, "sensor"));
                case "age" -> new Watch.Age();
                case "latency" -> {
                    double wanted = percentile == null ? 95 : percentile;
                    require(wanted > 0 && wanted <= 100, "watch.percentile", Why.PERCENTILE);
                    yield new Watch.Latency(wanted);
                }
                case "errors" -> new Watch.Errors();
                case "missing" -> new Watch.Missing();
                default -> throw fault("watch.what", Why.WATCH);
            };
        }

        private static String text(@Nullable String typed, String member) throws RuleException {
            String text = typed == null ? "" : typed.strip();
            require(text.length() <= LONGEST_TEXT, "watch." + member, Why.TEXT);
            return text;
        }
    }

    /** As a rule is written. */
    public static Draft of(Rule rule) {
        Threshold limits = rule.limits();
        return new Draft(rule.id(), rule.name(), Watched.of(rule.watch()),
                limits.side().name().toLowerCase(Locale.ROOT), limits.warn(), limits.critical(),
                limits.hysteresis() == 0 ? null : limits.hysteresis(),
                rule.delay().isZero() ? null : text(rule.delay()), rule.count() == 1 ? null : rule.count(),
                rule.guidance().isEmpty() ? null : rule.guidance(), rule.stops() ? true : null);
    }

    /** A time as people type it. */
    public static String text(Duration time) {
        long millis = time.toMillis();
        if (millis % 1_000 != 0) {
            return millis + "ms";
        }
        return millis % 60_000 == 0 && millis > 0 ? millis / 60_000 + "m" : millis / 1_000 + "s";
    }

    /**
     * The rule that is meant.
     *
     * @throws RuleException if it is none; its fault names the member, and no file
     */
    public Rule rule() throws RuleException {
        if (id == null || !ID.matcher(id).matches()) {
            throw fault("id", Why.ID);
        }
        String called = name == null ? id : name.strip();
        require(!called.isEmpty() && called.length() <= LONGEST_NAME, "name", Why.NAME);
        if (watch == null) {
            throw fault("watch", Why.WATCH);
        }
        Watch watched = watch.watch();
        Side where = side(side);
        require((warn != null || critical != null) && isFinite(warn) && isFinite(critical),
                warn == null || isFinite(warn) ? "critical" : "warn", Why.LIMITS);
        if (warn != null && critical != null) {
            require(where == Side.ABOVE ? warn <= critical : warn >= critical, "warn", Why.ORDER);
        }
        double back = hysteresis == null ? 0 : hysteresis;
        require(back >= 0 && Double.isFinite(back), "hysteresis", Why.HYSTERESIS);
        Duration wait = delay == null || delay.isBlank() ? Duration.ZERO : TypedDuration.read(delay).orElse(null);
        if (wait == null || wait.compareTo(Rule.LONGEST) > 0) {
            throw fault("delay", Why.DELAY);
        }
        int inRow = count == null ? 1 : count;
        require(inRow >= 1 && inRow <= Rule.MOST_COUNT, "count", Why.COUNT);
        String todo = guidance == null ? "" : guidance.strip();
        require(todo.length() <= LONGEST_GUIDANCE, "guidance", Why.GUIDANCE);
        boolean ends = stops != null && stops;
        require(!ends || critical != null, "stops", Why.STOPS);
        return new Rule(watched, new Threshold(id, called, watched.unit(), where, warn, critical, back), wait, inRow,
                todo, ends);
    }

    private static Side side(@Nullable String typed) throws RuleException {
        return switch (Objects.requireNonNullElse(typed, "above").toLowerCase(Locale.ROOT)) {
            case "above" -> Side.ABOVE;
            case "below" -> Side.BELOW;
            default -> throw fault("side", Why.SIDE);
        };
    }

    private static boolean isFinite(@Nullable Double limit) {
        return limit == null || Double.isFinite(limit);
    }

    private static void require(boolean right, String member, Why why) throws RuleException {
        if (!right) {
            throw fault(member, why);
        }
    }

    private static RuleException fault(String member, Why why) {
        return new RuleException(new RuleFault("", 0, member, why, List.of()));
    }
}
