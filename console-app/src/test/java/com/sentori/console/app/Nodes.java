package com.sentori.console.app;

import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;

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

    static boolean isSeen(Node node) {
        return Stream.<Node>iterate(node, each -> each != null, Node::getParent).allMatch(Node::isVisible);
    }
}
