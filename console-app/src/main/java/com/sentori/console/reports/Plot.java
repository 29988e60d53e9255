package com.sentori.console.reports;

import java.util.Arrays;
import java.util.List;

/**
 * A chart, before it is drawn.
 *
 * @param title what it shows
 * @param summary the same in a sentence, for those who do not see it
 * @param lines one, or one of each half
 * @param limits thresholds
 * @param flags what people noted
 * @param from epoch milliseconds
 * @param to epoch milliseconds, after {@code from}
 */
record Plot(String title, String summary, List<Line> lines, List<Limit> limits, List<Flag> flags, long from, long to) {
    /**
     * A line, and the band about it.
     *
     * @param name for the legend
     * @param ink which of two
     */
    record Line(String name, Pencil.Ink ink, Curve curve) {
        /** From which distance on two points are not joined: where samples are missing by their own cadence. */
        long gap() {
            List<Curve.Point> points = curve.points();
            long[] steps = new long[Math.max(0, points.size() - 1)];
            for (int i = 0; i < steps.length; i++) {
                steps[i] = points.get(i + 1).time() - points.get(i).time();
            }
            Arrays.sort(steps);
            long usual = steps.length == 0 ? 0 : steps[steps.length / 2];
            return Math.max(usual, curve.widthMillis()) * 5 / 2;
        }
    }

    /** A threshold. */
    record Limit(String text, double value) {}

    /** A note at a time. */
    record Flag(String text, long time) {}
}
