package com.sentori.console.runs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why this console ended a run before its time, as the backend keeps it, in English; screens read it and say it in their language. */
public sealed interface EndNote {
    /** As it is kept. */
    String sentence();

    /** What a kept sentence says; empty if it is none of these. */
    static Optional<EndNote> read(String sentence) {
        if (sentence.equals(new NoTwin().sentence())) {
            return Optional.of(new NoTwin());
        }
        Matcher alarmed = Alarmed.FORM.matcher(sentence);
        if (alarmed.matches()) {
            return Optional.of(new Alarmed(alarmed.group(1), alarmed.group(2)));
        }
        Matcher stopped = Stopped.FORM.matcher(sentence);
        return stopped.matches()
                ? Optional.of(new Stopped(stopped.group(1) == null ? 0 : Long.parseLong(stopped.group(1))))
                : Optional.empty();
    }

    /** The operator did, and so many of the last readings were never acknowledged. */
    record Stopped(long unacknowledged) implements EndNote {
        private static final Pattern FORM = Pattern.compile(
                "Stopped by the operator(?:; (\\d{1,18}) of the last readings were not acknowledged)?\\.");

        @Override
        public String sentence() {
            return unacknowledged == 0
                    ? "Stopped by the operator."
                    : "Stopped by the operator; " + unacknowledged + " of the last readings were not acknowledged.";
        }
    }

    /**
     * A rule of alarms did.
     *
     * @param rule its name
     * @param figure what was measured, and the limit
     */
    record Alarmed(String rule, String figure) implements EndNote {
        private static final Pattern FORM = Pattern
                .compile("Stopped by the alarm '([^\\n]{1,60})': ([^\\n]{1,300})\\.");

        @Override
        public String sentence() {
            return "Stopped by the alarm '" + rule + "': " + figure + ".";
        }
    }

    /** It could not be started on both backends. */
    record NoTwin() implements EndNote {
        @Override
        public String sentence() {
            return "The other half of this twin run could not be started.";
        }
    }
}
