package com.sentori.console.charts;

import java.util.ArrayList;
import java.util.List;

/** Fits axes to the values in view. */
final class Fit {
    private Fit() {}

    /**
     * The scales of a frame, those that fit taken from what its lines have in view.
     *
     * @param traces of its lines
     * @param ranges of its axes as they were; grows with the number of axes
     */
    static List<Scale> all(Frame frame, List<Trace> traces, List<ValueRange> ranges) {
        List<Scale> scales = new ArrayList<>(frame.scales());
        for (int axis = 0; axis < scales.size(); axis++) {
            if (ranges.size() <= axis) {
                ranges.add(new ValueRange());
            }
            if (scales.get(axis).isFitting()) {
                double lowest = Double.POSITIVE_INFINITY;
                double highest = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < traces.size(); i++) {
                    if (frame.lines().get(i).axis() == axis) {
                        lowest = Math.min(lowest, traces.get(i).extremes().lowest());
                        highest = Math.max(highest, traces.get(i).extremes().highest());
                    }
                }
                Scale wanted = scales.get(axis);
                scales.set(axis, wanted.fitted(ranges.get(axis).fit(lowest, highest, wanted.log())));
            }
        }
        return scales;
    }
}
