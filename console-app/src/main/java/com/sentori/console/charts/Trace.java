package com.sentori.console.charts;

import com.sentori.console.charts.Samples.Sample;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What one series has in the columns of a frame, kept from frame to frame: as long as samples come in order and the picture only moves on, a frame looks at the
 * new samples alone. Not thread-safe.
 */
final class Trace {
    /** Steps of the series' own cadence without a sample that make a gap. */
    static final double GAP_STEPS = 2.5;

    private final Samples samples;
    private @Nullable PixelColumns columns;
    private long left;
    private long foldedTo;
    private long disorder;
    private long firstColumn;
    private double gapMillis;
    private @Nullable Sample before;
    private @Nullable Sample after;
    private double lowest;
    private double highest;
    private double travel;

    Trace(Samples samples) {
        this.samples = samples;
    }

    /** Takes in what has come since the last frame. */
    void refresh(Frame frame) {
        // Asked before the samples: what comes in between is folded now and once more next time, which changes nothing.
        long seen = samples.disorder();
        long newest = samples.newestTime();
        long oldest = samples.oldestTime();
        long right = frame.left() + frame.width() - 1;
        PixelColumns kept = columns;
        PixelColumns now = kept != null && kept.perMilli() == 1 / frame.millisPerColumn()
                && kept.capacity() == frame.width()
                        ? kept
                        : new PixelColumns(frame.millisPerColumn(), frame.width());
        boolean goesOn = now == kept && seen == disorder && frame.left() >= left;
        if (!goesOn) {
            now.clear();
        }
        long from = goesOn ? Math.max(foldedTo, frame.left()) : frame.left();
        samples.fold(now.startOf(from), now.startOf(right + 1), now);
        columns = now;
        left = frame.left();
        foldedTo = newest == Samples.NONE ? left : Math.clamp(now.columnOf(newest), left, right);
        disorder = seen;
        firstColumn = oldest == Samples.NONE ? left : Math.max(left, now.columnOf(oldest));
        gapMillis = Double.isNaN(samples.cadenceMillis())
                ? Double.POSITIVE_INFINITY
                : samples.cadenceMillis() * GAP_STEPS;
        before = samples.atOrBefore(now.startOf(left) - 1);
        after = samples.atOrAfter(now.startOf(right + 1));
        measure(now, right);
    }

    private void measure(PixelColumns now, long right) {
        lowest = Double.POSITIVE_INFINITY;
        highest = Double.NEGATIVE_INFINITY;
        travel = 0;
        double pen = Double.NaN;
        int slot = now.slot(firstColumn);
        for (long column = firstColumn; column <= right; column++) {
            if (now.has(column, slot)) {
                double low = now.low(slot);
                double high = now.high(slot);
                lowest = Math.min(lowest, low);
                highest = Math.max(highest, high);
                double way = pen < low ? low - pen : pen > high ? pen - high : 0;
                travel += high - low + way;
                pen = now.last(slot);
            }
            slot = slot + 1 == now.capacity() ? 0 : slot + 1;
        }
    }

    /** The lowest value in view; infinite without any. */
    double lowest() {
        return lowest;
    }

    /** The highest value in view; infinite without any. */
    double highest() {
        return highest;
    }

    /** How far a pen goes up and down to draw it, in units of value: the work that it makes. */
    double travel() {
        return travel;
    }

    /** Draws it, and marks the columns in which it has a point. */
    void draw(Frame frame, Pen pen, BitSet covered) {
        PixelColumns now = columns;
        if (now == null) {
            return;
        }
        double perMilli = now.perMilli();
        double scale = frame.height() / (frame.top() - frame.bottom());
        double top = frame.top();
        Sample entry = before;
        boolean any = entry != null;
        long penTime = entry == null ? 0 : entry.time();
        double penX = entry == null ? 0 : frame.x(entry.time());
        double penY = entry == null ? 0 : frame.y(entry.value());
        boolean alone = false;
        int slot = now.slot(firstColumn);
        for (int column = (int) (firstColumn - frame.left()); column < frame.width(); column++) {
            if (now.has(column + frame.left(), slot)) {
                long time = now.firstTime(slot);
                double x = time * perMilli - frame.left();
                double y = (top - now.first(slot)) * scale;
                boolean joined = any && time - penTime <= gapMillis;
                if (joined) {
                    pen.line(penX, penY, x, y);
                    cover(covered, penX, column);
                } else if (alone) {
                    pen.dot(penX, penY);
                }
                boolean single = now.low(slot) == now.high(slot) && time == now.lastTime(slot);
                if (!single) {
                    pen.box(column, (top - now.high(slot)) * scale, (top - now.low(slot)) * scale);
                }
                covered.set(column);
                any = true;
                alone = single && !joined;
                penTime = now.lastTime(slot);
                penX = penTime * perMilli - frame.left();
                penY = (top - now.last(slot)) * scale;
            }
            slot = slot + 1 == now.capacity() ? 0 : slot + 1;
        }
        Sample exit = after;
        if (exit != null && any && exit.time() - penTime <= gapMillis) {
            pen.line(penX, penY, frame.x(exit.time()), frame.y(exit.value()));
            cover(covered, penX, frame.width());
        } else if (alone) {
            pen.dot(penX, penY);
        }
    }

    private static void cover(BitSet covered, double fromX, int to) {
        int from = Math.max(0, (int) Math.floor(fromX) + 1);
        if (from < to) {
            covered.set(from, to);
        }
    }
}
