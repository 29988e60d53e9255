package com.sentori.console.charts;

/**
 * Draws a line with soft edges: for each column of pixels, how much of each pixel the line covers, summed over all that lies in the column and laid over the
 * raster once, so that a translucent line does not darken where it meets itself.
 */
final class FinePen implements Pen {
    private final int[] pixels;
    private final Frame frame;
    private final int clip;
    private final int width;
    private final int height;
    private final double half;
    private final float[] cover;
    private int argb;
    private int column = -1;
    private int first;
    private int end;

    /**
     * Draws on these columns.
     *
     * @param pixels of a raster whose columns go round
     * @param clip the first column that may be drawn on
     */
    FinePen(int[] pixels, Frame frame, int clip) {
        this.pixels = pixels;
        this.frame = frame;
        this.clip = clip;
        this.width = frame.width();
        this.height = frame.height();
        this.half = frame.thickness() / 2;
        this.cover = new float[height];
        first = height;
    }

    /** Begins a line. */
    void begin(int colour) {
        flush();
        argb = colour;
        column = -1;
    }

    @Override
    public void line(double x0, double y0, double x1, double y1) {
        if (x1 - x0 < 1) {
            steep(x0, y0, x1, y1);
            return;
        }
        double slope = (y1 - y0) / (x1 - x0);
        // The line's thickness measured upright; at its ends no more than half of it stands over.
        double reach = half * Math.sqrt(1 + slope * slope);
        double upper = Math.min(y0, y1) - half;
        double lower = Math.max(y0, y1) + half;
        int to = (int) Math.min(Math.floor(x1), width - 1);
        for (int c = (int) Math.max(clip, Math.floor(x0)); c <= to; c++) {
            double a = Math.max(x0, c);
            double b = Math.min(x1, c + 1.0);
            if (b > a && enter(c)) {
                stroke(y0 + (a - x0) * slope, y0 + (b - x0) * slope, b - a, reach, upper, lower);
            }
        }
    }

    /** Between two samples less than a pixel apart: upright pieces, parted between the two columns. */
    private void steep(double x0, double y0, double x1, double y1) {
        int c0 = (int) Math.floor(x0);
        int c1 = (int) Math.floor(x1);
        double middle = c0 == c1 ? y1 : y0 + (y1 - y0) * (c1 - x0) / (x1 - x0);
        box(c0, Math.min(y0, middle), Math.max(y0, middle));
        if (c1 != c0) {
            box(c1, Math.min(middle, y1), Math.max(middle, y1));
        }
    }

    /** Adds what a piece of the line covers that runs from {@code ya} to {@code yb} over {@code share} of the column. */
    private void stroke(double ya, double yb, double share, double reach, double upper, double lower) {
        double low = Math.min(ya, yb);
        double high = Math.max(ya, yb);
        double from = Math.clamp(Math.max(low - reach, upper), 0, height);
        double to = Math.clamp(Math.min(high + reach, lower), 0, height);
        int row = (int) from;
        double before = area(from, low, high, reach);
        while (row < to) {
            double until = Math.min(row + 1.0, to);
            double behind = area(until, low, high, reach);
            cover[row] = (float) Math.min(1, cover[row] + share * (behind - before));
            before = behind;
            row++;
        }
        mark((int) from, row);
    }

    /** How much lies above {@code z} of a band of twice {@code reach}, averaged over its middle going from {@code low} to {@code high}. */
    private static double area(double z, double low, double high, double reach) {
        double way = high - low;
        if (way < 0.01) {
            double middle = (low + high) / 2;
            return Math.clamp(z - middle + reach, 0, 2 * reach);
        }
        return (square(z - low + reach) - square(z - high + reach) - square(z - low - reach) + square(z - high - reach))
                / (2 * way);
    }

    private static double square(double u) {
        return u > 0 ? u * u : 0;
    }

    @Override
    public void box(int at, double top, double bottom) {
        if (at < clip || at >= width || !enter(at)) {
            return;
        }
        double from = Math.clamp(top - half, 0, height);
        double to = Math.clamp(bottom + half, 0, height);
        int row = (int) from;
        mark(row, (int) Math.ceil(to));
        for (; row < to; row++) {
            float share = (float) (Math.min(to, row + 1.0) - Math.max(from, row));
            cover[row] = Math.max(cover[row], share);
        }
    }

    @Override
    public void dot(double x, double y) {
        int reach = (int) Math.ceil(half);
        for (int c = (int) Math.floor(x) - reach; c <= Math.floor(x) + reach; c++) {
            box(c, y - half, y + half);
        }
    }

    private void mark(int from, int to) {
        first = Math.min(first, from);
        end = Math.max(end, Math.min(to, height));
    }

    /** Goes on to a column; false if it was left already. */
    private boolean enter(int wanted) {
        if (wanted > column) {
            flush();
            column = wanted;
        }
        return wanted == column;
    }

    /** Lays the column over the raster. */
    void flush() {
        int slot = first < end ? frame.slot(column) : 0;
        for (int row = first; row < end; row++) {
            int alpha = (int) ((argb >>> 24) * cover[row] + 0.5f);
            cover[row] = 0;
            if (alpha > 0) {
                int at = row * width + slot;
                pixels[at] = over(pixels[at], argb, alpha);
            }
        }
        first = height;
        end = 0;
    }

    /** Premultiplied {@code below}, under the colour at this alpha. */
    static int over(int below, int colour, int alpha) {
        int rest = 255 - alpha;
        int a = alpha + scaled(below >>> 24, rest);
        int r = scaled(colour >>> 16 & 255, alpha) + scaled(below >>> 16 & 255, rest);
        int g = scaled(colour >>> 8 & 255, alpha) + scaled(below >>> 8 & 255, rest);
        int b = scaled(colour & 255, alpha) + scaled(below & 255, rest);
        return a << 24 | Math.min(r, a) << 16 | Math.min(g, a) << 8 | Math.min(b, a);
    }

    /** {@code value * share / 255}, rounded. */
    private static int scaled(int value, int share) {
        int product = value * share + 128;
        return (product + (product >> 8)) >> 8;
    }
}
