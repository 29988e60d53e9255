package com.sentori.bench.figures;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * A row of a report.
 *
 * @param id by which scripts find it
 * @param value measured, in {@code unit}
 * @param baseline what it is compared with, in the same unit; null without
 * @param ratio of value and baseline, taken within one round where there are rounds; null without
 * @param goal for people; null where it is only reported
 * @param met whether the goal is; null without
 * @param reduced true if smaller sizes were used than the goal is about; else null and absent
 * @param what it is, in a sentence; for people, not in JSON
 */
@JsonPropertyOrder({"id", "value", "unit", "baseline", "ratio", "goal", "met", "reduced"})
public record Figure(String id, double value, String unit, @Nullable Double baseline, @Nullable Double ratio,
        @Nullable String goal, @Nullable Boolean met,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean reduced,
        @JsonIgnore String what) {
    /** Only reported. */
    public static Figure plain(String id, double value, String unit, String what) {
        return new Figure(id, value, unit, null, null, null, null, null, what);
    }

    /** A value with a goal of its own. */
    public static Figure valued(String id, double value, String unit, Goal goal, String what) {
        return new Figure(id, value, unit, null, null, goal.text(), goal.isMet(value, Double.NaN), null, what);
    }

    /** Compared with a baseline, in rounds. */
    public static Figure compared(String id, String unit, Rounds.Pair pair, Goal goal, String what) {
        return new Figure(id, pair.value(), unit, pair.baseline(), pair.ratio(), goal.text(),
                goal.isMet(pair.value(), pair.ratio()), null, what);
    }

    /** The same, marked if it was measured with smaller sizes. */
    public Figure reducedIf(boolean smaller) {
        return new Figure(id, value, unit, baseline, ratio, goal, met, smaller ? Boolean.TRUE : null, what);
    }
}
