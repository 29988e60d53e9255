package com.sentori.console.charts;

import com.sentori.console.thresholds.Severity;
import java.util.ArrayList;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** The colours that a style sheet gives to a chart; {@code chart.css} takes them from the theme. */
final class Inks {
    private static final int HUES = 8;
    private static final double NEXT_HUE = 22;
    private static final double PALER = 0.6;
    private static final StyleablePropertyFactory<LiveChart> FACTORY = new StyleablePropertyFactory<>(
            Region.getClassCssMetaData());

    private final StyleableProperty<Color> ground;
    private final StyleableProperty<Color> grid;
    private final StyleableProperty<Color> frame;
    private final StyleableProperty<Color> text;
    private final StyleableProperty<Color> hatch;
    private final StyleableProperty<Color> stale;
    private final StyleableProperty<Color> warn;
    private final StyleableProperty<Color> critical;
    private final List<StyleableProperty<Color>> hues = new ArrayList<>();

    Inks(LiveChart chart) {
        ground = FACTORY.createStyleableColorProperty(chart, "ground", "-chart-background", c -> c.inks().ground,
                Color.WHITE);
        grid = FACTORY.createStyleableColorProperty(chart, "grid", "-chart-grid", c -> c.inks().grid, Color.LIGHTGRAY);
        frame = FACTORY.createStyleableColorProperty(chart, "frame", "-chart-frame", c -> c.inks().frame, Color.GRAY);
        text = FACTORY.createStyleableColorProperty(chart, "text", "-chart-text", c -> c.inks().text, Color.GRAY);
        hatch = FACTORY.createStyleableColorProperty(chart, "hatch", "-chart-hatch", c -> c.inks().hatch,
                Color.LIGHTGRAY);
        stale = FACTORY.createStyleableColorProperty(chart, "stale", "-chart-stale", c -> c.inks().stale, Color.GRAY);
        warn = FACTORY.createStyleableColorProperty(chart, "warn", "-chart-warn", c -> c.inks().warn, Color.ORANGE);
        critical = FACTORY.createStyleableColorProperty(chart, "critical", "-chart-critical", c -> c.inks().critical,
                Color.RED);
        for (int i = 0; i < HUES; i++) {
            int hue = i;
            hues.add(FACTORY.createStyleableColorProperty(chart, "series" + (i + 1), "-chart-series-" + (i + 1),
                    c -> c.inks().hues.get(hue), Color.hsb(360.0 * i / HUES, 0.8, 0.7)));
        }
    }

    static List<CssMetaData<? extends Styleable, ?>> metaData() {
        return FACTORY.getCssMetaData();
    }

    Color ground() {
        return ground.getValue();
    }

    Color grid() {
        return grid.getValue();
    }

    Color frame() {
        return frame.getValue();
    }

    Color text() {
        return text.getValue();
    }

    Color hatch() {
        return hatch.getValue();
    }

    /** Of lines whose newest sample is too old. */
    Color stale() {
        return stale.getValue();
    }

    /** Of what lies beyond a limit. */
    Color of(Severity severity) {
        return severity == Severity.CRITICAL ? critical.getValue() : warn.getValue();
    }

    /** All colours, to see whether the theme changed. */
    int state() {
        int state = 31 * (31 * (31 * ground().hashCode() + grid().hashCode()) + text().hashCode()) + hatch().hashCode();
        state = 31 * (31 * state + stale().hashCode()) + of(Severity.WARN).hashCode();
        for (StyleableProperty<Color> hue : hues) {
            state = 31 * state + hue.getValue().hashCode();
        }
        return state;
    }

    /** The colour of a place in the palette; from the ninth on the eight come again, shifted in hue and then paler. */
    Color series(int index) {
        Color colour = hues.get(index % HUES).getValue();
        int round = index / HUES % 4;
        Color shifted = round % 2 == 0 ? colour : colour.deriveColor(NEXT_HUE, 1, 1, 1);
        return round < 2 ? shifted : shifted.interpolate(ground(), 1 - PALER);
    }

    /** Of not premultiplied, at another opacity. */
    static Color colour(int argb, double opacity) {
        return Color.rgb(argb >>> 16 & 255, argb >>> 8 & 255, argb & 255, opacity);
    }

    /** Not premultiplied. */
    static int argb(Color colour, double opacity) {
        return (int) Math.round(colour.getOpacity() * opacity * 255) << 24
                | (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8 | (int) Math.round(colour.getBlue() * 255);
    }
}
