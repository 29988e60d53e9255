package com.sentori.console.reports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a run held what it had to hold.
 *
 * @param outcome over all findings
 * @param findings what was judged, what broke first
 */
public record Verdict(Outcome outcome, List<Finding> findings) {
    /** Keeps its own copy. */
    public Verdict {
        findings = List.copyOf(findings);
    }

    /** Of these findings: failed if one failed, passed if all passed. */
    static Verdict of(List<Finding> findings) {
        Outcome outcome = findings.stream().anyMatch(finding -> finding.outcome() == Outcome.FAILED)
                ? Outcome.FAILED
                : !findings.isEmpty() && findings.stream().allMatch(finding -> finding.outcome() == Outcome.PASSED)
                        ? Outcome.PASSED
                        : Outcome.NO_VERDICT;
        return new Verdict(outcome, findings.stream().sorted((a, b) -> a.outcome().compareTo(b.outcome())).toList());
    }

    /** How it came out, the worst first. */
    public enum Outcome {
        /** Something was broken. */
        FAILED,
        /** It is not known: the run goes on, or something was not measured. */
        NO_VERDICT,
        /** All was held. */
        PASSED
    }

    /** What is judged. */
    public enum Subject {
        /** The state in which the run ended. */
        STATUS,
        /** What was stored, against what was sent. */
        CHECK,
        /** A threshold of the run. */
        THRESHOLD,
        /** A rule of alarms that was critical while the run was driven from here. */
        ALARM,
        /** A figure, against that of a baseline. */
        BASELINE
    }

    /**
     * Something that was judged.
     *
     * @param backend the half's
     * @param subject what is judged
     * @param text the threshold as it was typed, the state, or a figure with what the baseline lets it be, as {@code delay.p95<=24.1}; empty for a check
     * @param measured of a threshold or a figure, in its unit; null if it was not measured here
     * @param since when it was first broken; null if it was not, or if no moment can be named
     */
    public record Finding(String backend, Subject subject, Outcome outcome, String text, @Nullable Double measured,
            @Nullable Instant since) {}
}
