package com.sentori.console.charts;

import java.util.List;

/**
 * What one frame shows.
 *
 * @param width pixels of the raster
 * @param height pixels of the raster
 * @param from epoch milliseconds at its left edge
 * @param to epoch milliseconds at its right edge
 * @param bottom value at its lower edge
 * @param top value at its upper edge
 * @param thickness of lines, in pixels
 * @param lines from back to front
 */
record Frame(int width, int height, long from, long to, double bottom, double top, double thickness,
        List<Line> lines) {
    /**
     * One line.
     *
     * @param samples what is drawn
     * @param argb its colour, premultiplied by nothing: alpha counts
     */
    record Line(Samples samples, int argb) {}

    double x(long time) {
        return (double) (time - from) / (to - from) * width;
    }

    double y(double value) {
        return (top - value) / (top - bottom) * height;
    }
}
