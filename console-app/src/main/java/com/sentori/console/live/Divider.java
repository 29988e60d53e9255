package com.sentori.console.live;

import javafx.beans.property.DoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/**
 * The line between the charts and what stands beside them: it keeps the width of the latter, which people set by dragging it. Where there is no
 * room beside them, that stands below, as high as it needs to be. FX thread.
 */
final class Divider {
    private final SplitPane pane;
    private final Node side;
    private DoubleProperty width;
    private boolean placed;

    /** Of a pane with two parts, the second of which has this width. */
    Divider(SplitPane pane, DoubleProperty width) {
        this.pane = pane;
        this.side = pane.getItems().getLast();
        this.width = width;
        SplitPane.setResizableWithParent(side, false);
        pane.widthProperty().subscribe((_, _) -> {
            if (!placed) {
                place();
            }
        });
        pane.orientationProperty().subscribe((_, _) -> use(this.width));
        pane.getDividers().getFirst().positionProperty().subscribe((_, position) -> {
            double now = Math.rint(pane.getWidth() * (1 - position.doubleValue()));
            if (placed && now > 0 && isBeside()) {
                this.width.set(now);
            }
        });
    }

    /** Gives the second part another width, and keeps that. */
    void use(DoubleProperty other) {
        width = other;
        placed = false;
        place();
    }

    private void place() {
        if (pane.getWidth() > 0) {
            pane.setDividerPosition(0, isBeside() ? 1 - width.get() / pane.getWidth() : 1);
            placed = true;
        }
    }

    private boolean isBeside() {
        return pane.getOrientation() == Orientation.HORIZONTAL;
    }
}
