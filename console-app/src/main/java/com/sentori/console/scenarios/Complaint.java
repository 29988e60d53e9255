package com.sentori.console.scenarios;

import java.util.Collection;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says of a fault in a scenario file, in one sentence, where it is and what to do. */
final class Complaint {
    private Complaint() {}

    static ScenarioException about(String source, JacksonException fault) {
        TokenStreamLocation place = fault.getLocation();
        String path = path(fault);
        String line = place == null || place.getLineNr() <= 0 ? "" : " line " + place.getLineNr();
        return new ScenarioException(source + line + (path.isEmpty() ? "" : ", " + path) + ": " + what(fault) + ".");
    }

    private static String what(JacksonException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException && cause.getMessage() != null) {
                return cause.getMessage().replaceFirst("\\.$", "");
            }
        }
        return switch (fault) {
            case UnrecognizedPropertyException unknown ->
                "'" + unknown.getPropertyName() + "' is not known here; known are "
                        + names(unknown.getKnownPropertyIds());
            case InvalidTypeIdException _ -> "shape must be one of sine, square, ramp, triangle, steps, walk, noise, "
                    + "constant, replay";
            case MismatchedInputException mismatch -> "this is not what is due here: " + firstLine(
                    mismatch.getOriginalMessage());
            default -> "this is no YAML or JSON: " + firstLine(fault.getOriginalMessage());
        };
    }

    private static String names(Collection<Object> known) {
        return known.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static String firstLine(String message) {
        return message.lines()
                .findFirst()
                .orElse("")
                .replaceAll("`?(?:com\\.sentori|java)\\.[\\w.$]*?([A-Za-z]+)`?", "$1")
                .replaceFirst("\\.$", "");
    }

    private static String path(JacksonException fault) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : fault.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
