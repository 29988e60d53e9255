package com.sentori.console.charts;

import javafx.scene.paint.Color;

/**
 * Colours of series: hues a golden angle apart, so that neighbours differ however many there are, at a brightness
 * that stands out from the background.
 */
public final class Palette {
    private static final double GOLDEN_ANGLE = 137.508;
    private static final double FIRST_HUE = 212;

    private Palette() {}

    /** The colour at this place, for a light or a dark background. */
    public static Color colour(int index, boolean dark) {
        double hue = (FIRST_HUE + index * GOLDEN_ANGLE) % 360;
        // Yellows and greens look brighter than blues of the same value: taken back a little on white.
        double glare = hue > 40 && hue < 190 ? 0.16 : 0;
        return dark ? Color.hsb(hue, 0.55, 0.95) : Color.hsb(hue, 0.80, 0.78 - glare);
    }

    static int argb(Color colour) {
        return 0xFF000000 | (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8 | (int) Math.round(colour.getBlue() * 255);
    }
}
