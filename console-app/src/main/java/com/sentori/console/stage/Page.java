package com.sentori.console.stage;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;

/**
 * Scrolls what a screen has below its head. Where there is little room, because everything is large, it is as high as what it holds, so that
 * the whole screen scrolls, and the head does not stand in the way. FX thread.
 */
public final class Page extends ScrollPane {
    /** A width below which there is little room. */
    public static final double LITTLE = 800;

    /** An empty one, as layouts make it. */
    public Page() {
        setFitToWidth(true);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return width >= 0 && width < LITTLE ? prefHeight(width) : super.computeMinHeight(width);
    }
}
