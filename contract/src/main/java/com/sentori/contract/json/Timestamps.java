package com.sentori.contract.json;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.chrono.IsoChronology;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/** The wire form of an instant: ISO-8601 UTC with {@code Z} and milliseconds, years 1970 to 9999. */
public final class Timestamps {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withZone(ZoneOffset.UTC);
    /** ISO-8601 with an offset in each of its forms: Z, +01, +01:00, +0100. */
    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder().parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXXXX][XXXX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withChronology(IsoChronology.INSTANCE);
    /** Digits beyond the nanosecond, which would be cut off in any case. */
    private static final Pattern BEYOND_NANOS = Pattern.compile("(\\.[0-9]{9})[0-9]+");
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
        Instant instant = OffsetDateTime.parse(BEYOND_NANOS.matcher(text).replaceFirst("$1"), READ)
                .toInstant()
                .truncatedTo(ChronoUnit.MILLIS);
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
