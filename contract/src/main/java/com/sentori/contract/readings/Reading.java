package com.sentori.contract.readings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored reading.
 *
 * @param id unique over all runs
 * @param runId the run it belongs to
 * @param sensorId which sensor
 * @param type what is measured
 * @param value the measurement, {@code reading} in JSON
 * @param timestamp when it was measured, by the sender's clock
 * @param seq the sender's own count; null without
 * @param receivedAt when it arrived, by the server's clock
 */
public record Reading(String id, String runId, String sensorId, String type, @JsonProperty("reading") double value,
        Instant timestamp, @Nullable Long seq, Instant receivedAt) {
    /**
     * The reading at a place in its run.
     *
     * @param position place in the run's order of arrival, from 1; a writer that died may leave a number out
     */
    public static Reading of(String runId, long position, NewReading reading, Instant receivedAt) {
        return new Reading(runId + "-" + position, runId, reading.sensorId(), reading.type(), reading.value(),
                reading.timestamp(), reading.seq(), receivedAt);
    }

    /**
     * Its place in its run's order of arrival, from 1.
     *
     * @throws NumberFormatException if the id is not one of this contract
     */
    public long position() {
        return Long.parseLong(id.substring(id.lastIndexOf('-') + 1));
    }
}
