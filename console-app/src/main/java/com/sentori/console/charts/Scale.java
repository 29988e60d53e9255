package com.sentori.console.charts;

/**
 * From values to heights.
 *
 * @param bottom value at the lower edge; NaN to fit the values in view there
 * @param top value at the upper edge, above {@code bottom}; NaN to fit the values in view there
 * @param log whether equal ratios are equally high; then {@code bottom} is above 0
 */
public record Scale(double bottom, double top, boolean log) {
    /** Fits the values in view. */
    public static Scale fitting(boolean log) {
        return new Scale(Double.NaN, Double.NaN, log);
    }

    /** Whether the values in view decide where it begins or ends. */
    public boolean isFitting() {
        return Double.isNaN(top) || Double.isNaN(bottom);
    }

    /** The same with the ends of one that fits where it has none of its own; that one, if nothing would be left between them. */
    Scale fitted(Scale fitting) {
        double low = Double.isNaN(bottom) ? fitting.bottom : bottom;
        double high = Double.isNaN(top) ? fitting.top : top;
        return low < high ? new Scale(low, high, log) : fitting;
    }

    /** How far below the upper edge a value lies, as a share of the height; a value that a logarithm does not know lies below the lower edge. */
    public double down(double value) {
        if (!log) {
            return (top - value) / (top - bottom);
        }
        return value > 0 ? Math.log(top / value) / Math.log(top / bottom) : 2;
    }

    /** The value there. */
    public double at(double down) {
        return log ? top * Math.pow(bottom / top, down) : top + (bottom - top) * down;
    }

    /** What is to be seen between two heights, as shares from above. */
    Scale between(double upper, double lower) {
        return new Scale(at(lower), at(upper), log);
    }
}
