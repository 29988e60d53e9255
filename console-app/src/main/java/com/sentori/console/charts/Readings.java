package com.sentori.console.charts;

import com.sentori.console.charts.Samples.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What all lines have at a time.
 *
 * @param values from the highest in the picture to the lowest
 * @param missing the lines that have a gap there, those that tell of their gaps first
 */
record Readings(List<Nearest> values, List<Missing> missing) {
    static final Readings NONE = new Readings(List.of(), List.of());

    /** A line that has a gap, and why; the reason is empty if nobody knows. */
    record Missing(ChartSeries line, String reason) {}

    static Readings at(Frame frame, long time) {
        record Placed(Nearest nearest, double y) {}
        List<Placed> found = new ArrayList<>();
        List<Missing> missing = new ArrayList<>();
        List<Missing> behind = new ArrayList<>();
        for (Frame.Line line : frame.lines()) {
            Reading reading = Reading.at(line.series().samples(), time);
            Sample sample = reading.sample();
            Gap gap = reading.gap();
            if (sample != null) {
                found.add(new Placed(new Nearest(line.series(), sample), frame.y(line, sample.value())));
            } else if (gap != null) {
                (line.tells() ? missing : behind).add(new Missing(line.series(), gap.reason()));
            }
        }
        missing.addAll(behind);
        return new Readings(found.stream()
                .sorted(Comparator.comparingDouble(Placed::y))
                .map(Placed::nearest)
                .toList(), missing);
    }

    int size() {
        return values.size() + missing.size();
    }
}
