package com.sentori.console.stage;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A view that makes its nodes itself, in place of a layout in FXML: for what the window begins with, as reading a layout takes
 * much of a start (ADR 21). FX thread.
 */
public interface Built {
    /** Its nodes, bound; asked for once. */
    Parent build();

    /** A node that style sheet and tests know by this name. */
    static <N extends Node> N named(String id, N node) {
        node.setId(id);
        return node;
    }

    /** A node with more style classes. */
    static <N extends Node> N styled(N node, String... styleClasses) {
        node.getStyleClass().addAll(styleClasses);
        return node;
    }

    /** A label of one line. */
    static Label label(String text, String... styleClasses) {
        return styled(new Label(text), styleClasses);
    }

    /** A label whose text will be as many lines as it takes. */
    static Label sentence(@Nullable String id, String... styleClasses) {
        Label label = styled(new Label(), styleClasses);
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** A button that shows an icon, and says in words what it does. */
    static Button icon(Button button, String icon, String words, String... styleClasses) {
        button.setGraphic(new FontIcon(icon));
        button.setAccessibleText(words);
        return styled(button, styleClasses);
    }

    /**
     * Has those of them in a pane, in this order, that say something: a label without a text would be styled and laid out for nothing.
     *
     * @param parts all that the pane may have
     */
    static void showFilled(Pane pane, List<? extends Node> parts) {
        List<Node> shown = pane.getChildren();
        int at = 0;
        for (Node part : parts) {
            if (part instanceof Label label && label.getText().isEmpty()) {
                shown.remove(part);
            } else {
                if (!shown.contains(part)) {
                    shown.add(at, part);
                }
                at++;
            }
        }
    }
}
