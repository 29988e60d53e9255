package com.sentori.console.dashboards;

import java.util.Comparator;
import java.util.List;

/**
 * Thresholds of a field: from each step on, up to the next, a value has the step's tone.
 *
 * @param percentage whether steps are shares of the way from the field's least to its greatest value, in percent
 * @param steps from the lowest on; the first begins at -∞
 */
public record Steps(boolean percentage, List<Step> steps) {
    /** No thresholds. */
    public static final Steps NONE = new Steps(false, List.of());

    /**
     * One of them.
     *
     * @param from the value it begins with
     * @param colour as the file says it
     */
    public record Step(double from, String colour) {
        /** What it means. */
        public Tone tone() {
            return Tone.of(colour);
        }
    }

    /** Sorts them. */
    public Steps {
        steps = steps.stream().sorted(Comparator.comparingDouble(Step::from)).toList();
    }

    /** What a value means between a least and a greatest one, which count where steps are percentages. */
    public Tone of(double value, double least, double greatest) {
        Tone tone = Tone.NEUTRAL;
        for (Step step : steps) {
            if (value >= place(step, least, greatest)) {
                tone = step.tone();
            }
        }
        return tone;
    }

    /** Where a step begins, as a value. */
    public double place(Step step, double least, double greatest) {
        return percentage && Double.isFinite(step.from())
                ? least + (greatest - least) * step.from() / 100
                : step.from();
    }
}
