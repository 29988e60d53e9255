package com.sentori.contract.json;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The wire form of an instant: ISO-8601 UTC with {@code Z} and milliseconds, years 1970 to 9999. */
public final class Timestamps {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withZone(ZoneOffset.UTC);
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private Timestamps() {}

    /** Writes it; finer parts than milliseconds are cut off. */
    public static String write(Instant instant) {
        return FORM.format(instant);
    }

    /** The instant of a clock as the contract knows it: cut to milliseconds. */
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Reads an instant with any offset, cut to milliseconds.
     *
     * @throws DateTimeException if the text is no such instant, has no offset, or lies outside 1970..9999
     */
    public static Instant parse(String text) {
        Instant instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new DateTimeException("The year must lie in 1970..9999.");
        }
        return instant;
    }

    /**
     * The same for a query parameter, where the {@code +} of an offset may have arrived as a blank.
     *
     * @throws DateTimeException as {@link #parse}
     */
    public static Instant parseQuery(String text) {
        return parse(text.replace(' ', '+'));
    }
}
