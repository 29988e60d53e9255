package com.sentori.console.charts;

import java.util.Arrays;

/**
 * Draws lines into an {@code int[]} of premultiplied ARGB. For each line and each column of pixels it finds the lowest and
 * the highest point that the line has there, samples and the way between them alike, and fills that span, with soft
 * ends: no peak is lost, whatever the zoom. Between two samples that lie further apart than {@link #GAP_STEPS}
 * cadences nothing is drawn. Not thread-safe; needs no toolkit.
 */
final class Raster {
    /** Steps of the series' own cadence without a sample that make a gap. */
    static final double GAP_STEPS = 2.5;

    /** Samples per column from which whole blocks are drawn by their extents. */
    private static final double DENSE = Samples.Extents.BLOCK;

    private int[] pixels = new int[0];
    private boolean[] covered = new boolean[0];
    private float[] low = new float[0];
    private float[] high = new float[0];
    private double smallest;
    private double largest;

    /** Draws the frame from scratch. */
    void draw(Frame frame) {
        int size = frame.width() * frame.height();
        if (pixels.length != size) {
            pixels = new int[size];
            low = new float[frame.width()];
            high = new float[frame.width()];
            covered = new boolean[frame.width()];
        }
        Arrays.fill(pixels, 0);
        Arrays.fill(covered, false);
        smallest = Double.POSITIVE_INFINITY;
        largest = Double.NEGATIVE_INFINITY;
        for (Frame.Line line : frame.lines()) {
            Arrays.fill(low, Float.NEGATIVE_INFINITY);
            Arrays.fill(high, Float.POSITIVE_INFINITY);
            line.samples().read((times, values, count, extents, cadence) -> {
                trace(frame, times, values, count, extents, cadence);
                return count;
            });
            fill(frame, line.argb());
        }
    }

    /** The pixels of the last frame. */
    int[] pixels() {
        return pixels;
    }

    /** The columns in which some line has a point. */
    boolean[] covered() {
        return covered;
    }

    /** The smallest value in the last frame; infinite without samples. */
    double smallest() {
        return smallest;
    }

    /** The largest value in the last frame; infinite without samples. */
    double largest() {
        return largest;
    }

    private void trace(Frame frame, long[] times, double[] values, int count, Samples.Extents extents,
            double cadence) {
        // One sample beyond either edge, so that lines run out of the picture.
        int first = Math.max(0, at(times, count, frame.from()) - 1);
        int end = Math.min(count, at(times, count, frame.to()) + 1);
        if (first >= end) {
            return;
        }
        double gap = cadence <= 0 ? Double.POSITIVE_INFINITY : cadence * GAP_STEPS;
        boolean dense = (double) (end - first) / frame.width() >= DENSE;
        int i = first;
        while (i < end) {
            int block = i / Samples.Extents.BLOCK;
            int blockEnd = (block + 1) * Samples.Extents.BLOCK;
            if (dense && i % Samples.Extents.BLOCK == 0 && blockEnd <= end && block < extents.count()
                    && extents.longestStep(block) <= gap) {
                note(extents.min(block), extents.max(block));
                int from = column(frame, frame.x(times[i > first ? i - 1 : i]));
                int to = column(frame, frame.x(times[blockEnd - 1]));
                float top = (float) frame.y(extents.max(block));
                float bottom = (float) frame.y(extents.min(block));
                for (int x = from; x <= to; x++) {
                    extend(x, top, bottom);
                }
                i = blockEnd;
                continue;
            }
            boolean joined = i > first && times[i] - times[i - 1] <= gap;
            point(frame, times, values, i, joined);
            i++;
        }
    }

    private void point(Frame frame, long[] times, double[] values, int i, boolean joined) {
        double x = frame.x(times[i]);
        double y = frame.y(values[i]);
        if (times[i] >= frame.from() && times[i] <= frame.to()) {
            note(values[i], values[i]);
        }
        if (!joined) {
            if (x >= 0 && x < frame.width()) {
                extend((int) x, (float) y, (float) y);
            }
            return;
        }
        double x0 = frame.x(times[i - 1]);
        double y0 = frame.y(values[i - 1]);
        int from = column(frame, x0);
        int to = column(frame, x);
        if (x < 0 || x0 >= frame.width()) {
            return;
        }
        double slope = x > x0 ? (y - y0) / (x - x0) : 0;
        for (int c = from; c <= to; c++) {
            // The way of the line within this column of pixels.
            double left = Math.max(x0, c);
            double right = Math.min(x, c + 1.0);
            double a = x > x0 ? y0 + (left - x0) * slope : y0;
            double b = x > x0 ? y0 + (right - x0) * slope : y;
            extend(c, (float) Math.min(a, b), (float) Math.max(a, b));
        }
    }

    private void note(double min, double max) {
        smallest = Math.min(smallest, min);
        largest = Math.max(largest, max);
    }

    private void extend(int column, float top, float bottom) {
        if (high[column] > top) {
            high[column] = top;
        }
        if (low[column] < bottom) {
            low[column] = bottom;
        }
    }

    /** {@code high} is the upper end and {@code low} the lower end of the span, in pixels from above. */
    private void fill(Frame frame, int argb) {
        double half = frame.thickness() / 2;
        for (int x = 0; x < frame.width(); x++) {
            if (high[x] > low[x]) {
                continue;
            }
            covered[x] = true;
            double top = Math.clamp(high[x] - half, 0, frame.height());
            double bottom = Math.clamp(low[x] + half, 0, frame.height());
            int y0 = (int) top;
            int y1 = (int) Math.min(Math.ceil(bottom), frame.height());
            for (int y = y0; y < y1; y++) {
                double share = Math.min(bottom, y + 1.0) - Math.max(top, y);
                blend(y * frame.width() + x, argb, share);
            }
        }
    }

    private void blend(int at, int argb, double share) {
        int alpha = (int) Math.round((argb >>> 24) * share);
        if (alpha <= 0) {
            return;
        }
        int below = pixels[at];
        int rest = 255 - alpha;
        int a = alpha + (below >>> 24) * rest / 255;
        int r = ((argb >>> 16 & 255) * alpha + (below >>> 16 & 255) * rest) / 255;
        int g = ((argb >>> 8 & 255) * alpha + (below >>> 8 & 255) * rest) / 255;
        int b = ((argb & 255) * alpha + (below & 255) * rest) / 255;
        pixels[at] = a << 24 | r << 16 | g << 8 | b;
    }

    private static int column(Frame frame, double x) {
        return (int) Math.clamp(Math.floor(x), 0, frame.width() - 1);
    }

    /** The first sample at or after the time. */
    private static int at(long[] times, int count, long time) {
        int found = Arrays.binarySearch(times, 0, count, time);
        if (found < 0) {
            return -found - 1;
        }
        while (found > 0 && times[found - 1] == time) {
            found--;
        }
        return found;
    }
}
