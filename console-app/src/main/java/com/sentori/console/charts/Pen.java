package com.sentori.console.charts;

/** Draws one line from left to right; all places are pixels of the raster, y from above. */
interface Pen {
    /** The way from one sample to the next. */
    void line(double x0, double y0, double x1, double y1);

    /** Many samples in one column, between two heights. */
    void box(int column, double top, double bottom);

    /** A sample without neighbours. */
    void dot(double x, double y);
}
