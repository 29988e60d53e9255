package com.sentori.contract.info;

import com.sentori.contract.http.ApiRequest;
import com.sentori.contract.readings.IngestRequest;
import com.sentori.contract.runs.StartRequest;
import java.time.Duration;

/**
 * What a backend allows.
 *
 * @param maxRunning runs RUNNING at once
 * @param maxSensors sensors of a run
 * @param maxBatch readings of a request
 * @param maxBody bytes of a request's body
 * @param graceSeconds how long a run may stay RUNNING after its planned end or its last reading
 */
public record Limits(int maxRunning, int maxSensors, int maxBatch, int maxBody, long graceSeconds) {
    /** Of what a backend can configure. */
    public static Limits of(int maxRunning, Duration grace) {
        return new Limits(maxRunning, StartRequest.MAX_SENSORS, IngestRequest.MAX_BATCH, ApiRequest.MAX_BODY,
                grace.toSeconds());
    }
}
