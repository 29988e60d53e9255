package com.sentori.console.runs;

import com.sentori.console.scenarios.ScenarioException;
import com.sentori.console.scenarios.Scenarios;
import com.sentori.contract.runs.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What this machine kept of a half of a run that it has driven, or drives: also after a crash. */
public final class Driven {
    private final Path folder;
    private final RunRecord record;
    private final RunRecord.Half half;

    Driven(Path folder, RunRecord record, RunRecord.Half half) {
        this.folder = folder;
        this.record = record;
        this.half = half;
    }

    /** The run as it was started. */
    public Run run() {
        return half.run();
    }

    /** The name of its backend. */
    public String backend() {
        return half.backend();
    }

    /** The identity of its store. */
    public String store() {
        return half.instanceId();
    }

    /** The ids of all halves of its run, its own among them. */
    public List<String> runIds() {
        return record.halves().stream().map(each -> each.run().id()).toList();
    }

    /** When the sensors began, by this machine's clock. */
    public Instant origin() {
        return record.origin();
    }

    /** The backend's clock minus this machine's, at the start. */
    public Duration offset() {
        return Duration.ofMillis(half.offsetMillis());
    }

    /** What was ordered; empty if its scenario cannot be read any more. */
    public Optional<Order> order(Scenarios scenarios) {
        try {
            return Optional.of(record.order(scenarios));
        } catch (ScenarioException e) {
            return Optional.empty();
        }
    }

    /** How long things took; empty if nothing was logged. */
    public Optional<LatencyLog> latencies() throws IOException {
        return LatencyLog.read(RunFolder.latencies(folder, half.run().id()));
    }

    /** Requests that did not succeed. */
    public Map<Faults.Failure, Long> faults() {
        return Faults.read(RunFolder.faults(folder, half.run().id()));
    }

    /** The check at its end; null if there was none. */
    public @Nullable RunCheck check() {
        RunRecord.End end = half.end();
        return end == null ? null : end.check();
    }

    /** The rules of alarms that were critical while it was driven; none before its end. */
    public List<Broken> broken() {
        RunRecord.End end = half.end();
        return end == null || end.broken() == null ? List.of() : end.broken();
    }

    /** Why it ended, in a sentence or a word of the contract; null if it has not, or without a reason. */
    public @Nullable String reason() {
        RunRecord.End end = half.end();
        return end == null ? null : end.reason();
    }
}
