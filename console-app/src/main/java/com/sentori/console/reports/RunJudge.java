package com.sentori.console.reports;

import com.sentori.console.reports.Verdict.Finding;
import com.sentori.console.reports.Verdict.Outcome;
import com.sentori.console.reports.Verdict.Subject;
import com.sentori.console.runs.LatencyLog;
import com.sentori.console.runs.PlanNote;
import com.sentori.console.runs.Threshold;
import com.sentori.contract.readings.Reading;
import com.sentori.contract.runs.Run;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges the thresholds of a run on one backend by its readings as they come back, as its report will; its memory does not depend on their number. Thread-safe.
 */
public final class RunJudge {
    private final String backend;
    private final Run run;
    private final List<Threshold> thresholds;
    private final HalfMeter meter;
    private final boolean ofValues;

    /** Of a run that has just been started, or goes on. */
    public RunJudge(String backend, Run run) {
        this.backend = backend;
        this.run = run;
        this.thresholds = PlanNote.thresholds(run);
        this.ofValues = thresholds.stream().anyMatch(RunJudge::isOfValues);
        this.meter = new HalfMeter(run.startedAt(), run.startedAt().plusSeconds(run.getDuration()), Duration.ZERO,
                thresholds);
    }

    private static boolean isOfValues(Threshold threshold) {
        return !threshold.subject().equals(Threshold.LATENCY);
    }

    /** Takes what came back, each reading once, in the order of arrival. */
    public synchronized void take(List<Reading> readings) {
        if (ofValues) {
            readings.forEach(meter::add);
        }
    }

    /**
     * What became of the thresholds, now that the run is over.
     *
     * @param log how long things took; null if that is not known
     * @param complete whether all readings were taken: if not, of values nothing can be said
     */
    public synchronized List<Finding> findings(@Nullable LatencyLog log, boolean complete) {
        Judge judge = new Judge(backend, run, meter, log == null || log.isEmpty() ? null : log);
        List<Finding> all = new ArrayList<>();
        for (Threshold threshold : thresholds) {
            all.add(isOfValues(threshold) && !complete ? unknown(threshold) : finding(judge, threshold));
        }
        return all;
    }

    private Finding finding(Judge judge, Threshold threshold) {
        try {
            return judge.finding(threshold);
        } catch (IOException e) {
            return unknown(threshold);
        }
    }

    private Finding unknown(Threshold threshold) {
        return new Finding(backend, Subject.THRESHOLD, Outcome.NO_VERDICT, threshold.text(), null, null);
    }
}
