package com.sentori.console.dashboards;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Writes values as a field wants them, in a language and a time zone. */
record Wording(Locale locale, ZoneId zone) {
    private static final String NONE = "–";

    /** A value with what it means. */
    Content.Cell cell(double value, Field field, double least, double greatest) {
        Optional<Mapping.Said> said = said(value, "", field);
        String text = said.map(Mapping.Said::text).filter(each -> !each.isEmpty()).orElseGet(() -> text(value, field));
        Tone tone = said.map(Mapping.Said::colour)
                .filter(each -> !each.isEmpty())
                .map(Tone::of)
                .orElseGet(() -> tone(value, field, least, greatest));
        return new Content.Cell(text, value, tone);
    }

    /** A text with what it means. */
    Content.Cell cell(String text, Field field) {
        Optional<Mapping.Said> said = said(Double.NaN, text, field);
        return new Content.Cell(said.map(Mapping.Said::text).filter(each -> !each.isEmpty()).orElse(text), Double.NaN,
                said.map(each -> Tone.of(each.colour())).orElse(Tone.NEUTRAL));
    }

    private static Optional<Mapping.Said> said(double value, String text, Field field) {
        return field.mappings().stream().flatMap(each -> each.of(value, text).stream()).findFirst();
    }

    private static Tone tone(double value, Field field, double least, double greatest) {
        if (!field.colour().isEmpty()) {
            return Tone.of(field.colour());
        }
        return field.colourByThresholds() && !Double.isNaN(value)
                ? field.steps().of(value, least, greatest)
                : Tone.NEUTRAL;
    }

    /** A value in its unit. */
    String text(double value, Field field) {
        if (Double.isNaN(value)) {
            return field.noValue().isEmpty() ? NONE : field.noValue();
        }
        if (Unit.isMoment(field.unit())) {
            return moment((long) value);
        }
        return Unit.of(field.unit()).text(value, field.decimals(), locale);
    }

    /** What Grafana calls something. */
    String named(String english) {
        return Words.in(locale).of(english);
    }

    /** A moment in this zone, to the second. */
    String moment(long millis) {
        return written(Instant.ofEpochMilli(millis), "yyyy-MM-dd HH:mm:ss");
    }

    /** A moment in this zone, to the millisecond. */
    String instant(Instant moment) {
        return written(moment, "yyyy-MM-dd HH:mm:ss.SSS");
    }

    private String written(Instant moment, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale).withZone(zone).format(moment);
    }
}
