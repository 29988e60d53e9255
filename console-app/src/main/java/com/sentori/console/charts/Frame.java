package com.sentori.console.charts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one frame shows. Its left edge lies on the grid of {@link PixelColumns}, so that a picture that moves on moves by whole pixels.
 *
 * @param width pixels of the raster
 * @param height pixels of the raster
 * @param left number of its first column
 * @param millisPerColumn time in a column of pixels
 * @param bottom value at its lower edge; NaN to fit the values in view
 * @param top value at its upper edge; NaN to fit the values in view
 * @param thickness of lines, in pixels
 * @param lines from back to front
 * @param pointer what the reader points at, if anything
 */
record Frame(int width, int height, long left, double millisPerColumn, double bottom, double top, double thickness,
        List<Line> lines,
        @Nullable Pointer pointer) {
    /**
     * One line.
     *
     * @param series what is drawn
     * @param argb its colour, premultiplied by nothing: alpha counts
     */
    record Line(ChartSeries series, int argb) {}

    /** A place in the raster, in its pixels. */
    record Pointer(double x, double y) {}

    /** A frame that begins in the column of {@code from} and shows {@code to - from}, both epoch milliseconds; its values fit what is in view. */
    static Frame of(int width, int height, long from, long to, double thickness, List<Line> lines) {
        double millisPerColumn = (double) (to - from) / width;
        return new Frame(width, height, (long) Math.floor(from / millisPerColumn), millisPerColumn, Double.NaN,
                Double.NaN, thickness, lines, null);
    }

    Frame range(double lowest, double highest) {
        return new Frame(width, height, left, millisPerColumn, lowest, highest, thickness, lines, pointer);
    }

    Frame pointer(@Nullable Pointer at) {
        return new Frame(width, height, left, millisPerColumn, bottom, top, thickness, lines, at);
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

    double y(double value) {
        return (top - value) / (top - bottom) * height;
    }
}
