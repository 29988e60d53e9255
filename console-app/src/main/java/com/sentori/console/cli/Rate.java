package com.sentori.console.cli;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a rate as people type it: {@code 5} or {@code 5/s} a second, {@code 30/m} a minute, {@code 1/h} an hour. In readings a second. */
final class Rate implements ITypeConverter<Double> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(?:/([smh]))?");
    private static final Map<String, Integer> SECONDS = Map.of("s", 1, "m", 60, "h", 3_600);

    @Override
    public Double convert(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new TypeConversionException("'" + text + "' is no rate: type one like 5, 5/s, 30/m or 1/h");
        }
        int seconds = matcher.group(2) == null ? 1 : SECONDS.getOrDefault(matcher.group(2), 1);
        return Double.parseDouble(matcher.group(1)) / seconds;
    }
}
