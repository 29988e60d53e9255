package com.sentori.console.charts;

import java.util.ArrayList;
import java.util.List;

/** What a chart shows, in sentences for who does not see it: told when the chart gets the focus. FX thread. */
final class Summary {
    private Summary() {}

    static String of(LiveChart chart) {
        ChartTexts texts = chart.texts();
        Drawn shown = chart.shown();
        if (shown == null || !shown.any()) {
            return texts.get("summary.empty");
        }
        Frame frame = shown.frame();
        List<String> parts = new ArrayList<>();
        parts.add(texts.get("summary.lines", chart.visible().size(), chart.rulers().moment((long) frame.from()),
                chart.rulers().moment((long) frame.to())));
        for (int axis = 0; axis < frame.scales().size(); axis++) {
            Scale scale = frame.scales().get(axis);
            String unit = axis < chart.units().size() ? chart.units().get(axis) : "";
            parts.add(texts.get("summary.values", unit, chart.rulers().value(scale.bottom()),
                    chart.rulers().value(scale.top())).replace("  ", " "));
        }
        long stale = chart.visible().stream().filter(line -> line.samples().stale()).count();
        if (stale > 0) {
            parts.add(texts.get("summary.stale", stale));
        }
        if (!shown.gaps().isEmpty()) {
            parts.add(texts.get("summary.gaps", shown.gaps().size()));
        }
        int marks = chart.annotations().size();
        if (marks > 0) {
            parts.add(texts.get("summary.marks", marks));
        }
        return String.join(", ", parts);
    }
}
