package com.sentori.console.start;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A duration as people type it: {@code 90}, {@code 90 s}, {@code 2m}, {@code 1 h 30 min}. */
final class TypedDuration {
    private static final Pattern FORM = Pattern
            .compile("(?:(\\d{1,4})h)?(?:(\\d{1,5})m(?:in)?)?(?:(\\d{1,7})s?)?");

    private TypedDuration() {}

    /** Empty if it is none. */
    static Optional<Duration> read(String text) {
        Matcher matcher = FORM.matcher(text.replaceAll("\\s", ""));
        if (text.isBlank() || !matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofHours(number(matcher.group(1)))
                .plusMinutes(number(matcher.group(2)))
                .plusSeconds(number(matcher.group(3))));
    }

    private static long number(String group) {
        return group == null ? 0 : Long.parseLong(group);
    }
}
