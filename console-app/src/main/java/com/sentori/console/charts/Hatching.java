package com.sentori.console.charts;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A span of columns in which no line has a point: never one that a line crosses.
 *
 * @param from its first column
 * @param to the column behind it
 * @param reason why, for people; empty if nobody knows
 */
record Hatching(int from, int to, String reason) {
    /** Columns without any line from which they count. */
    static final int LEAST = 6;

    /** The gaps of a frame. What lies before all samples is none, unless a reason is known; a tail is one when it is older than {@code staleMillis}. */
    static List<Hatching> of(Drawn drawn, long staleMillis) {
        Frame frame = drawn.frame();
        List<Hatching> found = new ArrayList<>();
        BitSet covered = drawn.covered();
        int columns = frame.width();
        int column = covered.nextSetBit(0);
        while (column >= 0 && column < columns) {
            int from = covered.nextClearBit(column);
            int next = covered.nextSetBit(from);
            int end = next < 0 ? columns : next;
            boolean late = next >= 0 || (end - from) * frame.millisPerColumn() > staleMillis;
            if (late && end - from >= LEAST) {
                found.add(new Hatching(from, end, reason(drawn, from, end)));
            }
            column = next;
        }
        for (Gap gap : drawn.gaps()) {
            int from = (int) Math.clamp(frame.x(gap.from()), 0, columns);
            int to = (int) Math.clamp(frame.x(gap.to()), 0, columns);
            boolean crossed = covered.get(Math.min(from + 1, to), to).cardinality() > 0;
            if (to - from >= LEAST && !crossed && found.stream().noneMatch(each -> each.from < to && each.to > from)) {
                found.add(new Hatching(from, to, gap.reason()));
            }
        }
        return found;
    }

    private static String reason(Drawn drawn, int from, int to) {
        Frame frame = drawn.frame();
        return drawn.gaps()
                .stream()
                .filter(gap -> !gap.reason().isEmpty() && gap.touches((long) frame.time(from), (long) frame.time(to)))
                .map(Gap::reason)
                .findFirst()
                .orElse("");
    }
}
