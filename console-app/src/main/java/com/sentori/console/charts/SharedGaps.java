package com.sentori.console.charts;

import java.util.ArrayList;
import java.util.List;

/** The gaps that no line crosses, so that the chart says why. */
final class SharedGaps {
    /** With more lines than this only the first ones are asked. */
    private static final int ASKED = 32;

    private SharedGaps() {}

    /** Of the lines of a frame, in the order of their time. */
    static List<Gap> of(Frame frame) {
        List<Gap> shared = null;
        for (Frame.Line line : frame.lines().subList(0, Math.min(ASKED, frame.lines().size()))) {
            List<Gap> own = line.series().samples().gaps((long) frame.from(), (long) Math.ceil(frame.to()));
            shared = shared == null ? own : both(shared, own);
            if (shared.isEmpty()) {
                return List.of();
            }
        }
        return shared == null ? List.of() : shared;
    }

    private static List<Gap> both(List<Gap> some, List<Gap> others) {
        List<Gap> both = new ArrayList<>();
        for (Gap a : some) {
            for (Gap b : others) {
                if (a.touches(b.from(), b.to())) {
                    String reason = a.reason().isEmpty() ? b.reason() : a.reason();
                    both.add(new Gap(Math.max(a.from(), b.from()), Math.min(a.to(), b.to()), reason));
                }
            }
        }
        return both;
    }
}
