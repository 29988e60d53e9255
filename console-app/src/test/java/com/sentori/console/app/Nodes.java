package com.sentori.console.app;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.text.Text;

/** All nodes of a scene: {@code lookupAll} knows no lists of selectors. FX thread. */
final class Nodes {
    private Nodes() {}

    static Stream<Node> under(Node root) {
        return root instanceof Parent parent
                ? Stream.concat(Stream.of(root),
                        parent.getChildrenUnmodifiable().stream().flatMap(Nodes::under))
                : Stream.of(root);
    }

    /** Those of a kind. */
    static <T> Stream<T> under(Node root, Class<T> kind) {
        return under(root).filter(kind::isInstance).map(kind::cast);
    }

    /** The texts that had to be shortened: such a label shows another text than it has, once what has just been said is laid out. */
    static List<String> clipped(Parent root) {
        root.applyCss();
        root.layout();
        return under(root, Labeled.class)
                .filter(labeled -> labeled.getText() != null && !labeled.getText().isEmpty() && isSeen(labeled)
                        && labeled.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY)
                .filter(labeled -> text(labeled) instanceof Text shown
                        && !shown.getText().equals(wanted(labeled)))
                .map(Labeled::getText)
                .toList();
    }

    /** What a folded pane holds has texts too. */
    private static Node text(Labeled labeled) {
        return labeled.lookup(labeled instanceof TitledPane ? ".title > .text" : ".text");
    }

    private static String wanted(Labeled labeled) {
        return labeled.isMnemonicParsing() ? labeled.getText().replace("_", "") : labeled.getText();
    }

    /** By how much a screen is wider than there is room for it. */
    static double sideways(Scene scene) {
        ScrollPane stage = (ScrollPane) scene.lookup("#stage");
        return stage.getContent().minWidth(-1) - stage.getViewportBounds().getWidth();
    }

    static boolean isSeen(Node node) {
        return Stream.<Node>iterate(node, each -> each != null, Node::getParent).allMatch(Node::isVisible);
    }
}
