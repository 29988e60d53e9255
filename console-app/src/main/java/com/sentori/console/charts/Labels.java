package com.sentori.console.charts;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** How much room labels take. FX thread. */
final class Labels {
    private static final double STEP = 0.5;

    private Labels() {}

    static double width(String text, Font font) {
        Text measured = new Text(text);
        measured.setFont(font);
        return measured.getLayoutBounds().getWidth();
    }

    /** Widths of the axes, in coarse steps; an axis keeps its width unless a label does not fit or it could be much narrower. */
    static List<Double> axisWidths(List<Scale> scales, List<String> units, Rulers rulers, Geometry place, Font font) {
        List<Double> widths = new ArrayList<>();
        for (int axis = 0; axis < scales.size(); axis++) {
            double widest = scales.size() > 1 && axis < units.size() ? width(units.get(axis), font) : 0;
            for (Tick tick : rulers.values(scales.get(axis), Ground.mostValues(place))) {
                widest = Math.max(widest, width(tick.label(), font));
            }
            double step = place.em() * STEP;
            double wanted = Math.max(place.em() * Geometry.LEAST_AXIS, Math.ceil((widest + place.em()) / step) * step);
            double now = axis < place.axisWidths().size() ? place.axisWidths().get(axis) : 0;
            widths.add(now >= wanted && now <= wanted + 2 * step ? now : wanted);
        }
        return widths;
    }
}
