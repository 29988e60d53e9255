package com.sentori.console.layouts;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Gives a window the size that it was left with, as far as the screen has room, and tells the model when it changes. FX thread. */
public final class KeptWindow {
    private final Stage window;
    private final LayoutModel model;

    private KeptWindow(Stage window, LayoutModel model) {
        this.window = window;
        this.model = model;
    }

    /** From before it is shown, until it is closed. */
    public static void follow(Stage window, LayoutModel model) {
        Layout.Size size = model.window();
        if (size != null) {
            Rectangle2D room = Screen.getPrimary().getVisualBounds();
            window.setWidth(Math.max(window.getMinWidth(), Math.min(size.width(), room.getWidth())));
            window.setHeight(Math.max(window.getMinHeight(), Math.min(size.height(), room.getHeight())));
            window.setMaximized(size.maximised());
        }
        KeptWindow kept = new KeptWindow(window, model);
        window.widthProperty().subscribe(kept::changed);
        window.heightProperty().subscribe(kept::changed);
        window.maximizedProperty().subscribe(kept::changed);
    }

    private void changed() {
        Layout.Size before = model.window();
        boolean large = window.isMaximized();
        boolean sized = !Double.isNaN(window.getWidth()) && !Double.isNaN(window.getHeight());
        if (!large && sized) {
            model.window(new Layout.Size(window.getWidth(), window.getHeight(), false));
        } else if (large && before != null) {
            model.window(new Layout.Size(before.width(), before.height(), true));
        }
    }
}
