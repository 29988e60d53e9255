package com.sentori.contract.json;

import com.sentori.contract.errors.FieldError;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the members of a JSON object and collects their faults, so that a caller sees all of them at once.
 * A member that is absent or null is absent. Not thread-safe.
 */
public final class Members {
    private final JsonNode object;
    private final @Nullable Integer index;
    private final List<FieldError> errors;

    /**
     * Reads from {@code object}.
     *
     * @param index position in a batch, null outside one
     * @param errors where faults are added
     */
    public Members(JsonNode object, @Nullable Integer index, List<FieldError> errors) {
        this.object = object;
        this.index = index;
        this.errors = errors;
    }

    /** Notes a fault. */
    public void fault(String field, String message) {
        errors.add(new FieldError(index, field, message));
    }

    /** The member as it is; null if absent. */
    public @Nullable JsonNode node(String field) {
        JsonNode node = object.get(field);
        return node == null || node.isNull() ? null : node;
    }

    /** A text of {@code min..max} code points; null if absent or at fault. */
    public @Nullable String text(String field, int min, int max) {
        JsonNode node = node(field);
        if (node == null) {
            return null;
        }
        String text = node.isString() ? node.stringValue() : null;
        if (text == null || Text.length(text) < min || Text.length(text) > max) {
            fault(field, "must be a text of " + min + " to " + max + " characters");
            return null;
        }
        return text;
    }

    /** A whole number in {@code min..max}; null if absent or at fault. */
    public @Nullable Long integer(String field, long min, long max) {
        JsonNode node = node(field);
        if (node == null) {
            return null;
        }
        if (node.isInt() || node.isLong()) {
            if (node.longValue() >= min && node.longValue() <= max) {
                return node.longValue();
            }
        } else if (node.isNumber() && Double.isFinite(nearestDouble(node))) {
            BigDecimal value = node.decimalValue();
            // Compared before conversion: 1e300 must not be spelled out.
            if (value.compareTo(BigDecimal.valueOf(min)) >= 0 && value.compareTo(BigDecimal.valueOf(max)) <= 0
                    && (value.signum() == 0 || value.stripTrailingZeros().scale() <= 0)) {
                return value.longValue();
            }
        }
        fault(field, "must be a whole number from " + min + " to " + max);
        return null;
    }

    /** A finite number; null if absent or at fault. */
    public @Nullable Double number(String field) {
        JsonNode node = node(field);
        if (node == null) {
            return null;
        }
        if (node.isNumber()) {
            double value = nearestDouble(node);
            if (Double.isFinite(value)) {
                return value;
            }
        }
        fault(field, "must be a finite number");
        return null;
    }

    /** An instant; null if absent or at fault. */
    public @Nullable Instant instant(String field) {
        JsonNode node = node(field);
        if (node == null) {
            return null;
        }
        if (node.isString()) {
            try {
                return Timestamps.parse(node.stringValue());
            } catch (DateTimeException e) {
                // said below
            }
        }
        fault(field, "must be an ISO-8601 time with an offset, such as 2026-01-15T10:30:00.000Z");
        return null;
    }

    /** Infinite beyond the range of a double, where {@link JsonNode#doubleValue} throws. */
    private static double nearestDouble(JsonNode number) {
        return number.isBigDecimal() || number.isBigInteger()
                ? number.decimalValue().doubleValue()
                : number.doubleValue();
    }
}
