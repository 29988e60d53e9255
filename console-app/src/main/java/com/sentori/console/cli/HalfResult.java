package com.sentori.console.cli;

import com.sentori.console.alarms.Raised;
import com.sentori.console.reports.Verdict;
import com.sentori.console.reports.Verdict.Finding;
import com.sentori.console.runs.Drive;
import com.sentori.console.runs.Latencies;
import com.sentori.console.runs.RunCheck;
import com.sentori.contract.json.Timestamps;
import com.sentori.contract.runs.RunStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a half of a run came out, that is over: as text, as JSON, and as an exit code.
 *
 * @param alarms the rules that it broke, by the first critical alarm of each
 * @param thresholds what became of them
 */
record HalfResult(Drive drive, List<Raised> alarms, List<Finding> thresholds) {
    /** The worst of all that was judged. */
    int exit() {
        RunCheck check = drive.progress().check();
        boolean failed = !alarms.isEmpty() || (check != null
                && (!check.passed() || drive.progress().run().status() != RunStatus.COMPLETED));
        int exit = failed ? Exit.CHECK_FAILED : check == null ? Exit.NO_VERDICT : Exit.PASSED;
        for (Finding each : thresholds) {
            exit = Math.max(exit, Exit.of(each.outcome()));
        }
        return exit;
    }

    /** What there is to say beside the check. */
    List<String> messages() {
        List<String> all = new ArrayList<>();
        Optional.ofNullable(drive.progress().note()).ifPresent(all::add);
        alarms.forEach(each -> all.add(name() + ": alarm '" + each.rule().name() + "' at "
                + Timestamps.write(each.at()) + ": " + each.figure()));
        thresholds.stream()
                .filter(each -> each.outcome() != Verdict.Outcome.PASSED)
                .forEach(each -> all.add(sentence(each)));
        return all;
    }

    /** The check, if there is one. */
    Optional<String> line() {
        return Optional.ofNullable(drive.progress().check()).map(check -> check.line(name()));
    }

    /** All halves, by the schema result-1. */
    static Map<String, Object> json(List<HalfResult> halves, boolean passed) {
        return Map.of("schema", "sentori.result/1", "passed", passed, "runs",
                halves.stream().map(HalfResult::json).toList());
    }

    private Map<String, Object> json() {
        Drive.Progress end = drive.progress();
        Map<String, Object> half = new LinkedHashMap<>();
        half.put("backend", name());
        half.put("run", end.run());
        half.put("check", end.check());
        half.put("note", end.note());
        half.put("drained", end.drained());
        half.put("latency", latencies());
        half.put("faults", drive.faults());
        half.put("alarms", alarms.stream().map(HalfResult::alarm).toList());
        half.put("thresholds", thresholds.stream().map(HalfResult::threshold).toList());
        return half;
    }

    private Map<String, Object> latencies() {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Latencies.Kind kind : Latencies.Kind.values()) {
            all.put(kind.name().toLowerCase(Locale.ROOT), drive.latencies().percentiles(kind));
        }
        return all;
    }

    private static Map<String, Object> alarm(Raised raised) {
        return Map.of("rule", raised.rule().id(), "name", raised.rule().name(), "at", raised.at(), "sensor",
                raised.key().sensor(), "value", raised.value(), "figure", raised.figure());
    }

    private static Map<String, Object> threshold(Finding finding) {
        Map<String, Object> threshold = new LinkedHashMap<>();
        threshold.put("threshold", finding.text());
        threshold.put("outcome", finding.outcome());
        threshold.put("measured", finding.measured());
        threshold.put("since", finding.since());
        return threshold;
    }

    private static String sentence(Finding finding) {
        return finding.measured() == null
                ? finding.backend() + ": whether " + finding.text() + " was held is not known."
                : String.format(Locale.ROOT, "%s: %s was not held: %.1f.", finding.backend(), finding.text(),
                        finding.measured());
    }

    private String name() {
        return drive.backend().profile().name();
    }
}
