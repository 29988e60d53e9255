package com.sentori.contract.runs;

import java.util.List;

/**
 * What a run was started with, as older clients read it.
 *
 * @param runId the run's id
 * @param sensorIds the sensors announced; readings of others are taken all the same
 * @param duration planned length in seconds
 * @param interval seconds between two readings of a sensor
 */
public record RunParams(String runId, List<String> sensorIds, int duration, int interval) {
    /** Keeps its own copy. */
    public RunParams {
        sensorIds = List.copyOf(sensorIds);
    }
}
