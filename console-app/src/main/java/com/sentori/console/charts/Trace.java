package com.sentori.console.charts;

import com.sentori.console.charts.Samples.Sample;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one series has in the columns of a frame, kept from frame to frame: as long as samples come in order and the picture only moves on, a frame looks at the
 * new samples alone. Not thread-safe.
 */
final class Trace {
    /** Steps of the series' own cadence without a sample that make a gap. */
    static final double GAP_STEPS = 2.5;
    /** By how much a cadence has to differ from the one that was drawn with, so that lines break and join elsewhere. */
    private static final double CADENCE_CHANGE = 1.25;

    /** Columns left of the picture that are kept too, since what lies there may stand into it. */
    private static final int MARGIN = 8;

    private final Samples samples;
    private @Nullable PixelColumns columns;
    private long left;
    private long foldedTo;
    private long changes = -1;
    private long disorder;
    private long firstColumn;
    private long lastTime = Samples.NONE;
    private double gapMillis = Double.POSITIVE_INFINITY;
    private List<Gap> gaps = List.of();
    private @Nullable Sample after;
    private final Extremes extremes = new Extremes();

    Trace(Samples samples) {
        this.samples = samples;
    }

    /** Takes in what has come since the last frame; gives the first column, counted from the frame's left edge, from which on the line differs. */
    int refresh(Frame frame) {
        // Asked before the samples: what comes in between is folded now and once more next time, which changes nothing.
        long seenChanges = samples.changes();
        long seenDisorder = samples.disorder();
        long newest = samples.newestTime();
        long oldest = samples.oldestTime();
        long right = frame.left() + frame.width() - 1;
        PixelColumns kept = columns;
        PixelColumns now = kept != null && kept.perMilli() == 1 / frame.millisPerColumn()
                && kept.capacity() == frame.width() + MARGIN
                        ? kept
                        : new PixelColumns(frame.millisPerColumn(), frame.width() + MARGIN);
        boolean goesOn = now == kept && seenDisorder == disorder && frame.left() >= left;
        boolean retuned = retune(frame);
        boolean anew = !goesOn || retuned;
        if (!goesOn) {
            now.clear();
            lastTime = Samples.NONE;
        }
        long begin = frame.left() - MARGIN;
        boolean news = seenChanges != changes || after != null;
        long known = lastTime;
        if (!goesOn || news) {
            long from = goesOn ? Math.max(foldedTo, begin) : begin;
            samples.fold(now.startOf(from), now.startOf(right + 1), now);
            foldedTo = newest == Samples.NONE ? begin : Math.clamp(now.columnOf(newest), begin, right);
            int slot = now.slot(foldedTo);
            lastTime = now.has(foldedTo, slot) ? now.lastTime(slot) : lastTime;
            after = newest >= now.startOf(right + 1) ? samples.atOrAfter(now.startOf(right + 1)) : null;
        }
        firstColumn = oldest == Samples.NONE ? begin : Math.max(begin, now.columnOf(oldest));
        long changed = !news ? right + 1 : known == Samples.NONE ? firstColumn : now.columnOf(known);
        extremes.measure(now, Math.max(firstColumn, frame.left()), right, !goesOn, changed);
        columns = now;
        left = frame.left();
        changes = seenChanges;
        disorder = seenDisorder;
        if (anew) {
            return 0;
        }
        return news ? known == Samples.NONE ? 0 : column(now.columnOf(known), frame) : Integer.MAX_VALUE;
    }

    private static int column(long column, Frame frame) {
        return Math.clamp(column - frame.left(), 0, frame.width());
    }

    /** Takes over where lines break; whether that changed. */
    private boolean retune(Frame frame) {
        double cadence = samples.cadenceMillis();
        double wanted = Double.isNaN(cadence) ? Double.POSITIVE_INFINITY : cadence * GAP_STEPS;
        boolean other = Double.isInfinite(wanted) != Double.isInfinite(gapMillis)
                || wanted > gapMillis * CADENCE_CHANGE || wanted < gapMillis / CADENCE_CHANGE;
        if (other) {
            gapMillis = wanted;
        }
        List<Gap> known = samples.gaps((long) frame.from(), (long) Math.ceil(frame.to()));
        boolean moved = !known.equals(gaps);
        gaps = known;
        return other || moved;
    }

    /** Spans without samples whose reason is known, in the order of their time. */
    List<Gap> gaps() {
        return gaps;
    }

    /** Adds where the line breaks in view, if that is wide enough to be seen; behind its newest sample only if the reason is known. */
    void breaks(Frame frame, Frame.Line line, List<LineGap> found) {
        PixelColumns now = columns;
        if (now == null) {
            return;
        }
        Sample before = entry(now, frame.left());
        for (long column = Math.max(firstColumn, frame.left()); column < frame.left() + frame.width(); column++) {
            int slot = now.slot(column);
            if (now.has(column, slot)) {
                if (before != null) {
                    between(frame, line, before, new Sample(now.firstTime(slot), now.first(slot)), found);
                }
                before = new Sample(now.lastTime(slot), now.last(slot));
            }
        }
        Sample exit = after;
        if (before != null && exit != null) {
            between(frame, line, before, exit, found);
        } else if (before != null && !gaps.isEmpty() && gaps.getLast().to() > before.time()) {
            add(LineGap.of(frame, line, before, null, gaps.getLast().to(), gaps.getLast().reason()), found);
        }
    }

    private void between(Frame frame, Frame.Line line, Sample before, Sample behind, List<LineGap> found) {
        double columns = (behind.time() - before.time()) / frame.millisPerColumn();
        if (columns >= Hatching.LEAST && !joined(before.time(), behind.time())) {
            String reason = gaps.stream()
                    .filter(gap -> gap.touches(before.time(), behind.time()) && !gap.reason().isEmpty())
                    .map(Gap::reason)
                    .findFirst()
                    .orElse("");
            add(LineGap.of(frame, line, before, behind, behind.time(), reason), found);
        }
    }

    private static void add(LineGap gap, List<LineGap> found) {
        if (gap.to() - gap.from() >= Hatching.LEAST) {
            found.add(gap);
        }
    }

    /** The lowest and highest value in view. */
    Extremes extremes() {
        return extremes;
    }

    /** How far a pen goes up and down to draw it, in shares of the height: the work that it makes. */
    double travel(Scale scale) {
        PixelColumns now = columns;
        double travel = 0;
        double pen = Double.NaN;
        for (long column = firstColumn; now != null && column < left + now.capacity() - MARGIN; column++) {
            int slot = now.slot(column);
            if (now.has(column, slot)) {
                double low = scale.down(now.low(slot));
                double high = scale.down(now.high(slot));
                double way = pen < high ? high - pen : pen > low ? pen - low : 0;
                travel += low - high + way;
                pen = scale.down(now.last(slot));
            }
        }
        return travel;
    }

    /** Whether a line joins two samples of these times. */
    private boolean joined(long time, long later) {
        if (later - time > gapMillis) {
            return false;
        }
        for (Gap gap : gaps) {
            if (gap.touches(time, later)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Draws it, and marks the columns in which it has a point.
     *
     * @param from the first column that is drawn; the pen keeps to it
     * @param reach columns by which a dot may stand out
     */
    void draw(Frame frame, Scale scale, Pen pen, BitSet covered, int from, int reach) {
        PixelColumns now = columns;
        if (now == null) {
            return;
        }
        double perMilli = now.perMilli();
        int height = frame.height();
        int begin = (int) Math.max(firstColumn - frame.left(), Math.max(-MARGIN, from - reach));
        Sample entry = entry(now, frame.left() + begin);
        boolean any = entry != null;
        long penTime = entry == null ? 0 : entry.time();
        double penX = entry == null ? 0 : frame.x(entry.time());
        double penY = entry == null ? 0 : scale.down(entry.value()) * height;
        boolean alone = false;
        int slot = now.slot(begin + frame.left());
        for (int column = begin; column < frame.width(); column++) {
            if (now.has(column + frame.left(), slot)) {
                long time = now.firstTime(slot);
                double x = time * perMilli - frame.left();
                double y = scale.down(now.first(slot)) * height;
                boolean joined = any && joined(penTime, time);
                if (joined) {
                    pen.line(penX, penY, x, y);
                    cover(covered, penX, column, from);
                } else if (alone) {
                    pen.dot(penX, penY);
                }
                boolean single = now.low(slot) == now.high(slot) && time == now.lastTime(slot);
                if (!single) {
                    pen.box(column, scale.down(now.high(slot)) * height, scale.down(now.low(slot)) * height);
                }
                if (column >= from) {
                    covered.set(column);
                }
                any = true;
                alone = single && !joined;
                penTime = now.lastTime(slot);
                penX = penTime * perMilli - frame.left();
                penY = scale.down(now.last(slot)) * height;
            }
            slot = slot + 1 == now.capacity() ? 0 : slot + 1;
        }
        Sample exit = after;
        if (exit != null && any && joined(penTime, exit.time())) {
            pen.line(penX, penY, frame.x(exit.time()), scale.down(exit.value()) * height);
            cover(covered, penX, frame.width(), from);
        } else if (alone) {
            pen.dot(penX, penY);
        }
    }

    /** The last sample before a column, from where the line comes in. */
    private @Nullable Sample entry(PixelColumns now, long begin) {
        for (long column = begin - 1; column >= firstColumn; column--) {
            int slot = now.slot(column);
            if (now.has(column, slot)) {
                return new Sample(now.lastTime(slot), now.last(slot));
            }
        }
        return samples.atOrBefore(now.startOf(Math.min(begin, firstColumn)) - 1);
    }

    private static void cover(BitSet covered, double fromX, int to, int from) {
        int first = Math.max(from, (int) Math.floor(fromX) + 1);
        if (first < to) {
            covered.set(first, to);
        }
    }
}
