package com.sentori.lambda.journal;

import java.util.List;

/**
 * Which metrics a function publishes.
 *
 * @param namespace in CloudWatch
 * @param dimensions of the values of readings, some of {@link #ALL_DIMENSIONS}; none: no metrics of readings
 * @param most lines with values of readings for one request, each at most one set of dimensions and 100 values
 */
public record Figures(String namespace, List<String> dimensions, int most) {
    /** What readings can be told apart by. */
    public static final List<String> ALL_DIMENSIONS = List.of("SensorId", "User", "RunId", "Type");
    /** Where nothing else is configured. */
    public static final Figures STANDARD = new Figures("IoTPlayground/Sensors", ALL_DIMENSIONS, 100);

    /**
     * Checks what CloudWatch would silently drop.
     *
     * @throws IllegalArgumentException with a sentence for the operator
     */
    public Figures {
        dimensions = List.copyOf(dimensions);
        if (!ALL_DIMENSIONS.containsAll(dimensions)) {
            throw new IllegalArgumentException("The metric dimensions " + dimensions + " are not known: choose from "
                    + String.join(",", ALL_DIMENSIONS) + ", or 'none'.");
        }
        if (!namespace.matches("[A-Za-z0-9._/#:-]{1,255}") || namespace.startsWith("AWS/")) {
            throw new IllegalArgumentException("The metric namespace '" + namespace
                    + "' is not one that CloudWatch takes: letters, digits and ._/#:- but not AWS/.");
        }
    }
}
