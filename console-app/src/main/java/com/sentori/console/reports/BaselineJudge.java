package com.sentori.console.reports;

import com.sentori.console.reports.Comparison.Difference;
import com.sentori.console.reports.Verdict.Finding;
import com.sentori.console.reports.Verdict.Outcome;
import com.sentori.console.reports.Verdict.Subject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Says in which figures a half is worse than a baseline, beyond what is tolerated. The longest of all and the last thousandth are not judged: of few readings, they differ by chance.
 *
 * @param tolerance percent
 */
record BaselineJudge(double tolerance) {
    /** What is stored wrongly is not tolerated at all. */
    private static final Set<String> NEVER_MORE = Set.of("missing", "duplicated", "different");
    private static final Set<String> LESS_IS_BETTER = Set.of("late", "failures", "cost", "request.p50", "request.p95",
            "request.p99", "delay.p50", "delay.p95", "delay.p99");
    private static final String MORE_IS_BETTER = "perSecond";
    /** Milliseconds within which clocks and schedulers scatter. */
    private static final double SCATTER = 1;
    /** Of the readings that are stored, so many may be late or sent again without being news. */
    private static final double FEW = 0.001;
    private static final MathContext SHOWN = new MathContext(4);

    /** Of the figures that both have, or one of them. */
    List<Finding> findings(Comparison comparison) {
        List<Finding> all = new ArrayList<>();
        double few = FEW * comparison.differences()
                .stream()
                .filter(each -> each.figure().equals("stored") && each.value() != null)
                .mapToDouble(each -> each.value() == null ? 0 : each.value())
                .sum();
        for (Difference each : comparison.differences()) {
            boolean judged = NEVER_MORE.contains(each.figure()) || LESS_IS_BETTER.contains(each.figure())
                    || each.figure().equals(MORE_IS_BETTER);
            if (judged && (each.value() != null || each.baseline() != null)) {
                all.add(finding(comparison.backend(), each, few));
            }
        }
        return all;
    }

    private Finding finding(String backend, Difference each, double few) {
        Double value = each.value();
        Double baseline = each.baseline();
        if (value == null || baseline == null) {
            return new Finding(backend, Subject.BASELINE, Outcome.NO_VERDICT, each.figure(), value, null);
        }
        boolean more = each.figure().equals(MORE_IS_BETTER);
        double room = NEVER_MORE.contains(each.figure())
                ? 0
                : Math.max(Math.abs(baseline) * tolerance / 100, slack(each, few));
        double bound = more ? baseline - room : baseline + room;
        boolean held = more ? value >= bound : value <= bound;
        String text = each.figure() + (more ? ">=" : "<=") + BigDecimal.valueOf(bound)
                .round(SHOWN)
                .stripTrailingZeros()
                .toPlainString();
        return new Finding(backend, Subject.BASELINE, held ? Outcome.PASSED : Outcome.FAILED, text, value, null);
    }

    private static double slack(Difference each, double few) {
        return switch (Measure.Unit.valueOf(each.unit())) {
            case MILLIS -> SCATTER;
            case COUNT -> few;
            case PER_SECOND, MONEY -> 0;
        };
    }
}
