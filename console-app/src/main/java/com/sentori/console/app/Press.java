package com.sentori.console.app;

import com.sentori.console.palette.Command;
import com.sentori.console.stage.Desk;
import com.sentori.console.stage.Place;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;

/**
 * Shows a screen and presses one of its buttons: so a command can be given whenever its button can be pressed, and does the same.
 *
 * @param scenery the screens as they are loaded at the moment
 * @param place the screen
 * @param id of the button on it
 */
record Press(Supplier<Scenery> scenery, Desk desk, Place place, String id) implements Command.Act {
    @Override
    public boolean now() {
        desk.go(place);
        Parent screen = scenery.get().of(place);
        // What lies in a pane that scrolls is found once the pane has its skin.
        screen.applyCss();
        if (!(screen.lookup("#" + id) instanceof ButtonBase button) || button.isDisabled() || !isSeen(button)) {
            return false;
        }
        if (button instanceof MenuButton menu) {
            menu.show();
        } else {
            button.fire();
        }
        return true;
    }

    private static boolean isSeen(Node node) {
        return Stream.<Node>iterate(node, each -> each != null, Node::getParent).allMatch(Node::isVisible);
    }
}
