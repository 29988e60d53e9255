package com.sentori.console.dashboards;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times and lengths as Grafana writes them: {@code now-6h}, {@code now/d}, {@code 5m}, an instant of ISO 8601, epoch milliseconds. */
public final class TimeText {
    private static final Pattern STEP = Pattern.compile("([+-])(\\d{1,9})([smhdwMy])|/([smhdwMy])");
    private static final Pattern LENGTH = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h|d|w|M|y)");
    private static final Pattern MILLIS = Pattern.compile("-?\\d{5,18}");

    private TimeText() {}

    /**
     * A moment.
     *
     * @param end whether a rounded one is the end of its day, week or whatever it is rounded to, in place of the begin
     * @throws IllegalArgumentException with a sentence, if it is none
     */
    public static Instant moment(String text, Instant now, ZoneId zone, boolean end) {
        String typed = text.strip();
        try {
            if (typed.startsWith("now")) {
                return relative(typed.substring(3), now.atZone(zone), end).toInstant();
            }
            return MILLIS.matcher(typed).matches()
                    ? Instant.ofEpochMilli(Long.parseLong(typed))
                    : OffsetDateTime.parse(typed).toInstant();
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time: write now-1h, 2026-01-15T10:30:00Z or epoch milliseconds.", e);
        }
    }

    private static ZonedDateTime relative(String steps, ZonedDateTime now, boolean end) {
        Matcher step = STEP.matcher(steps);
        ZonedDateTime at = now;
        int read = 0;
        while (step.lookingAt()) {
            if (step.group(4) == null) {
                long count = Long.parseLong(step.group(2)) * (step.group(1).equals("-") ? -1 : 1);
                at = at.plus(count, unit(step.group(3)));
            } else {
                at = rounded(at, step.group(4), end);
            }
            read = step.end();
            step.region(read, steps.length());
        }
        if (read < steps.length()) {
            throw new DateTimeException(steps);
        }
        return at;
    }

    private static ChronoUnit unit(String letter) {
        return switch (letter) {
            case "s" -> ChronoUnit.SECONDS;
            case "m" -> ChronoUnit.MINUTES;
            case "h" -> ChronoUnit.HOURS;
            case "d" -> ChronoUnit.DAYS;
            case "w" -> ChronoUnit.WEEKS;
            case "M" -> ChronoUnit.MONTHS;
            default -> ChronoUnit.YEARS;
        };
    }

    private static ZonedDateTime rounded(ZonedDateTime at, String letter, boolean end) {
        ZonedDateTime begin = switch (letter) {
            case "w" -> at.truncatedTo(ChronoUnit.DAYS).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "M" -> at.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
            case "y" -> at.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
            default -> at.truncatedTo(unit(letter));
        };
        return end ? begin.plus(1, unit(letter)).minus(1, ChronoUnit.MILLIS) : begin;
    }

    /**
     * A length: {@code 30s}, {@code 1h30m}, a least one as {@code >10s}.
     *
     * @throws IllegalArgumentException with a sentence, if it is none
     */
    public static Duration length(String text) {
        String typed = text.strip().replaceFirst("^>", "");
        Matcher part = LENGTH.matcher(typed);
        double millis = 0;
        int read = 0;
        while (part.lookingAt()) {
            millis += Double.parseDouble(part.group(1)) * millis(part.group(2));
            read = part.end();
            part.region(read, typed.length());
        }
        if (typed.isEmpty() || read < typed.length() || millis < 1) {
            throw new IllegalArgumentException("'" + text + "' is no length of time: write 30s, 5m or 1h.");
        }
        return Duration.ofMillis(Math.round(millis));
    }

    private static long millis(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            case "d" -> 86_400_000;
            case "w" -> 7 * 86_400_000L;
            case "M" -> 30 * 86_400_000L;
            default -> 365 * 86_400_000L;
        };
    }

    /** A length as Prometheus takes it, in the largest unit that it is a multiple of. */
    static String of(Duration length) {
        long millis = length.toMillis();
        for (String unit : new String[]{"d", "h", "m", "s"}) {
            if (millis % millis(unit) == 0) {
                return millis / millis(unit) + unit;
            }
        }
        return millis + "ms";
    }
}
