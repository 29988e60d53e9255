package com.sentori.console.charts;

import java.util.Arrays;

/** Notes for each column of pixels from which row to which a line goes there: what {@link Crowd} draws. */
final class SpanPen implements Pen {
    private final int clip;
    private final int width;
    private final int height;
    private final double half;
    private final double[] high;
    private final double[] low;

    /** Notes columns from {@code clip} on. */
    SpanPen(Frame frame, int clip) {
        this.clip = clip;
        this.width = frame.width();
        this.height = frame.height();
        this.half = frame.thickness() / 2;
        high = new double[width];
        low = new double[width];
        begin();
    }

    /** Begins a line. */
    void begin() {
        Arrays.fill(high, clip, width, Double.POSITIVE_INFINITY);
        Arrays.fill(low, clip, width, Double.NEGATIVE_INFINITY);
    }

    @Override
    public void line(double x0, double y0, double x1, double y1) {
        int from = (int) Math.floor(x0);
        int to = (int) Math.floor(x1);
        if (from == to || x1 - x0 < 1e-9) {
            extend(to, y0, y1);
            return;
        }
        double slope = (y1 - y0) / (x1 - x0);
        double y = from < clip ? y0 + (clip - x0) * slope : y0;
        for (int c = Math.max(clip, from); c <= Math.min(to, width - 1); c++) {
            double next = c == to ? y1 : y0 + (c + 1 - x0) * slope;
            extend(c, y, next);
            y = next;
        }
    }

    private void extend(int column, double a, double b) {
        if (column >= clip && column < width) {
            high[column] = Math.min(high[column], Math.min(a, b));
            low[column] = Math.max(low[column], Math.max(a, b));
        }
    }

    @Override
    public void box(int column, double top, double bottom) {
        extend(column, top, bottom);
    }

    @Override
    public void dot(double x, double y) {
        int reach = (int) Math.ceil(half);
        for (int c = (int) Math.floor(x) - reach; c <= Math.floor(x) + reach; c++) {
            extend(c, y, y);
        }
    }

    /** Writes the rows of each column, {@code first << 16 | end}; an empty column is 0. */
    void write(int[] spans, int offset) {
        for (int c = clip; c < width; c++) {
            int span = 0;
            if (low[c] >= high[c]) {
                int first = (int) Math.clamp(high[c] - half + 0.5, 0, height);
                int end = (int) Math.clamp(low[c] + half + 0.5, 0, height);
                span = end > first ? first << 16 | end : 0;
            }
            spans[offset + c - clip] = span;
        }
    }
}
