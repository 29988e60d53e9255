package com.sentori.console.bell;

import com.sentori.console.alarms.Acknowledgement;
import com.sentori.console.alarms.Alarm;
import com.sentori.console.alarms.Key;
import com.sentori.console.alarms.Raised;
import com.sentori.console.live.BackendRun;
import com.sentori.console.live.LimitWording;
import com.sentori.console.rules.Rule;
import com.sentori.console.rules.RuleFault;
import com.sentori.console.rules.Watch;
import com.sentori.console.stage.Figures;
import com.sentori.console.stage.Texts;
import com.sentori.console.thresholds.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said of alarms and rules, in the language of the texts. */
final class AlarmWording {
    private final Texts texts;
    private final Figures figures;
    private final LimitWording limits;

    AlarmWording(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
        this.limits = new LimitWording(texts, figures);
    }

    String severity(Severity severity) {
        return texts.of("alarms.severity", severity);
    }

    /** Which alarm: its rule, and whose figure. */
    String what(Rule rule, Key key) {
        return key.sensor().isEmpty()
                ? rule.name()
                : texts.get("alarms.what", rule.name(), key.sensor(), key.type());
    }

    String where(Key key) {
        return key.source().backend() + " · " + BackendRun.shortId(key.source().run());
    }

    /** The worst figure that it had, and the limit that counts. */
    String worst(Alarm alarm) {
        return limits.against(alarm.rule(), alarm.latched(), alarm.worst());
    }

    /** How it stands, and who has seen it. */
    String state(Alarm alarm, @Nullable Instant shelvedUntil) {
        List<String> parts = new ArrayList<>();
        Acknowledgement seen = alarm.acknowledgement();
        if (seen == null) {
            parts.add(texts.get(alarm.active() == Severity.OK ? "alarms.state.cleared" : "alarms.state.waiting"));
        } else {
            String by = texts.get("alarms.state.seen", seen.who(), figures.time(seen.at()));
            parts.add(seen.comment().isEmpty() ? by : texts.get("alarms.state.comment", by, seen.comment()));
        }
        if (alarm.over()) {
            parts.add(texts.get("alarms.state.over"));
        } else if (alarm.stale()) {
            parts.add(texts.get("alarms.state.stale"));
        }
        if (shelvedUntil != null) {
            parts.add(texts.get("alarms.state.shelved", figures.time(shelvedUntil)));
        }
        return String.join(" · ", parts);
    }

    /** All of an alarm, for those who hear it. */
    String spoken(Alarm alarm, @Nullable Instant shelvedUntil) {
        return String.join(", ", severity(alarm.latched()), what(alarm.rule(), alarm.key()), where(alarm.key()),
                worst(alarm), figures.time(alarm.since()), state(alarm, shelvedUntil));
    }

    /** An alarm in one line, for a notification. */
    String line(Raised raised) {
        return severity(raised.severity()) + ": " + what(raised.rule(), raised.key()) + ", "
                + limits.against(raised.rule(), raised.severity(), raised.value());
    }

    /** What a rule watches. */
    String watch(Watch watch) {
        return switch (watch) {
            case Watch.Values(var type, var sensor) -> String.join(" · ",
                    type.isEmpty() ? texts.get("rules.every.type") : type,
                    sensor.isEmpty() ? texts.get("rules.every.sensor") : sensor);
            case Watch.Latency(var percentile) -> texts.get("rules.latency", figures.number(percentile));
            case Watch.Age _ -> texts.get("rules.what.age");
            case Watch.Errors _ -> texts.get("rules.what.errors");
            case Watch.Missing _ -> texts.get("rules.what.missing");
        };
    }

    /** What is wrong with a rule, or with the file of rules. */
    String fault(RuleFault fault) {
        String words = texts.get("rules.fault." + fault.why(), fault.about().toArray());
        if (fault.line() == 0) {
            return fault.file().isEmpty() ? words : texts.get("rules.fault.file", fault.file(), words);
        }
        return fault.member().isEmpty()
                ? texts.get("rules.fault.line", fault.file(), Integer.toString(fault.line()), words)
                : texts.get("rules.fault.place", fault.file(), Integer.toString(fault.line()), fault.member(), words);
    }

    /** The shape of a severity. */
    static String icon(Severity severity) {
        return switch (severity) {
            case OK -> "fth-check-circle";
            case WARN -> "fth-alert-triangle";
            case CRITICAL -> "fth-x-octagon";
        };
    }

    /** The style class of a severity. */
    static String style(Severity severity) {
        return switch (severity) {
            case OK -> "good";
            case WARN -> "warn";
            case CRITICAL -> "bad";
        };
    }
}
