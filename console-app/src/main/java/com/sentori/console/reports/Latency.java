package com.sentori.console.reports;

import com.sentori.console.runs.Latencies;
import com.sentori.console.runs.Latencies.Percentiles;
import com.sentori.console.runs.LatencyLog;

/**
 * How long things took, from the histograms of the run's own log.
 *
 * @param request from when a request was begun until it was answered
 * @param lateness from when a reading was due until it was sent
 * @param delay from when a reading was due until it was durable
 */
public record Latency(Percentiles request, Percentiles lateness, Percentiles delay) {
    static Latency of(LatencyLog log) {
        return new Latency(log.percentiles(Latencies.Kind.REQUEST), log.percentiles(Latencies.Kind.LATENESS),
                log.percentiles(Latencies.Kind.DELAY));
    }

    Percentiles of(Latencies.Kind kind) {
        return switch (kind) {
            case REQUEST -> request;
            case LATENESS -> lateness;
            case DELAY -> delay;
        };
    }
}
