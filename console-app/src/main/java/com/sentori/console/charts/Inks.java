package com.sentori.console.charts;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * The colours that the theme gives to what is painted and is no node: nodes of their own, never shown, take them from
 * the style sheet, so that a theme has one place.
 */
final class Inks {
    private final Rectangle ground = styled(new Rectangle(), "chart-ground");
    private final Line grid = styled(new Line(), "chart-grid");
    private final Line frame = styled(new Line(), "chart-frame");
    private final Line hatch = styled(new Line(), "chart-hatch");
    private final Text label = styled(new Text("0"), "chart-label");

    private static <T extends Node> T styled(T node, String style) {
        node.getStyleClass().add(style);
        node.setManaged(false);
        node.setVisible(false);
        return node;
    }

    List<Node> nodes() {
        return List.of(ground, grid, frame, hatch, label);
    }

    Paint grid() {
        return grid.getStroke();
    }

    Paint frame() {
        return frame.getStroke();
    }

    Paint hatch() {
        return hatch.getStroke();
    }

    Paint label() {
        return label.getFill();
    }

    Font font() {
        return label.getFont();
    }

    boolean isDark() {
        return ground.getFill() instanceof Color colour && colour.getBrightness() < 0.5;
    }
}
