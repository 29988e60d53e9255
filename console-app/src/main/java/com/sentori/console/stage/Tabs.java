package com.sentori.console.stage;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/** Tabs that ask for the height that what they show needs at least: JavaFX's own ask for none, and cut it. FX thread. */
public final class Tabs extends TabPane {
    /** None yet, as layouts make it. */
    public Tabs() {}

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        Node heads = lookup(".tab-header-area");
        Tab shown = getSelectionModel().getSelectedItem();
        return heads == null || shown == null || shown.getContent() == null
                ? super.computeMinHeight(width)
                : heads.prefHeight(-1) + shown.getContent().minHeight(width);
    }
}
