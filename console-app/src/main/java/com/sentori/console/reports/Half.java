package com.sentori.console.reports;

import com.sentori.contract.runs.RunStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run on one backend.
 *
 * @param backend who has it
 * @param run how it was started and how it ended
 * @param plan what its sensors were to do
 * @param readings what is stored of it
 * @param quality what is stored, against what was sent
 * @param latency how long things took; null if another machine drove it
 * @param failures requests that did not succeed; null if another machine drove it
 * @param types the values, by type, at most {@value HalfMeter#MOST_TYPES}
 * @param curves for charts, at most {@value Buckets#MOST} points each
 * @param cost what it cost, by the price file
 */
public record Half(Backend backend, Ran run, Plan plan, Stored readings, Quality quality, @Nullable Latency latency,
        @Nullable List<Failures> failures, List<TypeFigures> types, List<Curve> curves, Cost cost) {
    /** Keeps its own copies. */
    public Half {
        failures = failures == null ? null : List.copyOf(failures);
        types = List.copyOf(types);
        curves = List.copyOf(curves);
    }

    /** Where the readings were read from. */
    public enum Source {
        /** The backend's tail. */
        BACKEND,
        /** This machine's journal of what it saw. */
        JOURNAL
    }

    /**
     * A backend.
     *
     * @param name under which it is known here
     * @param kind {@code ecs} or {@code serverless}; null if it did not say
     * @param version of the server; null if it did not say
     * @param instanceId of the store; null if it is not known
     * @param region where it runs; null if it did not say
     * @param offsetMillis its clock minus this machine's; null if it is not known
     * @param offsetUncertaintyMillis at most so much more or less; null if it is not known
     * @param source from where its readings were read
     */
    public record Backend(String name, @Nullable String kind, @Nullable String version, @Nullable String instanceId,
            @Nullable String region, @Nullable Double offsetMillis, @Nullable Double offsetUncertaintyMillis,
            Source source) {}

    /**
     * How it went.
     *
     * @param id of the run
     * @param user who started it
     * @param status at last
     * @param reason why it ended, a word of the contract; null without
     * @param message what its client said of the end; null without
     * @param startedAt by the backend's clock
     * @param finishedAt by the backend's clock; null while it runs, or if its end was not seen
     * @param durationSeconds as planned
     */
    public record Ran(String id, String user, RunStatus status, @Nullable String reason, @Nullable String message,
            Instant startedAt, @Nullable Instant finishedAt, int durationSeconds) {}

    /**
     * What its sensors were to do.
     *
     * @param client that started it; null if it did not say
     * @param session that it belongs to; null if it did not say
     * @param twin the mark that both halves of a twin run carry; null for a single run
     * @param sensors that were announced
     * @param intervalSeconds between readings of a sensor, as announced
     * @param readingsPerSecond of all sensors, on average; null if the plan is not known here
     * @param scenario its name, or what stands for one; null if the plan is not known here
     * @param scenarioHash of its file; null without a file
     * @param configurationHash SHA-256 of all that was configured but the seed; null if the plan is not known here
     * @param seed from which all values follow; null if the plan is not known here
     * @param thresholds as they were typed
     */
    public record Plan(@Nullable String client, @Nullable String session, @Nullable String twin, int sensors,
            int intervalSeconds, @Nullable Double readingsPerSecond, @Nullable String scenario,
            @Nullable String scenarioHash, @Nullable String configurationHash, @Nullable Long seed,
            List<String> thresholds) {
        /** Keeps its own copy. */
        public Plan {
            thresholds = List.copyOf(thresholds);
        }
    }

    /**
     * What is stored.
     *
     * @param count readings
     * @param sensors that they are of; null if more than {@value HalfMeter#MOST_SENSORS}
     * @param firstTaken the earliest time of a reading; null without readings
     * @param lastTaken the latest time of a reading; null without readings
     * @param firstArrived by the backend's clock; null without readings
     * @param lastArrived by the backend's clock; null without readings
     * @param perSecond readings a second from the first arrival to the last; null with fewer than two moments
     * @param outside readings whose own time lies more than an hour outside the run: they are on no chart
     * @param typesLeftOut readings of types that are not listed
     * @param complete whether all was read that there is: the run has ended, and nothing lacks
     * @param unseen of a journal, readings in stretches that this machine has not seen; null from a backend
     */
    public record Stored(long count, @Nullable Integer sensors, @Nullable Instant firstTaken,
            @Nullable Instant lastTaken, @Nullable Instant firstArrived, @Nullable Instant lastArrived,
            @Nullable Double perSecond, long outside, long typesLeftOut, boolean complete, @Nullable Long unseen) {}

    /**
     * What is stored, against what was sent.
     *
     * @param passed whether all was stored once, as sent; null if it cannot be said here
     * @param sent readings; null if the plan is not known here
     * @param stored readings
     * @param duplicated there though sent once; null if the plan is not known here
     * @param late arrived more than two seconds after they were taken, by the backend's clock
     * @param missing sent, but not there; null if the plan is not known here
     * @param different there with another sensor, type, time or value; null if the plan is not known here
     * @param sentDigest of what was sent; null if the plan is not known here
     * @param storedDigest of what was read
     * @param backendDigest what the backend said at the end of the run; null if nobody asked it
     * @param firstFault when the first reading was taken that is missing, different or there too often; null without one
     */
    public record Quality(@Nullable Boolean passed, @Nullable Long sent, long stored, @Nullable Long duplicated,
            long late, @Nullable Long missing, @Nullable Long different, @Nullable String sentDigest,
            String storedDigest, @Nullable String backendDigest, @Nullable Instant firstFault) {}

    /**
     * Requests that did not succeed.
     *
     * @param kind what went wrong
     * @param status of HTTP; 0 where there was no answer
     * @param count how many
     */
    public record Failures(String kind, int status, long count) {}

    /**
     * The values of a type.
     *
     * @param type what is measured
     * @param count readings
     * @param p50 median by nearest rank, like the other two within 1 % of rank
     */
    public record TypeFigures(String type, long count, double min, double mean, double max, double p50, double p95,
            double p99) {}
}
