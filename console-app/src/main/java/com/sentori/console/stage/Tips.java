package com.sentori.console.stage;

import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/** Tips that are made when a pointer comes: one takes as long to make as a button, and few are ever seen. For what the window begins with. FX thread. */
public final class Tips {
    private Tips() {}

    /** Says what a control does while a pointer is over it, in the words of its accessible text. */
    public static void over(Control control) {
        control.addEventFilter(MouseEvent.MOUSE_ENTERED, _ -> {
            if (control.getTooltip() == null) {
                Tooltip tip = new Tooltip();
                tip.textProperty().bind(control.accessibleTextProperty());
                control.setTooltip(tip);
            }
        });
    }
}
