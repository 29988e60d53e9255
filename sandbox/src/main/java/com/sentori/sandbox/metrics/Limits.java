package com.sentori.sandbox.metrics;

import java.time.Duration;

/**
 * How much is kept. When it is too much, the metrics go that were written and read least recently.
 *
 * @param metrics so many
 * @param bytes about so much memory
 * @param seconds how long points of high resolution stay such; then they become minutes
 * @param minutes how long the others stay
 */
public record Limits(int metrics, long bytes, Duration seconds, Duration minutes) {
    /** CloudWatch's own times for points of these resolutions; memory for a process that does more than this. */
    public static final Limits STANDARD = new Limits(20_000, 64 * 1024 * 1024, Duration.ofHours(3),
            Duration.ofDays(15));
}
