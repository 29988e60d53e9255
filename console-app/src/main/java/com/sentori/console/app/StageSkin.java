package com.sentori.console.app;

import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.ScrollPaneSkin;
import javafx.util.Subscription;

/**
 * Scrolls as ever, and has a scroll bar when there is something to scroll: one that is hidden is eight nodes that are styled for nothing. Its
 * content is painted where it changes: the picture that a scroll pane keeps of its content is painted anew, all of it, for every point of a
 * live chart. FX thread.
 */
final class StageSkin extends ScrollPaneSkin {
    private final Subscription subscription;

    StageSkin(ScrollPane pane) {
        super(pane);
        getChildren().stream()
                .filter(child -> child.getStyleClass().contains("viewport"))
                .forEach(viewport -> viewport.setCache(false));
        subscription = Subscription.combine(follow(getHorizontalScrollBar()), follow(getVerticalScrollBar()));
    }

    private Subscription follow(ScrollBar bar) {
        return bar.visibleProperty().subscribe(shown -> show(bar, shown));
    }

    private void show(ScrollBar bar, boolean shown) {
        if (!shown) {
            getChildren().remove(bar);
        } else if (!getChildren().contains(bar)) {
            getChildren().add(bar);
            // The room that it takes is asked for at once.
            bar.applyCss();
        }
    }

    @Override
    public void dispose() {
        subscription.unsubscribe();
        super.dispose();
    }
}
