package com.sentori.console.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Draws lines into an {@code int[]} of premultiplied ARGB. Each line's lowest and highest point in each column of pixels is drawn, samples and the way between
 * them alike: no peak is lost, whatever the zoom. Between two samples that lie further apart than {@link Trace#GAP_STEPS} cadences nothing is drawn. Lines have
 * soft edges until there is so much ink that edges do not show; then {@link Crowd} draws. Columns that are finished are kept: a picture that moves on draws its
 * new columns alone. Not thread-safe; needs no toolkit.
 */
final class Raster {
    /** Pixels of ink from which lines are drawn as a crowd; soft edges cost some nanoseconds a pixel. */
    private static final double MUCH_INK = 2_500_000;

    private IdentityHashMap<Samples, Trace> traces = new IdentityHashMap<>();
    private final List<ValueRange> ranges = new ArrayList<>();
    private final Scroll scroll = new Scroll();
    private int[] spans = new int[0];
    private boolean crowded;

    /**
     * Draws the frame.
     *
     * @param pixels width × height of them, by rows; all are written
     */
    Drawn draw(Frame wanted, int[] pixels) {
        int[] changed = {Integer.MAX_VALUE};
        Trace[] shown = refresh(wanted, changed);
        Frame frame = wanted.scaled(Fit.all(wanted, Arrays.asList(shown), ranges));
        // A dot stands out by half of the line's thickness, and soft edges by a pixel more.
        int reach = (int) Math.ceil(frame.thickness() / 2) + 1;
        int from = scroll.moveTo(frame, Math.max(0, changed[0] - reach));
        if (from == 0) {
            crowded = isCrowded(frame, shown);
        }
        if (from < frame.width() && crowded) {
            drawCrowd(frame, shown, from, reach);
        } else if (from < frame.width()) {
            drawFine(frame, shown, from, reach);
        }
        scroll.copyTo(pixels);
        boolean any = Arrays.stream(shown).anyMatch(trace -> trace.extremes().lowest() <= trace.extremes().highest());
        return new Drawn(frame, (BitSet) scroll.covered().clone(), SharedGaps.of(Arrays.asList(shown)),
                own(frame, shown), any, from);
    }

    private static List<LineGap> own(Frame frame, Trace[] shown) {
        List<LineGap> own = new ArrayList<>();
        for (int i = 0; i < shown.length; i++) {
            if (frame.lines().get(i).tells()) {
                shown[i].breaks(frame, frame.lines().get(i), own);
            }
        }
        return own;
    }

    private Trace[] refresh(Frame frame, int[] changed) {
        IdentityHashMap<Samples, Trace> kept = new IdentityHashMap<>();
        Trace[] shown = new Trace[frame.lines().size()];
        for (int i = 0; i < shown.length; i++) {
            Samples samples = frame.lines().get(i).series().samples();
            Trace known = traces.get(samples);
            shown[i] = known == null ? new Trace(samples) : known;
            kept.put(samples, shown[i]);
            changed[0] = Math.min(changed[0], shown[i].refresh(frame));
        }
        traces = kept;
        return shown;
    }

    private boolean isCrowded(Frame frame, Trace[] shown) {
        double ink = 0;
        for (int i = 0; i < shown.length; i++) {
            ink += shown[i].travel(frame.scales().get(frame.lines().get(i).axis())) * frame.height();
        }
        // Between the two limits it stays as it was, so that the picture does not flicker.
        return ink > (crowded ? MUCH_INK / 2 : MUCH_INK);
    }

    private void drawFine(Frame frame, Trace[] shown, int from, int reach) {
        FinePen pen = new FinePen(scroll.pixels(), frame, from);
        for (int i = 0; i < shown.length; i++) {
            Frame.Line line = frame.lines().get(i);
            pen.begin(line.argb());
            shown[i].draw(frame, frame.scales().get(line.axis()), pen, scroll.covered(), from, reach);
        }
        pen.flush();
    }

    private void drawCrowd(Frame frame, Trace[] shown, int from, int reach) {
        int room = frame.width() - from;
        if (spans.length < shown.length * room) {
            spans = new int[shown.length * room];
        }
        int[] colours = new int[shown.length];
        SpanPen pen = new SpanPen(frame, from);
        for (int i = 0; i < shown.length; i++) {
            Frame.Line line = frame.lines().get(i);
            pen.begin();
            shown[i].draw(frame, frame.scales().get(line.axis()), pen, scroll.covered(), from, reach);
            pen.write(spans, i * room);
            colours[i] = FinePen.over(0, line.argb(), line.argb() >>> 24);
        }
        new Crowd(scroll.pixels(), frame, from).draw(spans, colours);
    }
}
