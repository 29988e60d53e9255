package com.sentori.console.charts;

import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;

/**
 * Draws lines into an {@code int[]} of premultiplied ARGB. Each line's lowest and highest point in each column of pixels is drawn, samples and the way between
 * them alike: no peak is lost, whatever the zoom. Between two samples that lie further apart than {@link Trace#GAP_STEPS} cadences nothing is drawn. Lines have
 * soft edges until there is so much ink that edges do not show; then {@link Crowd} draws. Not thread-safe; needs no toolkit.
 */
final class Raster {
    /** Pixels of ink from which lines are drawn as a crowd; soft edges cost some nanoseconds a pixel. */
    private static final double MUCH_INK = 2_500_000;

    private IdentityHashMap<Samples, Trace> traces = new IdentityHashMap<>();
    private final ValueRange range = new ValueRange();
    private int[] spans = new int[0];
    private boolean crowded;

    /**
     * Draws the frame from scratch.
     *
     * @param pixels width × height of them, by rows
     */
    Drawn draw(Frame wanted, int[] pixels) {
        Trace[] shown = refresh(wanted);
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        double travel = 0;
        for (Trace trace : shown) {
            lowest = Math.min(lowest, trace.lowest());
            highest = Math.max(highest, trace.highest());
            travel += trace.travel();
        }
        Frame frame = wanted;
        if (Double.isNaN(wanted.top())) {
            range.fit(lowest, highest);
            frame = wanted.range(range.bottom(), range.top());
        }
        BitSet covered = new BitSet(frame.width());
        Arrays.fill(pixels, 0);
        double ink = travel / (frame.top() - frame.bottom()) * frame.height();
        // Between the two limits it stays as it was, so that the picture does not flicker.
        crowded = ink > (crowded ? MUCH_INK / 2 : MUCH_INK);
        if (crowded) {
            drawCrowd(frame, shown, pixels, covered);
        } else {
            drawFine(frame, shown, pixels, covered);
        }
        return new Drawn(frame, covered, lowest <= highest,
                frame.pointer() == null ? null : Nearest.of(frame, frame.pointer()));
    }

    private Trace[] refresh(Frame frame) {
        IdentityHashMap<Samples, Trace> kept = new IdentityHashMap<>();
        Trace[] shown = new Trace[frame.lines().size()];
        for (int i = 0; i < shown.length; i++) {
            Samples samples = frame.lines().get(i).series().samples();
            Trace known = traces.get(samples);
            shown[i] = known == null ? new Trace(samples) : known;
            kept.put(samples, shown[i]);
            shown[i].refresh(frame);
        }
        traces = kept;
        return shown;
    }

    private static void drawFine(Frame frame, Trace[] shown, int[] pixels, BitSet covered) {
        FinePen pen = new FinePen(pixels, frame);
        for (int i = 0; i < shown.length; i++) {
            pen.begin(frame.lines().get(i).argb());
            shown[i].draw(frame, pen, covered);
        }
        pen.flush();
    }

    private void drawCrowd(Frame frame, Trace[] shown, int[] pixels, BitSet covered) {
        if (spans.length < shown.length * frame.width()) {
            spans = new int[shown.length * frame.width()];
        }
        int[] colours = new int[shown.length];
        SpanPen pen = new SpanPen(frame);
        for (int i = 0; i < shown.length; i++) {
            pen.begin();
            shown[i].draw(frame, pen, covered);
            pen.write(spans, i * frame.width());
            int argb = frame.lines().get(i).argb();
            colours[i] = FinePen.over(0, argb, argb >>> 24);
        }
        new Crowd(pixels, frame).draw(spans, colours);
    }
}
