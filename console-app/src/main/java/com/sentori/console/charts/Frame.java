package com.sentori.console.charts;

import java.util.List;

/**
 * What one frame shows. Its left edge lies on the grid of {@link PixelColumns}, so that a picture that moves on moves by whole pixels.
 *
 * @param width pixels of the raster
 * @param height pixels of the raster
 * @param left number of its first column
 * @param millisPerColumn time in a column of pixels
 * @param scales of its axes of values, at least one
 * @param thickness of lines, in pixels
 * @param lines from back to front
 */
record Frame(int width, int height, long left, double millisPerColumn, List<Scale> scales, double thickness,
        List<Line> lines) {
    /**
     * One line.
     *
     * @param series what is drawn
     * @param argb its colour, premultiplied by nothing: alpha counts
     * @param axis whose scale it has
     * @param tells of its own gaps, also where other lines go on
     */
    record Line(ChartSeries series, int argb, int axis, boolean tells) {
        Line(ChartSeries series, int argb, int axis) {
            this(series, argb, axis, false);
        }

        Line(ChartSeries series, int argb) {
            this(series, argb, 0);
        }
    }

    /** A frame that begins in the column of {@code from} and shows {@code to - from}, both epoch milliseconds; its values fit what is in view. */
    static Frame of(int width, int height, long from, long to, double thickness, List<Line> lines) {
        double millisPerColumn = (double) (to - from) / width;
        return new Frame(width, height, (long) Math.floor(from / millisPerColumn), millisPerColumn,
                List.of(Scale.fitting(false)), thickness, lines);
    }

    /** The same with one axis of this range. */
    Frame range(double lowest, double highest) {
        return scaled(List.of(new Scale(lowest, highest, false)));
    }

    Frame scaled(List<Scale> now) {
        return new Frame(width, height, left, millisPerColumn, now, thickness, lines);
    }

    /** Whether a picture of the other can go on as one of this: the same but for a left edge that may lie further right. */
    boolean goesOnFrom(Frame other) {
        return width == other.width && height == other.height && millisPerColumn == other.millisPerColumn
                && thickness == other.thickness && left >= other.left && scales.equals(other.scales)
                && lines.equals(other.lines);
    }

    /** Epoch milliseconds at the left edge. */
    double from() {
        return left * millisPerColumn;
    }

    /** Epoch milliseconds at the right edge. */
    double to() {
        return (left + width) * millisPerColumn;
    }

    double time(double x) {
        return (left + x) * millisPerColumn;
    }

    double x(long time) {
        return time * (1 / millisPerColumn) - left;
    }

    double y(Line line, double value) {
        return scales.get(line.axis()).down(value) * height;
    }

    /** Where a column lies in a raster whose columns go round. */
    int slot(int column) {
        return (int) Math.floorMod(left + column, (long) width);
    }
}
