package com.sentori.contract.summary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The readings of one sensor and type.
 *
 * @param sensorId which sensor
 * @param type what is measured
 * @param count how many
 * @param first the earliest timestamp
 * @param last the latest timestamp
 * @param firstReading the value that arrived first
 * @param lastReading the value that arrived last
 * @param min the smallest value
 * @param max the largest value
 * @param mean of the values
 * @param stddev standard deviation of the population; null where it lies beyond the range of a double
 * @param p50 median by nearest rank, like the other two within 1 % of rank; exact up to {@value Quantiles#EXACT} readings
 * @param p95 95th percentile
 * @param p99 99th percentile
 * @param longestGapMs the longest time between one timestamp and the next, in milliseconds; 0 of one reading. Readings that
 *        arrive more than {@value Gaps#WINDOW} readings of their series late close no gap
 */
public record SeriesSummary(String sensorId, String type, long count, Instant first, Instant last, double firstReading,
        double lastReading, double min, double max, double mean, @Nullable Double stddev, double p50, double p95,
        double p99, long longestGapMs) {}
