package com.sentori.console.charts;

/**
 * A line of a chart.
 *
 * @param id unique in the chart
 * @param label for people
 * @param unit of its values: lines of one unit share an axis; empty if there is none
 * @param samples what is drawn
 * @param colour its place in the palette, from 0 on and of any size
 * @param opacity 0..1; below 1 the line steps back behind the others, as the second of two runs that are laid over each other
 */
public record ChartSeries(String id, String label, String unit, Samples samples, int colour, double opacity) {
    /** Refuses a place below 0 and an opacity outside 0..1. */
    public ChartSeries {
        if (colour < 0 || !(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException("A line has a colour from 0 on and an opacity from 0 to 1.");
        }
    }

    /** An opaque line. */
    public ChartSeries(String id, String label, String unit, Samples samples, int colour) {
        this(id, label, unit, samples, colour, 1);
    }

    /** An opaque line without a unit. */
    public ChartSeries(String id, String label, Samples samples, int colour) {
        this(id, label, "", samples, colour, 1);
    }
}
