package com.sentori.console.cloud;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** How a measure went, small: a gap where a bucket is missing, and dashed what may still change. FX thread. */
final class Sparkline extends Pane {
    private static final double WIDTH = 80;
    private static final double HEIGHT = 20;
    private static final double GAP = 1.5;

    private final Path known = new Path();
    private final Path pending = new Path();

    Sparkline() {
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        known.getStyleClass().setAll("sparkline");
        pending.getStyleClass().setAll("sparkline", "pending");
        getChildren().setAll(known, pending);
    }

    /** Draws a course between two moments, in milliseconds since the epoch. */
    void show(Course course, long from, long to) {
        known.getElements().clear();
        pending.getElements().clear();
        double most = 0;
        double least = 0;
        for (double value : course.values()) {
            most = Math.max(most, value);
            least = Math.min(least, value);
        }
        double scale = most > least ? (HEIGHT - 2) / (most - least) : 0;
        for (int i = 0; i < course.values().length; i++) {
            double x = WIDTH * (course.ends()[i] - from) / Math.max(1, to - from);
            double y = HEIGHT - 1 - (course.values()[i] - least) * scale;
            if (x < 0 || x > WIDTH) {
                continue;
            }
            Path path = i < course.complete() ? known : pending;
            boolean apart = i == 0 || course.ends()[i] - course.ends()[i - 1] > GAP * course.step().toMillis();
            if (apart) {
                path.getElements().addAll(new MoveTo(Math.max(0, x - 1), y), new LineTo(x, y));
            } else {
                if (path.getElements().isEmpty()) {
                    double before = WIDTH * (course.ends()[i - 1] - from) / Math.max(1, to - from);
                    path.getElements()
                            .add(new MoveTo(Math.max(0, before),
                                    HEIGHT - 1 - (course.values()[i - 1] - least) * scale));
                }
                path.getElements().add(new LineTo(x, y));
            }
        }
    }
}
