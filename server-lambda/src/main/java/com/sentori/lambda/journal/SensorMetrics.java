package com.sentori.lambda.journal;

import com.sentori.contract.readings.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The metrics {@code SensorReading} and {@code DataIngested} of the readings of a request, gathered by their dimensions: a
 * line for each 100 values of a set, as the format allows no more. Beyond the most lines, and where CloudWatch
 * takes no such value or name, readings are left out and counted.
 *
 * @param lines to be written
 * @param leftOut readings without
 */
record SensorMetrics(List<String> lines, int leftOut) {
    private static final int VALUES = 100;
    /** CloudWatch takes no larger and, but for 0, no smaller ones. */
    private static final double LARGEST = Math.scalb(1d, 360);
    private static final Map<String, String> UNITS = Map.of("SensorReading", "None", "DataIngested", "Count");

    static SensorMetrics of(Figures figures, List<Reading> readings, String user, Instant now) {
        Map<List<String>, List<Double>> sets = new LinkedHashMap<>();
        if (!figures.dimensions().isEmpty()) {
            for (Reading reading : readings) {
                List<String> values = figures.dimensions().stream().map(name -> value(name, reading, user)).toList();
                if (isTaken(reading.value()) && values.stream().allMatch(SensorMetrics::isTaken)) {
                    sets.computeIfAbsent(values, set -> new ArrayList<>()).add(reading.value());
                }
            }
        }
        List<String> lines = new ArrayList<>();
        int told = 0;
        for (Map.Entry<List<String>, List<Double>> set : sets.entrySet()) {
            List<Double> values = set.getValue();
            for (int from = 0; from < values.size() && lines.size() < figures.most(); from += VALUES) {
                List<Double> some = values.subList(from, Math.min(from + VALUES, values.size()));
                lines.add(line(figures, set.getKey(), some, now));
                told += some.size();
            }
        }
        return new SensorMetrics(lines, figures.dimensions().isEmpty() ? 0 : readings.size() - told);
    }

    private static String line(Figures figures, List<String> set, List<Double> values, Instant now) {
        EmbeddedMetrics line = new EmbeddedMetrics(figures.namespace(), now).measuring(figures.dimensions(), UNITS);
        for (int i = 0; i < set.size(); i++) {
            line.with(figures.dimensions().get(i), set.get(i));
        }
        return line.with("SensorReading", values).with("DataIngested", values.size()).line();
    }

    private static String value(String dimension, Reading reading, String user) {
        return switch (dimension) {
            case "SensorId" -> reading.sensorId();
            case "User" -> user;
            case "RunId" -> reading.runId();
            case "Type" -> reading.type();
            default -> throw new IllegalArgumentException(dimension);
        };
    }

    private static boolean isTaken(double value) {
        double size = Math.abs(value);
        return size == 0 || (size <= LARGEST && size >= 1 / LARGEST);
    }

    /** Printable ASCII, not only blanks, not beginning with a colon. */
    private static boolean isTaken(String value) {
        return !value.isBlank() && !value.startsWith(":") && value.chars().allMatch(c -> c >= ' ' && c <= '~');
    }
}
