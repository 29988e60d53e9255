package com.sentori.console.charts;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/** What the crosshair shows of one line: a dot on it, and a row in the box. Used for another sample with each frame, as new nodes would have to be styled. FX thread. */
final class ReadingRow {
    private static final double DOT = 3.5;
    private static final PseudoClass NEAREST = PseudoClass.getPseudoClass("nearest");

    private final Circle dot = new Circle(DOT);
    private final Circle swatch = new Circle(DOT);
    private final Label name = new Label();
    private final Label value = new Label();
    private final HBox row;

    ReadingRow() {
        dot.getStyleClass().add("chart-dot");
        name.getStyleClass().add("chart-reading-name");
        value.getStyleClass().add("chart-reading-value");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        row = new HBox(swatch, name, gap, value);
        row.getStyleClass().add("chart-reading-row");
    }

    Node dot() {
        return dot;
    }

    Node row() {
        return row;
    }

    void show(String line, String words, Color colour, boolean nearest) {
        name.setText(line);
        value.setText(words);
        dot.setFill(colour);
        swatch.setFill(colour);
        name.pseudoClassStateChanged(NEAREST, nearest);
        value.pseudoClassStateChanged(NEAREST, nearest);
    }

    /** There is nothing to put the dot to. */
    void noPlace() {
        dot.setVisible(false);
    }

    /** Puts the dot there, if that is within the plot. */
    void place(double x, double y, Geometry place) {
        dot.setCenterX(x);
        dot.setCenterY(y);
        dot.setVisible(y >= place.top() && y <= place.bottom() && x >= place.left() && x <= place.right());
    }
}
