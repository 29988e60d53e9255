package com.sentori.console.cli;

import com.sentori.console.simulator.TypedDuration;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a duration as people type it. */
final class Seconds implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        return TypedDuration.read(text)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is no duration: type one like 90s, 2m or 1h30m"));
    }
}
