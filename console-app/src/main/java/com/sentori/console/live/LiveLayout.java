package com.sentori.console.live;

import com.sentori.console.charts.Annotation;
import com.sentori.console.charts.ChartLayout;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the live screen is set up, to be kept and taken up again; a record that the product's JSON mapper writes and reads.
 *
 * @param charts what goes along from run to run: limits, hidden lines, logarithmic axes, the zone; null for nothing
 * @param comparison whether a twin run is compared beside its charts; else its sensors are listed there
 * @param table whether each chart has its table
 * @param sensor the one that stands out; null for none
 * @param sensorsWidth of the list of sensors, in units of the scene
 * @param comparisonWidth of the comparison, in units of the scene
 * @param runs what was shown: one run, or the two of a twin run; none if nothing was
 * @param notes what people noted, by the id of the (first) run, the oldest first
 */
public record LiveLayout(@Nullable ChartLayout charts, boolean comparison, boolean table, @Nullable String sensor,
        double sensorsWidth, double comparisonWidth, List<RunOn> runs, Map<String, List<Annotation>> notes) {
    static final double SENSORS_WIDTH = 280;
    static final double COMPARISON_WIDTH = 408;

    /** Keeps its own copy, in its order. */
    public LiveLayout {
        runs = List.copyOf(runs);
        Map<String, List<Annotation>> own = new LinkedHashMap<>();
        notes.forEach((run, all) -> own.put(run, List.copyOf(all)));
        notes = Collections.unmodifiableMap(own);
        if (!(sensorsWidth > 0 && comparisonWidth > 0)) {
            throw new IllegalArgumentException("What is shown has a width.");
        }
        if (charts != null) {
            Objects.requireNonNull(charts.hidden(), "hidden");
            Objects.requireNonNull(charts.logarithmic(), "logarithmic");
            Objects.requireNonNull(charts.scales(), "scales");
            List.copyOf(charts.thresholds());
            if (charts.version() > ChartLayout.VERSION) {
                throw new IllegalArgumentException("These charts were kept by a later version of the program.");
            }
        }
    }

    /** How any run can be looked at: the same with no run and no notes. */
    public LiveLayout withoutRuns() {
        return new LiveLayout(charts, comparison, table, sensor, sensorsWidth, comparisonWidth, List.of(), Map.of());
    }

    /** As it is at first. */
    public static LiveLayout standard() {
        return new LiveLayout(null, true, false, null, SENSORS_WIDTH, COMPARISON_WIDTH, List.of(), Map.of());
    }

    /**
     * A run on a backend.
     *
     * @param backend its name
     * @param run its id
     */
    public record RunOn(String backend, String run) {}
}
