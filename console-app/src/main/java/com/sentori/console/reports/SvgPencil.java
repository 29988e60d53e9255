package com.sentori.console.reports;

import java.util.Locale;

/** Draws into a page as SVG; colours are the page's styles. */
record SvgPencil(Markup page) implements Pencil {
    private static final double LETTER = 5.9;

    @Override
    public void line(double x1, double y1, double x2, double y2, Ink ink) {
        page.empty("line", "class", style(ink), "x1", number(x1), "y1", number(y1), "x2", number(x2), "y2",
                number(y2));
    }

    @Override
    public void polyline(double[] xs, double[] ys, Ink ink) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < xs.length; i++) {
            append(path, xs[i], ys[i]);
        }
        page.empty("polyline", "class", style(ink), "points", path.toString());
    }

    @Override
    public void area(double[] xs, double[] tops, double[] bottoms, Ink ink) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < xs.length; i++) {
            append(path, xs[i], tops[i]);
        }
        for (int i = xs.length - 1; i >= 0; i--) {
            append(path, xs[i], bottoms[i]);
        }
        page.empty("polygon", "class", style(ink), "points", path.toString());
    }

    private static void append(StringBuilder path, double x, double y) {
        path.append(path.isEmpty() ? "" : " ").append(number(x)).append(',').append(number(y));
    }

    @Override
    public void text(double x, double y, String text, Anchor anchor, Ink ink) {
        page.leaf("text", text, "class", style(ink), "x", number(x), "y", number(y), "text-anchor",
                anchor.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public double width(String text) {
        return text.length() * LETTER;
    }

    private static String style(Ink ink) {
        return ink.name().toLowerCase(Locale.ROOT);
    }

    private static String number(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }
}
