package com.sentori.console.live;

import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/**
 * The line between the charts and what stands beside them: it keeps the width of the latter, which people set by dragging it. Charts keep at least
 * half, and what had to give way for that comes back with the room. Where there is no room beside them, that stands below, as high as it needs to
 * be. FX thread.
 */
final class Divider {
    private static final double MOST = 0.5;

    private final SplitPane pane;
    private DoubleProperty width;
    private boolean placed;

    /** Of a pane with two parts, the second of which has this width. */
    Divider(SplitPane pane, DoubleProperty width) {
        this.pane = pane;
        this.width = width;
        SplitPane.setResizableWithParent(pane.getItems().getLast(), false);
        pane.widthProperty().subscribe((_, _) -> placeAgain());
        pane.orientationProperty().subscribe((_, _) -> placeAgain());
        pane.getDividers().getFirst().positionProperty().subscribe((_, position) -> {
            double now = widthAt(position.doubleValue());
            if (placed && isBeside() && now > 0 && now <= MOST * pane.getWidth()) {
                this.width.set(now);
            }
        });
    }

    /** Gives the second part another width, and keeps that. */
    void use(DoubleProperty other) {
        width = other;
        place();
    }

    /** After the layout, which shares out the new room by itself: that is nobody's wish. */
    private void placeAgain() {
        placed = false;
        Platform.runLater(this::place);
    }

    /** Goes to where its width says, if it was not dragged there. */
    void follow() {
        if (placed && isBeside() && widthAt(pane.getDividerPositions()[0]) != Math.rint(width.get())) {
            place();
        }
    }

    private double widthAt(double position) {
        return Math.rint(pane.getWidth() * (1 - position));
    }

    private void place() {
        placed = false;
        if (pane.getWidth() > 0) {
            pane.setDividerPosition(0, isBeside() ? 1 - Math.min(MOST, width.get() / pane.getWidth()) : 1);
            placed = true;
        }
    }

    private boolean isBeside() {
        return pane.getOrientation() == Orientation.HORIZONTAL;
    }
}
