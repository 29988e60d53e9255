package com.sentori.contract.readings;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.json.Timestamps;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A search for readings; every condition that is given must hold.
 *
 * @param runId the run; null for all runs, then {@code sensorId} is given
 * @param sensorId the sensor; null for all
 * @param type what is measured; null for all
 * @param from earliest timestamp, inclusive; null without
 * @param to latest timestamp, inclusive; null without
 */
public record ReadingQuery(@Nullable String runId, @Nullable String sensorId, @Nullable String type,
        @Nullable Instant from, @Nullable Instant to) {
    /**
     * Reads the parameters.
     *
     * @throws ContractException VALIDATION_FAILED if one is invalid, or run and sensor are both absent
     */
    public static ReadingQuery parse(Function<String, @Nullable String> parameters) {
        String runId = text(parameters, "runId");
        String sensorId = text(parameters, "sensorId");
        if (runId == null && sensorId == null) {
            throw ContractException.invalid("runId", "give a runId or a sensorId");
        }
        return new ReadingQuery(runId == null ? null : runId.toLowerCase(Locale.ROOT), sensorId,
                text(parameters, "type"), instant(parameters, "startDate"),
                instant(parameters, "endDate"));
    }

    /** Whether a reading of the right run meets the other conditions. */
    public boolean matches(Reading reading) {
        return (sensorId == null || sensorId.equals(reading.sensorId()))
                && (type == null || type.equals(reading.type()))
                && (from == null || !reading.timestamp().isBefore(from))
                && (to == null || !reading.timestamp().isAfter(to));
    }

    /** No stored text is empty, so an empty parameter is a form field that was left blank. */
    private static @Nullable String text(Function<String, @Nullable String> parameters, String name) {
        String text = parameters.apply(name);
        return text == null || text.isEmpty() ? null : text;
    }

    private static @Nullable Instant instant(Function<String, @Nullable String> parameters, String name) {
        String text = parameters.apply(name);
        if (text == null) {
            return null;
        }
        try {
            return Timestamps.parseQuery(text);
        } catch (DateTimeException e) {
            throw ContractException.invalid(name, "must be an ISO-8601 time with an offset");
        }
    }
}
