package com.sentori.contract.readings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reading that is to be stored.
 *
 * @param sensorId 1..128 code points
 * @param type what is measured, 1..64 code points
 * @param value finite
 * @param timestamp when it was measured, by the sender's clock, or its arrival
 * @param seq the sender's own count, 0..2^53-1; null without
 */
public record NewReading(String sensorId, String type, double value, Instant timestamp, @Nullable Long seq) {}
