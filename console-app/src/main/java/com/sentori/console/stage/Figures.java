package com.sentori.console.stage;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.function.Supplier;

/** Counts, ages, lengths and times as the operator reads them, in the language of {@link Texts}. */
public final class Figures {
    private final Texts texts;
    private final Supplier<ZoneId> zone;

    /** In the language of these texts and in this time zone. */
    public Figures(Texts texts, ZoneId zone) {
        this(texts, () -> zone);
    }

    /** The same in a time zone that is asked for when a time is shown. */
    public Figures(Texts texts, Supplier<ZoneId> zone) {
        this.texts = texts;
        this.zone = zone;
    }

    /** A count: {@code 12,400}. */
    public String count(long count) {
        return NumberFormat.getIntegerInstance(texts.locale()).format(count);
    }

    /** A measurement with two decimals. */
    public String value(double value) {
        return axis(value, 2);
    }

    /** A measurement with one decimal. */
    public String tenths(double value) {
        return axis(value, 1);
    }

    /** A rate or another number with as many decimals as it needs, at most three. */
    public String number(double value) {
        return NumberFormat.getNumberInstance(texts.locale()).format(value);
    }

    /** A value on an axis, with so many decimals. */
    public String axis(double value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    /** A number of which so many digits count, however small it is. */
    public String significant(double value, int digits) {
        if (value == Math.rint(value) || !Double.isFinite(value)) {
            return axis(value, 0);
        }
        int lead = (int) Math.floor(Math.log10(Math.abs(value))) + 1;
        return axis(value, Math.clamp(digits - lead, 0, 12));
    }

    /** A length as a clock shows it: {@code 0:42}, {@code 1:02:03}. */
    public String clock(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        return seconds < 3600
                ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** A length as it is typed: {@code 90 s}, {@code 2 min}. */
    public String span(Duration length) {
        return length.toSeconds() % 60 == 0
                ? texts.get("figure.minutes", Long.toString(length.toMinutes()))
                : texts.get("figure.seconds", Long.toString(length.toSeconds()));
    }

    /** How old something is: tenths of a second below ten seconds, then seconds, then a clock. */
    public String age(Duration age) {
        long millis = Math.max(0, age.toMillis());
        if (millis < 10_000) {
            return texts.get("figure.seconds", tenths(millis / 1000.0));
        }
        return millis < 60_000 ? texts.get("figure.seconds", Long.toString(millis / 1000)) : clock(age);
    }

    /** Milliseconds. */
    public String millis(Duration length) {
        return texts.get("figure.millis", count(length.toMillis()));
    }

    /** A time of day. */
    public String time(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", texts.locale()).withZone(zone.get()).format(instant);
    }

    /** A date and a time. */
    public String moment(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(texts.locale())
                .withZone(zone.get())
                .format(instant) + "  " + time(instant);
    }

    /** A day of a file, {@code 2026-11-01}; what is none, as it is. */
    public String day(String written) {
        try {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(texts.locale())
                    .format(LocalDate.parse(written));
        } catch (DateTimeParseException e) {
            return written;
        }
    }

    /** Bytes. */
    public String bytes(long bytes) {
        return bytes < 1024 * 1024
                ? texts.get("figure.kibibytes", count(bytes / 1024))
                : texts.get("figure.mebibytes", count(bytes / 1024 / 1024));
    }
}
