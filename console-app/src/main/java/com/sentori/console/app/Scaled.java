package com.sentori.console.app;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.util.Subscription;

/** Shows its content larger than it is laid out, as large as the operator wants it. FX thread. */
final class Scaled extends Region {
    private static final double PERCENT = 100;

    private final Region content;
    private final Scale scale = new Scale();
    private final Subscription subscription;

    /**
     * Of this content.
     *
     * @param percent how large
     */
    Scaled(Region content, ReadOnlyIntegerProperty percent) {
        this.content = content;
        getStyleClass().add("scaled");
        content.getTransforms().add(scale);
        getChildren().setAll(content);
        subscription = percent.subscribe(wanted -> {
            scale.setX(wanted.intValue() / PERCENT);
            scale.setY(wanted.intValue() / PERCENT);
            requestLayout();
        });
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / scale.getX(), getHeight() / scale.getY());
    }

    void release() {
        subscription.unsubscribe();
    }
}
