package com.sentori.console.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Tells when a node comes into sight and goes out of it: it is in a scene of a window that is open and not minimised, and neither it nor what it lies in is
 * invisible. It listens and never polls, so that what is out of sight costs nothing. FX thread.
 */
public final class Sight implements AutoCloseable {
    private final Node node;
    private final Consumer<Boolean> told;
    private final List<Observable> watched = new ArrayList<>();
    private final InvalidationListener look = _ -> look();
    private boolean inSight;

    /** Tells at once if the node is in sight. */
    public Sight(Node node, Consumer<Boolean> told) {
        this.node = node;
        this.told = told;
        look();
    }

    /** Watches the way from the node up to the window as it is now, and tells what changed. */
    private void look() {
        watched.forEach(each -> each.removeListener(look));
        watched.clear();
        boolean seen = true;
        for (Node up = node; up != null; up = up.getParent()) {
            seen &= up.isVisible();
            watched.add(up.visibleProperty());
            watched.add(up.parentProperty());
        }
        watched.add(node.sceneProperty());
        Scene scene = node.getScene();
        Window window = null;
        if (scene != null) {
            watched.add(scene.windowProperty());
            window = scene.getWindow();
        }
        seen &= window != null && window.isShowing();
        if (window != null) {
            watched.add(window.showingProperty());
        }
        if (window instanceof Stage stage) {
            watched.add(stage.iconifiedProperty());
            seen &= !stage.isIconified();
        }
        watched.forEach(each -> each.addListener(look));
        if (seen != inSight) {
            inSight = seen;
            told.accept(seen);
        }
    }

    /** Watches no more; the node counts as out of sight. */
    @Override
    public void close() {
        watched.forEach(each -> each.removeListener(look));
        watched.clear();
        if (inSight) {
            inSight = false;
            told.accept(false);
        }
    }
}
