package com.sentori.console.charts;

import com.sentori.console.charts.Samples.Sample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A gap of one line, where other lines may go on: a span of columns, and the heights at which the line breaks and goes on.
 *
 * @param from its first column
 * @param to the column behind it
 * @param top share of the height from above
 * @param bottom share of the height from above, not above {@code top}
 * @param argb colour of the line
 * @param reason why, for people; empty if nobody knows
 */
record LineGap(int from, int to, double top, double bottom, int argb, String reason) {
    /** From the last sample before it to the first one behind it; without such it goes on to {@code end}, epoch milliseconds. */
    static LineGap of(Frame frame, Frame.Line line, Sample before, @Nullable Sample behind, long end, String reason) {
        Scale scale = frame.scales().get(line.axis());
        double left = scale.down(before.value());
        double right = behind == null ? left : scale.down(behind.value());
        int to = (int) Math.clamp(frame.x(behind == null ? end : behind.time()), 0, frame.width());
        return new LineGap((int) Math.clamp(frame.x(before.time()) + 1, 0, to), to, Math.min(left, right),
                Math.max(left, right), line.argb(), reason);
    }

    /** Those that stand for something that is not hatched already as a gap of all lines. */
    static List<LineGap> beside(List<LineGap> own, List<Hatching> shared) {
        return own.stream().filter(gap -> gap.to - gap.from - gap.within(shared) >= Hatching.LEAST).toList();
    }

    /** How many of its columns lie in these. */
    private int within(List<Hatching> shared) {
        return shared.stream()
                .mapToInt(each -> Math.max(0, Math.min(to, each.to()) - Math.max(from, each.from())))
                .sum();
    }
}
