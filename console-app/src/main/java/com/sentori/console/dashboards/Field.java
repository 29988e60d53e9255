package com.sentori.console.dashboards;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one line or column are shown.
 *
 * @param unit Grafana's name of their unit; empty for none
 * @param decimals behind the point; null for as many as are of use
 * @param min the least value of its axis or gauge; null for that of the data
 * @param max the greatest; null for that of the data
 * @param displayName what it is called, in place of its own name; empty for that
 * @param noValue what is said where there is no value; empty for a dash
 * @param colour a fixed one; empty for the palette's next
 * @param colourByThresholds whether its colour says where it lies among its steps
 * @param steps its thresholds
 * @param limits how thresholds are drawn on charts; {@code off} for not at all
 * @param stacking {@code none}, {@code normal} or {@code percent}
 * @param mappings what is said in place of some values
 * @param hidden whether it is not shown
 */
record Field(String unit, @Nullable Integer decimals, @Nullable Double min, @Nullable Double max, String displayName,
        String noValue, String colour, boolean colourByThresholds, Steps steps, String limits, String stacking,
        List<Mapping> mappings, boolean hidden) {
    static final Field PLAIN = new Field("", null, null, null, "", "", "", false, Steps.NONE, "off", "none", List.of(),
            false);

    /** Whether its thresholds are drawn on charts. */
    boolean drawsLimits() {
        return !limits.equals("off");
    }
}
