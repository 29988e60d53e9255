package com.sentori.console.alerting;

import com.sentori.console.rules.Rule;
import com.sentori.console.rules.Watch;
import com.sentori.console.thresholds.Severity;
import com.sentori.console.thresholds.Threshold.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One severity of a rule, as something that Prometheus can ask: a figure, and where it is bad.
 *
 * @param rule whose
 * @param called its name, with its id where another rule is called the same
 * @param severity of it
 * @param figure expression of PromQL that gives a figure for each thing that is watched
 * @param above whether it is bad above the limit, else below
 * @param limit beyond which it is bad
 * @param back to where it has to come to be good again
 * @param lasting how long it must be bad before it counts
 * @param thing what it is about, for people, in the language of templates
 */
record Alert(Rule rule, String called, Severity severity, String figure, boolean above, double limit, double back,
        Duration lasting,
        String thing) {
    private static final Duration SECOND = Duration.ofSeconds(1);

    /**
     * Those of the rules, the worse first; none of rules whose figures Prometheus does not have.
     *
     * @param every how often sensors send, and rules are judged
     */
    static List<Alert> of(List<Rule> rules, Duration every) {
        List<Alert> alerts = new ArrayList<>();
        for (Rule rule : rules) {
            boolean alone = rules.stream().filter(each -> each.name().equals(rule.name())).count() == 1;
            String called = alone ? rule.name() : rule.name() + " (" + rule.id() + ")";
            Stream.of(Severity.CRITICAL, Severity.WARN)
                    .filter(severity -> rule.limits().limit(severity) != null && isKnown(rule))
                    .forEach(severity -> alerts.add(of(rule, called, severity, every)));
        }
        return alerts;
    }

    /** Whether Prometheus has the figures of a rule. */
    static boolean isKnown(Rule rule) {
        return switch (rule.watch()) {
            case Watch.Values _ -> true;
            case Watch.Age _ -> rule.limits().side() == Side.ABOVE;
            case Watch.Latency _,Watch.Errors _,Watch.Missing _ -> false;
        };
    }

    private static Alert of(Rule rule, String called, Severity severity, Duration every) {
        double limit = Objects.requireNonNull(rule.limits().limit(severity));
        if (rule.watch() instanceof Watch.Values values) {
            boolean above = rule.limits().side() == Side.ABOVE;
            double hysteresis = rule.limits().hysteresis();
            return new Alert(rule, called, severity, "sensor_data_value" + selector(values), above, limit,
                    above ? limit - hysteresis : limit + hysteresis, lasting(rule, every),
                    "{{ $labels.type }} of sensor {{ $labels.sensor_id }} in run {{ $labels.run }}");
        }
        // That nothing has come for so long: what has come by now is what had come by then. One reading is enough to be good.
        String came = "sum by (user, run) (sensor_data_ingested_total";
        String figure = came + ") == bool " + came + " offset " + text(Duration.ofMillis(Math.round(limit * 1_000)))
                + ")";
        return new Alert(rule, called, severity, figure, true, 0, 0, lasting(rule, SECOND),
                "the age of the newest reading in run {{ $labels.run }}");
    }

    /** So many times in a row take all but one of the times between. */
    private static Duration lasting(Rule rule, Duration every) {
        Duration counted = every.multipliedBy(rule.count() - 1L);
        return counted.compareTo(rule.delay()) > 0 ? counted : rule.delay();
    }

    private static String selector(Watch.Values values) {
        List<String> matchers = new ArrayList<>();
        if (!values.sensor().isEmpty()) {
            matchers.add("sensor_id=" + quoted(values.sensor()));
        }
        if (!values.type().isEmpty()) {
            matchers.add("type=" + quoted(values.type()));
        }
        return matchers.isEmpty() ? "" : "{" + String.join(", ", matchers) + "}";
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    /** A number digit for digit. */
    static String text(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** A time as Prometheus and Grafana read it. */
    static String text(Duration time) {
        return time.toMillis() % 1_000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
    }

    /** As alerts are usually labelled. */
    String severityName() {
        return severity == Severity.CRITICAL ? "critical" : "warning";
    }

    /** What is wrong, for people; the thing in it is filled in by who tells it. */
    String summary() {
        String of = literal(rule.name()) + ": " + thing;
        return switch (rule.watch()) {
            case Watch.Values _ -> of + " is " + (above ? "above " : "below ") + text(limit) + ".";
            default -> of + " is over "
                    + text(Objects.requireNonNull(rule.limits().limit(severity))) + " s.";
        };
    }

    /** What to do; empty where nobody said. */
    String guidance() {
        return literal(rule.guidance());
    }

    /** What people wrote is no template. */
    private static String literal(String text) {
        return text.replace("{{", "{{ \"{{\" }}");
    }
}
