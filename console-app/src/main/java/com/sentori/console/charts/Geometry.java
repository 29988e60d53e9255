package com.sentori.console.charts;

import java.util.List;

/**
 * Where the parts of a chart lie, in units of the scene. Needs no toolkit.
 *
 * @param em size of the font
 * @param pixels pixels of the screen per unit, to whose grid the plot is laid
 * @param chartWidth of the whole chart
 * @param chartHeight of the whole chart
 * @param axisWidths of the axes of values: the first stands left of the plot, all others right of it
 */
record Geometry(double em, double pixels, double chartWidth, double chartHeight, List<Double> axisWidths) {
    /** Width of an axis whose labels are short, in ems. */
    static final double LEAST_AXIS = 3.7;

    private double snap(double place) {
        return Math.floor(place * pixels) / pixels;
    }

    double left() {
        return snap(Math.max(axisWidths.getFirst(), LEAST_AXIS * em));
    }

    double top() {
        return snap(2 * em);
    }

    /** Width of the plot. */
    double width() {
        double others = axisWidths.stream().skip(1).mapToDouble(Double::doubleValue).sum();
        return snap(chartWidth - left() - Math.max(others, em));
    }

    /** Height of the plot. */
    double height() {
        return snap(chartHeight - top() - 1.75 * em);
    }

    double right() {
        return left() + width();
    }

    double bottom() {
        return top() + height();
    }

    /** Where an axis' labels end on the left side, or begin on the right one. */
    double axis(int axis) {
        return axis == 0
                ? left()
                : right() + axisWidths.subList(1, axis).stream().mapToDouble(Double::doubleValue).sum();
    }

    boolean isEmpty() {
        return width() < 1 || height() < 1;
    }

    boolean inPlot(double x, double y) {
        return x >= left() && x <= right() && y >= top() && y <= bottom();
    }

    double x(Frame frame, long time) {
        return left() + frame.x(time) / frame.width() * width();
    }

    double y(Scale scale, double value) {
        return top() + scale.down(value) * height();
    }

    long time(Frame frame, double x) {
        return Math.round(frame.time((x - left()) / width() * frame.width()));
    }

    /** How far down the plot, as a share. */
    double down(double y) {
        return (y - top()) / height();
    }
}
