package com.sentori.console.cli;

import com.sentori.console.reports.RunJudge;
import com.sentori.console.reports.Verdict.Finding;
import com.sentori.console.runs.Broken;
import com.sentori.console.runs.Drive;
import com.sentori.console.runs.Driven;
import com.sentori.console.runs.LatencyLog;
import com.sentori.console.runs.Records;
import com.sentori.console.runs.RunSession;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.runs.Run;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Judges the thresholds of the runs that a command drives, by what their backends give back: nobody is asked again at the end. */
final class Judges implements RunSession.Sink {
    private final Records records;
    private final Map<String, RunJudge> all = new ConcurrentHashMap<>();

    /** Over what is kept of these runs. */
    Judges(Records records) {
        this.records = records;
    }

    @Override
    public void accept(String backend, Run run, List<Reading> readings) {
        all.computeIfAbsent(backend, _ -> new RunJudge(backend, run)).take(readings);
    }

    /** Hands on what comes. */
    RunSession.Sink beside(RunSession.Sink other) {
        return new RunSession.Sink() {
            @Override
            public void accept(String backend, Run run, List<Reading> readings) {
                Judges.this.accept(backend, run, readings);
                other.accept(backend, run, readings);
            }

            @Override
            public List<Broken> broken(String backend, Run run) {
                return other.broken(backend, run);
            }
        };
    }

    /** What became of the thresholds of a half that is over. */
    List<Finding> findings(Drive drive) {
        Drive.Progress end = drive.progress();
        String backend = drive.backend().profile().name();
        return all.computeIfAbsent(backend, _ -> new RunJudge(backend, end.run()))
                .findings(latencies(end.run()), end.check() != null);
    }

    /** As the report reads them; null if nothing can be read. */
    private @Nullable LatencyLog latencies(Run run) {
        try {
            Optional<Driven> kept = records.driven(run.id());
            return kept.isEmpty() ? null : kept.get().latencies().orElse(null);
        } catch (IOException e) {
            return null;
        }
    }
}
