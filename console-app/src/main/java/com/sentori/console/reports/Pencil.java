package com.sentori.console.reports;

/** Draws a chart in some form. The origin is at the upper left; lengths are points. */
interface Pencil {
    void line(double x1, double y1, double x2, double y2, Ink ink);

    void polyline(double[] xs, double[] ys, Ink ink);

    /** Between two lines. */
    void area(double[] xs, double[] tops, double[] bottoms, Ink ink);

    /** Text on a line; {@code x} is its beginning, its middle or its end. */
    void text(double x, double y, String text, Anchor anchor, Ink ink);

    /** About how wide a text is. */
    double width(String text);

    /** To which side of its place a text lies. */
    enum Anchor {
        START, MIDDLE, END
    }

    /** What is drawn; each form has its colours. */
    enum Ink {
        AXIS, GRID, LABEL, FIRST, SECOND, LIMIT, MARK
    }
}
