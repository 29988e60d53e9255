package com.sentori.console.reports;

import com.sentori.console.reports.Verdict.Finding;
import com.sentori.console.reports.Verdict.Outcome;
import com.sentori.console.reports.Verdict.Subject;
import com.sentori.console.runs.LatencyLog;
import com.sentori.console.runs.Threshold;
import com.sentori.contract.runs.Run;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what a half held and what it broke, and since when. */
record Judge(String backend, Run run, HalfMeter meter, @Nullable LatencyLog log) {
    List<Finding> findings(Half.Quality quality, List<Threshold> thresholds) throws IOException {
        List<Finding> all = new ArrayList<>();
        all.add(status());
        Outcome check = quality.passed() == null
                ? Outcome.NO_VERDICT
                : quality.passed() ? Outcome.PASSED : Outcome.FAILED;
        all.add(new Finding(backend, Subject.CHECK, check, "", null,
                check == Outcome.FAILED ? quality.firstFault() : null));
        for (Threshold threshold : thresholds) {
            all.add(finding(threshold));
        }
        return all;
    }

    private Finding status() {
        Outcome outcome = switch (run.status()) {
            case RUNNING -> Outcome.NO_VERDICT;
            case COMPLETED -> Outcome.PASSED;
            case FAILED, INTERRUPTED -> Outcome.FAILED;
        };
        return new Finding(backend, Subject.STATUS, outcome, run.status().name(), null,
                outcome == Outcome.FAILED ? run.finishedAt() : null);
    }

    Finding finding(Threshold threshold) throws IOException {
        Double measured = threshold.subject().equals(Threshold.LATENCY)
                ? latency(threshold)
                : meter.measured(threshold);
        Outcome outcome = measured == null
                ? Outcome.NO_VERDICT
                : threshold.isHeldBy(measured) ? Outcome.PASSED : Outcome.FAILED;
        return new Finding(backend, Subject.THRESHOLD, outcome, threshold.text(), measured,
                outcome == Outcome.FAILED ? since(threshold) : null);
    }

    private @Nullable Double latency(Threshold threshold) {
        return log == null || log.isEmpty() ? null : Double.valueOf(log.measured(threshold));
    }

    private @Nullable Instant since(Threshold threshold) throws IOException {
        if (threshold.subject().equals(Threshold.LATENCY)) {
            return log == null ? null : log.firstBroken(threshold).orElse(null);
        }
        // Of a mean or a percentile no single reading is the one that broke it.
        boolean byEach = threshold.figure().equals(threshold.relation().startsWith("<") ? "max" : "min");
        return byEach ? meter.firstBroken(threshold) : null;
    }
}
