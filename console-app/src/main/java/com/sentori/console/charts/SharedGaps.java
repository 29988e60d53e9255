package com.sentori.console.charts;

import java.util.ArrayList;
import java.util.List;

/** The gaps that no line crosses, so that the chart says why. */
final class SharedGaps {
    private SharedGaps() {}

    /** Of the lines of a frame, in the order of their time; all are asked, until one of them has none of these gaps. */
    static List<Gap> of(List<Trace> lines) {
        List<Gap> shared = null;
        for (Trace line : lines) {
            shared = shared == null ? line.gaps() : both(shared, line.gaps());
            if (shared.isEmpty()) {
                return List.of();
            }
        }
        return shared == null ? List.of() : shared;
    }

    /** What lies in both; each is gone through once, as a line may have thousands. */
    private static List<Gap> both(List<Gap> some, List<Gap> others) {
        List<Gap> both = new ArrayList<>();
        for (int i = 0, j = 0; i < some.size() && j < others.size();) {
            Gap a = some.get(i);
            Gap b = others.get(j);
            if (a.touches(b.from(), b.to())) {
                String reason = a.reason().isEmpty() ? b.reason() : a.reason();
                both.add(new Gap(Math.max(a.from(), b.from()), Math.min(a.to(), b.to()), reason));
            }
            if (a.to() < b.to()) {
                i++;
            } else {
                j++;
            }
        }
        return both;
    }
}
