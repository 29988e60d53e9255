package com.sentori.console.app;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/** How well texts are told from what they stand on, as they are drawn: WCAG 2.2, "contrast ratio" and "relative luminance". FX thread. */
final class Contrast {
    /**
     * A text that is told too badly.
     *
     * @param text as drawn
     * @param ratio of it and what it stands on
     */
    record Weak(String text, double ratio, Color ink, Color ground) {}

    private Contrast() {}

    /** The texts of a scene below a ratio; what is disabled, or not seen, does not count. */
    static List<Weak> below(double least, Node root) {
        List<Weak> weak = new ArrayList<>();
        look(root, Color.WHITE, least, weak);
        return weak;
    }

    private static void look(Node node, Color behind, double least, List<Weak> weak) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        Color ground = behind;
        if (node instanceof Region region && region.getBackground() != null) {
            for (BackgroundFill fill : region.getBackground().getFills()) {
                if (fill.getFill() instanceof Color colour) {
                    ground = over(colour, ground);
                }
            }
        }
        if (node instanceof Text text && !text.getText().isBlank() && text.getFill() instanceof Color ink) {
            double ratio = ratio(over(ink.deriveColor(0, 1, 1, node.getOpacity()), ground), ground);
            if (ratio < least) {
                weak.add(new Weak(text.getText(), Math.round(ratio * 100) / 100.0, ink, ground));
            }
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                look(child, ground, least, weak);
            }
        }
    }

    private static Color over(Color above, Color below) {
        double opacity = above.getOpacity();
        return new Color(above.getRed() * opacity + below.getRed() * (1 - opacity),
                above.getGreen() * opacity + below.getGreen() * (1 - opacity),
                above.getBlue() * opacity + below.getBlue() * (1 - opacity), 1);
    }

    static double ratio(Color one, Color other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
