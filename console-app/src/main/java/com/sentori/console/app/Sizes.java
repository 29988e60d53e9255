package com.sentori.console.app;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javafx.scene.Scene;

/** How large what opens in a window of its own is written: menus, tips, dialogs. They are no part of what {@link Scaled} enlarges. */
final class Sizes {
    private static final String FORM = "data:text/css;base64,";
    private static final double NORMAL = 13;

    private Sizes() {}

    /** Gives a scene the sheet for so many percent in place of the one before. FX thread. */
    static void apply(Scene scene, int percent) {
        String size = NORMAL * percent / 100 + "px";
        String sheet = ".root.popup, .root.dialog-pane, .root.tooltip, .tooltip { -fx-font-size: " + size + "; }";
        scene.getStylesheets().removeIf(each -> each.startsWith(FORM));
        scene.getStylesheets()
                .add(FORM + Base64.getEncoder().encodeToString(sheet.getBytes(StandardCharsets.UTF_8)));
    }
}
