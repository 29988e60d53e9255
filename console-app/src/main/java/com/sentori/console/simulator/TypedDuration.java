package com.sentori.console.simulator;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A duration as people type it: {@code 90}, {@code 90 s}, {@code 2m}, {@code 1 h 30 min}, {@code 250ms}; at most a year. */
public final class TypedDuration {
    private static final Pattern FORM = Pattern
            .compile("(?:(\\d{1,4})h)?(?:(\\d{1,6})m(?:in)?)?(?:(\\d{1,8})(?:s|$))?(?:(\\d{1,9})ms)?");

    private TypedDuration() {}

    /** Empty if it is none. */
    public static Optional<Duration> read(String text) {
        Matcher matcher = FORM.matcher(text.replaceAll("\\s", ""));
        if (text.isBlank() || !matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofHours(number(matcher.group(1)))
                .plusMinutes(number(matcher.group(2)))
                .plusSeconds(number(matcher.group(3)))
                .plusMillis(number(matcher.group(4))));
    }

    private static long number(String group) {
        return group == null ? 0 : Long.parseLong(group);
    }
}
