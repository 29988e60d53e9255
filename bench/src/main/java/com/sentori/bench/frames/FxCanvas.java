package com.sentori.bench.frames;

import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** A canvas on which each line is stroked through the lowest and highest value of each column of pixels, found anew at each frame. */
final class FxCanvas implements Contender {
    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
    private final Feed feed;
    private final double[][] values;
    private final int[] heads;
    private final double[] x = new double[2 * WIDTH];
    private final double[] y = new double[2 * WIDTH];
    private long frames;

    FxCanvas(int series, int points) {
        long now = System.currentTimeMillis();
        feed = new Feed(series, points, now);
        values = new double[series][points];
        heads = new int[series];
        feed.until(now, this::take);
    }

    private void take(int line, long time, double value) {
        values[line][heads[line]] = value;
        heads[line] = (heads[line] + 1) % values[line].length;
    }

    @Override
    public Node node() {
        return canvas;
    }

    @Override
    public void pulse(long nanos) {
        feed.until(System.currentTimeMillis(), this::take);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, WIDTH, HEIGHT);
        for (int line = 0; line < values.length; line++) {
            int size = columns(values[line], heads[line]);
            g.setStroke(Color.hsb(line * 47 % 360, 0.8, 0.7));
            g.strokePolyline(x, y, size);
        }
        frames++;
    }

    private int columns(double[] samples, int head) {
        double[] low = new double[WIDTH];
        double[] high = new double[WIDTH];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < samples.length; i++) {
            int column = (int) ((long) i * WIDTH / samples.length);
            double value = samples[(head + i) % samples.length];
            low[column] = Math.min(low[column], value);
            high[column] = Math.max(high[column], value);
        }
        int size = 0;
        for (int column = 0; column < WIDTH; column++) {
            if (low[column] <= high[column]) {
                x[size] = column;
                y[size++] = (1 - low[column]) * HEIGHT;
                x[size] = column;
                y[size++] = (1 - high[column]) * HEIGHT;
            }
        }
        return size;
    }

    @Override
    public long frames() {
        return frames;
    }
}
