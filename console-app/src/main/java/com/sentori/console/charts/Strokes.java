package com.sentori.console.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Keeps a line as pieces of points, in shares of the plot. */
final class Strokes implements Pen {
    private final int width;
    private final int height;
    private final List<double[]> pieces = new ArrayList<>();
    private double[] points = new double[64];
    private int size;

    Strokes(int width, int height) {
        this.width = width;
        this.height = height;
    }

    @Override
    public void line(double x0, double y0, double x1, double y1) {
        if (size == 0 || points[size - 2] != x0 / width || points[size - 1] != y0 / height) {
            if (size > 0 && x0 / width > points[size - 2] + 1.0 / width) {
                end();
            }
            add(x0, y0);
        }
        add(x1, y1);
    }

    @Override
    public void box(int column, double top, double bottom) {
        if (size > 0 && column + 0.5 > points[size - 2] * width + 1) {
            end();
        }
        double last = size == 0 ? top : points[size - 1] * height;
        boolean down = Math.abs(last - top) <= Math.abs(last - bottom);
        add(column + 0.5, down ? top : bottom);
        add(column + 0.5, down ? bottom : top);
    }

    @Override
    public void dot(double x, double y) {
        end();
        add(x, y);
        add(x, y);
        end();
    }

    private void add(double x, double y) {
        if (size + 2 > points.length) {
            points = Arrays.copyOf(points, points.length * 2);
        }
        points[size++] = x / width;
        points[size++] = y / height;
    }

    private void end() {
        if (size > 0) {
            pieces.add(Arrays.copyOf(points, size));
            size = 0;
        }
    }

    List<double[]> pieces() {
        end();
        return pieces;
    }
}
