package com.sentori.console.rules;

import java.util.List;

/**
 * Why a rule cannot be used: screens say it in their language, by {@link #why} and {@link #about}; the command line by {@link #sentence}.
 *
 * @param file in which it is; empty for none
 * @param line from 1; 0 where it is not known
 * @param member at fault, as {@code rules[0].delay}; empty where it is about none
 * @param why what is wrong
 * @param about what the words of {@code why} leave open
 */
public record RuleFault(String file, int line, String member, Why why, List<String> about) {
    /** Keeps its own copy. */
    public RuleFault {
        about = List.copyOf(about);
    }

    /** What is wrong, in English without a full stop. */
    public enum Why {
        /** The file is there, and cannot be read; {0} is the operating system's word for it. */
        UNREADABLE("cannot be read as UTF-8 text: {0}"),
        /** The file was there, and is no more. */
        GONE("is not there any more: put it back, or save a rule, which writes it anew"),
        /** The file is too long. */
        TOO_LARGE("is larger than 1 MiB: a file of rules is not"),
        /** The file says nothing. */
        EMPTY("is empty: begin with 'schema: " + RuleText.SCHEMA + "'"),
        /** It is no YAML. */
        NO_TEXT("this is neither YAML nor JSON: {0}"),
        /** A member that nobody knows there. */
        UNKNOWN("'{0}' is not known here; known are {1}"),
        /** It is no number. */
        NO_NUMBER("a number is due here"),
        /** It is no whole number. */
        NO_WHOLE_NUMBER("a whole number is due here"),
        /** It is neither true nor false. */
        NO_YES_OR_NO("true or false is due here"),
        /** It is no text. */
        NO_STRING("a text is due here"),
        /** Another kind of value is due. */
        NOT_DUE("another value is due here: compare with the example in the documentation"),
        /** Another version, or something else. */
        SCHEMA("schema must be " + RuleText.SCHEMA),
        /** There are too many. */
        MANY("there may be at most " + Rule.MOST + " rules"),
        /** No id, or a strange one. */
        ID("id must be 1 to 64 of A-Z a-z 0-9 . _ -"),
        /** An id comes again. */
        TWICE("the id '{0}' is another rule's already"),
        /** No name, or too long a one. */
        NAME("name must be a text of 1 to 60 characters"),
        /** Nobody knows what is watched. */
        WATCH("what must be one of values, age, latency, errors, missing"),
        /** A type or sensor that cannot be. */
        TEXT("type and sensor must have at most 64 characters, and only values have them"),
        /** No percentile. */
        PERCENTILE("percentile must be over 0 and at most 100, and only latency has one"),
        /** Above or below. */
        SIDE("side must be above or below"),
        /** No limit. */
        LIMITS("give a limit: warn, critical, or both, as numbers"),
        /** The critical limit comes first. */
        ORDER("warn must come before critical"),
        /** No hysteresis. */
        HYSTERESIS("hysteresis must be a number from 0 on"),
        /** No delay. */
        DELAY("delay must be a time of at most 24h, like 10s or 2m"),
        /** No count. */
        COUNT("count must be 1 to 10000"),
        /** A story. */
        GUIDANCE("guidance must have at most 1000 characters"),
        /** Nothing ends the run. */
        STOPS("stops needs a critical limit: that is what ends the run");

        private final String form;

        Why(String form) {
            this.form = form;
        }
    }

    /** In English: where in which file, and what to do. */
    public String sentence() {
        String words = why.form;
        for (int i = 0; i < about.size(); i++) {
            words = words.replace("{" + i + "}", about.get(i));
        }
        if (line == 0 && member.isEmpty()) {
            return file + " " + words + ".";
        }
        String place = file + (line == 0 ? "" : " line " + line);
        return place + (place.isEmpty() || member.isEmpty() ? "" : ", ") + member + ": " + words + ".";
    }
}
