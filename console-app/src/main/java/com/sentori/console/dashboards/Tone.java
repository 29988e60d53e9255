package com.sentori.console.dashboards;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a colour of a dashboard means: the console has its own colours, one set for each theme. */
public enum Tone {
    /** It means nothing. */
    NEUTRAL,
    /** It only stands out. */
    ACCENT,
    /** All is well. */
    GOOD,
    /** To be looked at. */
    WARN,
    /** To be acted upon. */
    BAD;

    private static final Pattern HEX = Pattern.compile("#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})");
    private static final double GREY = 0.15;

    /** Of one of Grafana's names, such as {@code semi-dark-green}, or of {@code #rrggbb}; others mean nothing. */
    public static Tone of(String colour) {
        String name = colour.toLowerCase(Locale.ROOT);
        if (HEX.matcher(name).matches()) {
            double hue = hue(name);
            return hue < 0 ? NEUTRAL : hue < 18 || hue >= 330 ? BAD : hue < 66 ? WARN : hue < 170 ? GOOD : ACCENT;
        }
        return name.endsWith("green")
                ? GOOD
                : name.endsWith("yellow") || name.endsWith("orange")
                        ? WARN
                        : name.endsWith("red")
                                ? BAD
                                : name.endsWith("blue") || name.endsWith("purple") ? ACCENT : NEUTRAL;
    }

    /** Degrees; -1 for grey. */
    static double hue(String hex) {
        String digits = hex.length() == 4 ? hex.replaceAll("([0-9a-f])", "$1$1") : hex;
        int rgb = Integer.parseInt(digits.substring(1), 16);
        double red = (rgb >> 16 & 255) / 255.0;
        double green = (rgb >> 8 & 255) / 255.0;
        double blue = (rgb & 255) / 255.0;
        double most = Math.max(red, Math.max(green, blue));
        double spread = most - Math.min(red, Math.min(green, blue));
        if (spread < GREY) {
            return -1;
        }
        double sector = most == red
                ? (green - blue) / spread
                : most == green ? 2 + (blue - red) / spread : 4 + (red - green) / spread;
        return (sector * 60 + 360) % 360;
    }
}
