package com.sentori.contract.runs;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run. Instants are UTC with milliseconds.
 *
 * @param id a UUID in lower case
 * @param username who started it
 * @param status where it is in its life
 * @param startedAt the server's clock at its start
 * @param finishedAt when it ended; null while RUNNING
 * @param endReason why it ended; null while RUNNING
 * @param errorMessage what its client reported; null without
 * @param params what it was started with
 * @param meta what the starter keeps with it
 * @param grafanaUrl its dashboard; null without Grafana
 */
@JsonPropertyOrder({"id", "runId", "username", "status", "startedAt", "finishedAt", "endReason", "errorMessage",
        "duration", "interval", "params", "meta", "grafanaUrl"})
public record Run(String id, String username, RunStatus status, Instant startedAt, @Nullable Instant finishedAt,
        @Nullable EndReason endReason, @Nullable String errorMessage, RunParams params, Meta meta,
        @Nullable String grafanaUrl) {
    /** The same as {@link #id}. */
    public String getRunId() {
        return id;
    }

    /** Planned length in seconds. */
    public int getDuration() {
        return params.duration();
    }

    /** Seconds between two readings of a sensor. */
    public int getInterval() {
        return params.interval();
    }

    /** Whether it still takes readings. */
    @JsonIgnore
    public boolean isRunning() {
        return status == RunStatus.RUNNING;
    }

    /** This run with its end. */
    public Run ended(Ending ending) {
        return new Run(id, username, ending.status(), startedAt, ending.at(), ending.reason(), ending.errorMessage(),
                params, meta, grafanaUrl);
    }

    /** This run with the address of its dashboard. */
    public Run withGrafanaUrl(@Nullable String url) {
        return new Run(id, username, status, startedAt, finishedAt, endReason, errorMessage, params, meta, url);
    }
}
