package com.sentori.lambda.store;

/**
 * What the two tables are called in this account and region.
 *
 * @param runs of the table that {@code tables.json} calls Runs
 * @param sensorData of the table that it calls SensorData
 */
public record TableNames(String runs, String sensorData) {
    /** As {@code tables.json} calls them. */
    public static final TableNames STANDARD = new TableNames("Runs", "SensorData");

    String of(String standardName) {
        return switch (standardName) {
            case "Runs" -> runs;
            case "SensorData" -> sensorData;
            default -> throw new IllegalArgumentException("tables.json names an unknown table: " + standardName);
        };
    }
}
