package com.sentori.console.series;

/**
 * Which series.
 *
 * @param backend the backend's name
 * @param runId the run
 * @param sensorId the sensor
 * @param type what is measured
 */
public record SeriesKey(String backend, String runId, String sensorId, String type) {}
