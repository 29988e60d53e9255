package com.sentori.contract.json;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
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
    /** The form itself, a digit for each 0: read and written without a formatter, which would take most of the time of an ingest. */
    private static final String FORM = "0000-00-00T00:00:00.000Z";
    private static final int NANOS_PER_MILLI = 1_000_000;
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
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        byte[] form = FORM.getBytes(StandardCharsets.ISO_8859_1);
        put(form, 0, 4, time.getYear());
        put(form, 5, 2, time.getMonthValue());
        put(form, 8, 2, time.getDayOfMonth());
        put(form, 11, 2, time.getHour());
        put(form, 14, 2, time.getMinute());
        put(form, 17, 2, time.getSecond());
        put(form, 20, 3, time.getNano() / NANOS_PER_MILLI);
        return new String(form, StandardCharsets.ISO_8859_1);
    }

    private static void put(byte[] form, int at, int digits, int value) {
        int left = value;
        for (int i = at + digits - 1; i >= at; i--) {
            form[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
    }

    private static boolean isInForm(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char is = text.charAt(i);
            char due = FORM.charAt(i);
            if (due == '0' ? is < '0' || is > '9' : is != due) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static Instant ofForm(String text) {
        return LocalDateTime
                .of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10), number(text, 11, 13),
                        number(text, 14, 16), number(text, 17, 19), NANOS_PER_MILLI * number(text, 20, 23))
                .toInstant(ZoneOffset.UTC);
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
        Instant instant = isInForm(text)
                ? ofForm(text)
                : OffsetDateTime.parse(BEYOND_NANOS.matcher(text).replaceFirst("$1"), READ)
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
